# SPDX-License-Identifier: LGPL-2.1-or-later
"""A message on an IMAP server is judged from the client's copy, online and offline."""
import mails
from accessible import walk
from evolution_driver import wait_for
from imap_account import ImapAccount
from imap_server import ask_for_bodies
from scenes import INBOX, check, check_marked, settle, show

LIE, TRUTH = 'Far lie', 'Far truth'


def truth():
    mail = mails.message(TRUTH, minute=1)
    mail.set_content(f'<p>{TRUTH}</p>', subtype='html')
    return mail


ACCOUNT = ImapAccount([mails.write('far-1', mails.lie(LIE)), mails.write('far-2', truth())])
MAILS = [mails.write('1', truth())]
SELECT = '1'


def prepare(evolution):
    ACCOUNT.install(evolution.base_dir)


def message_from_a_server_is_judged(evolution):
    evolution.repeat(lambda: evolution.click_cell(*INBOX), 'the folder',
                     lambda: any((node.get_name() or '').startswith(LIE) for node in walk(evolution.window)))
    show(evolution, LIE)
    check_marked(evolution, LIE)
    show(evolution, TRUTH)
    settle()
    check(not evolution.banners(), 'a warning of nothing')


def each_was_fetched_once(_evolution):
    """For the display: it is judged from what Evolution keeps of it. No flag is set."""
    asked = ACCOUNT.asked()
    check(len(ask_for_bodies(asked)) == 2, f'two messages were fetched by {ask_for_bodies(asked)}')
    check(not any('STORE' in command.upper() for command in asked), f'{asked}')


def online_button(evolution):
    """It has no name; its description contains the state."""
    return next((node for node in walk(evolution.window) if (node.get_description() or '').startswith('Evolution ')),
                None)


def message_is_judged_offline(evolution):
    before = wait_for('the button', lambda: online_button(evolution)).get_description()
    evolution.press(online_button(evolution))
    wait_for('it to go offline', lambda: online_button(evolution).get_description() != before)
    ACCOUNT.take_away()
    analyses = evolution.count_analyses()
    show(evolution, LIE)
    check_marked(evolution, LIE)
    check(evolution.count_analyses() == analyses + 1, 'the warning is an old one')


SCENES = (message_from_a_server_is_judged, each_was_fetched_once, message_is_judged_offline)
