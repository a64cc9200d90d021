# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every kind of message is analysed: encrypted, signed, forwarded; and what happens meanwhile does no harm."""
import subprocess
import time

from gi.repository import Atspi

import mails
from accessible import is_showing, walk
from evolution_driver import wait_for
from scenes import INBOX, check, check_marked, settle, show

SEALED, SIGNED, PASSED_ON, PLAIN, SLOW_LIE = 'Sealed lie', 'Signed lie', 'Passed on', 'Plain lie', 'Slow lie'
IDENTITY = mails.Identity()
REMOVE = """
import sys
import gi
gi.require_version('EDataServer', '1.2')
from gi.repository import EDataServer
source = EDataServer.SourceRegistry.new_sync(None).ref_source(sys.argv[1])
source.set_enabled(False)
source.write_sync(None)
source.remove_sync(None)
"""
# A look back over the mail may change how the open message is judged, so it would be analysed anew.
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=2500000
[org/bellbuoy/Bellbuoy]
memory=false
"""}


def passed_on():
    mail = mails.message(PASSED_ON, 'A friend <friend@shop.example>', 2)
    mail.replace_header('Received', mail['Received'].replace('out.elsewhere.example (unknown',
                                                             'out.shop.example (out.shop.example'))
    mail.set_content(f'{PASSED_ON}: look at that.')
    mail.add_attachment(mails.lie('Inner lie'))
    return mail


MAILS = [mails.write('1', IDENTITY.seal(SEALED)), mails.write('2', IDENTITY.sign(SIGNED, 1)),
         mails.write('3', passed_on()), mails.write('4', mails.lie(PLAIN, 3)),
         mails.write('5', mails.lie(SLOW_LIE, 4, is_slow=True))]
SELECT = '4'
EVERYWHERE = ('All Accounts', 'すべてのアカウント')
SLOW = True
DELAY = 7  # seconds, longer than slow-scan.c waits


def prepare(evolution):
    folder = evolution.base_dir / '.pki/nssdb'
    folder.mkdir(parents=True)
    IDENTITY.install(folder)


def sealed_text_is_judged(evolution):
    show(evolution, SEALED)
    check_marked(evolution, SEALED)


def signed_text_is_judged(evolution):
    show(evolution, SIGNED)
    check_marked(evolution, SIGNED)


def message_within_is_judged(evolution):
    show(evolution, PASSED_ON)
    check_marked(evolution, PASSED_ON)


def flags_change_nothing(evolution):
    show(evolution, PLAIN)
    check_marked(evolution, PLAIN)
    before, title = evolution.count_analyses(), evolution.window.get_name()
    evolution.repeat(lambda: evolution.key('ctrl+k'), 'it to be read', lambda: evolution.window.get_name() != title)
    evolution.repeat(lambda: evolution.key('ctrl+shift+k'), 'it to be unread',
                     lambda: evolution.window.get_name() == title)
    settle()
    check(len(evolution.banners(evolution.window)) == 1, 'not one banner')
    check(evolution.count_analyses() == before, 'it was analysed anew')


def two_windows_share_it(evolution):
    before = evolution.count_analyses()
    window = evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    check_marked(evolution, PLAIN, window)
    check(len(evolution.banners(evolution.window)) == 1, 'the banner of the first window has gone')
    check(evolution.count_analyses() == before, 'it was analysed twice')


def check_found(evolution):
    wait_for('the search', lambda: not evolution.window.get_name().startswith(INBOX))
    evolution.wait_for_message(PLAIN)
    evolution.wait_for_banner()


def end_search(evolution):
    evolution.repeat(lambda: evolution.key('ctrl+shift+q'), 'the end of the search',
                     lambda: evolution.window.get_name().startswith(INBOX))


def search_folder_has_it(evolution):
    entry = next(node for node in walk(evolution.window) if node.get_role() == Atspi.Role.TEXT and is_showing(node)
                 and 'EditableText' in node.get_interfaces())
    scope = [node for node in walk(evolution.window) if node.get_role() == Atspi.Role.MENU_ITEM
             and (node.get_name() or '').startswith(EVERYWHERE)]
    Atspi.EditableText.set_text_contents(entry, PLAIN)
    evolution.press(scope[-1])
    evolution.press(entry)
    check_found(evolution)
    evolution.screenshot(f'kind-search-{evolution.locale}')
    end_search(evolution)


def mid_link_has_it(evolution):
    """Evolution 3.56 searches only one folder, for a word that no message contains, and shows none."""
    if evolution.app.get_name() != 'evolution':
        return
    process = subprocess.Popen([*evolution.program, 'mid:Plain-lie@shop.example'], env=evolution.env)
    check_found(evolution)
    evolution.screenshot(f'kind-mid-{evolution.locale}')
    check(process.wait(30) == 0, 'the command failed')
    end_search(evolution)


def account_may_go_meanwhile(evolution):
    def begin_analysis():
        show(evolution, PLAIN)
        show(evolution, SLOW_LIE)
    evolution.repeat(begin_analysis, 'an analysis under way', lambda: not evolution.banners())
    evolution.run_script(REMOVE, 'bellbuoy-sample')
    wait_for('the account to go', lambda: SLOW_LIE not in evolution.document(evolution.window))
    time.sleep(DELAY)
    check(evolution.client.poll() is None, 'the client has ended')
    check(not evolution.banners(), 'a banner over nothing')
    evolution.screenshot(f'kind-gone-{evolution.locale}')


SCENES = (sealed_text_is_judged, signed_text_is_judged, message_within_is_judged, flags_change_nothing,
          two_windows_share_it, search_folder_has_it, mid_link_has_it, account_may_go_meanwhile)
