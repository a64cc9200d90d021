# SPDX-License-Identifier: LGPL-2.1-or-later
"""Name servers are asked where the reader allows it, and what they say goes into the warning that stands there."""
import os
import sys

from gi.repository import Atspi

from evolution_driver import text_of, wait_for, walk
from preferences import open_page
from scenes import DATA, check, settle

sys.path.append(str(DATA.parent / 'net'))
from name_server import NameServer  # noqa: E402  pylint: disable=wrong-import-position

SERVER = NameServer({'_dmarc.strict.example': 'v=DMARC1; p=reject'})
SERVER.start()
os.environ['BELLBUOY_DNS_SERVER'] = SERVER.address
MAILS = [DATA / 'client/lookup-unsigned.eml']
SELECT = 'lookup-unsigned'
LOOKS = {'settings': """
[org/bellbuoy/Bellbuoy]
lookups='on-request'
"""}
MORE = ('More', 'その他')
ASK = ('Ask the sender', '差出人のDNSサーバー')
FAILED = ('The sender\'s address failed its check', '差出人の認証に失敗しています')
AUTOMATIC = 2


def tells_of_failure(evolution):
    return any(words in text_of(banner) for banner in evolution.banners(evolution.window) for words in FAILED)


def nothing_is_asked_unasked(evolution):
    evolution.wait_for_message('books of the year')
    evolution.wait_for_banner()
    settle()
    check(not SERVER.asked, f'asked without consent: {SERVER.asked}')
    check(not tells_of_failure(evolution), 'who told that?')


def click_asks(evolution):
    evolution.choose(evolution.find_button(evolution.wait_for_banner(), *MORE), *ASK)
    wait_for('the answer in the banner', lambda: tells_of_failure(evolution))
    check(len(evolution.banners(evolution.window)) == 1, 'two banners')
    check(all(name.endswith('strict.example') for name in SERVER.asked), f'asked for others: {SERVER.asked}')
    evolution.screenshot(f'looked-up-{evolution.locale}')


def automatic_asks_by_itself(evolution):
    page = open_page(evolution)
    combo = [node for node in walk(page) if node.get_role() == Atspi.Role.COMBO_BOX][-1]
    for choice in (0, AUTOMATIC):
        Atspi.Selection.select_child(combo, choice)
        wait_for('it to be written', lambda words=('off', None, 'automatic')[choice]:
                 f"lookups='{words}'" in (evolution.base_dir / 'config/glib-2.0/settings/keyfile').read_text())
        if choice == 0:
            wait_for('a banner that knows less', lambda: evolution.banners(evolution.window)
                     and not tells_of_failure(evolution))
    wait_for('the answer in the banner', lambda: tells_of_failure(evolution))
    evolution.screenshot(f'lookups-{evolution.locale}')
    evolution.close_others()


SCENES = (nothing_is_asked_unasked, click_asks, automatic_asks_by_itself)
