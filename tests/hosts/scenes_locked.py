# SPDX-License-Identifier: LGPL-2.1-or-later
"""Keys that the organisation has fixed are greyed, and say why; the others are the reader's."""
from gi.repository import Atspi

from evolution_driver import text_of, wait_for, walk
from preferences import MISMATCH, SWITCH, find_box, open_page
from scenes import SHOWN, check, settle

PATH = '/org/bellbuoy/Bellbuoy/'
LOOKS = {'settings': """
[org/bellbuoy/Bellbuoy]
enabled=true
trusted-senders=['news.example']
own-domains=['company.example']
suppressed-checks=['urgency']
""", 'locks': [PATH + key for key in ('enabled', 'lookups', 'own-domains', 'suppressed-checks')]}
MANAGED = ('Managed by your organisation', 'この設定は組織が管理しています')


def is_usable(node):
    return node.get_state_set().contains(Atspi.StateType.SENSITIVE)


def locked_keys_are_greyed(evolution):
    evolution.wait_for_message(SHOWN[0])
    page = open_page(evolution)
    for words in (SWITCH, MISMATCH):
        check(not is_usable(find_box(page, words)), f'{words[0]} can be changed')
    check(sum(text_of(page).count(words) for words in MANAGED) >= 2, f'the reason is not told: {text_of(page)}')
    check(not is_usable(evolution.find_button(page, 'Remove company.example', 'company.example を')),
          'a locked domain can be removed')
    evolution.screenshot(f'locked-{evolution.locale}')
    evolution.close_others()


def locked_keys_count(evolution):
    page = open_page(evolution)
    Atspi.Action.do_action(find_box(page, SWITCH), 0)
    settle()
    evolution.wait_for_banner(evolution.window)
    off = [node.get_name() for node in walk(page) if node.get_role() == Atspi.Role.CHECK_BOX
           and not node.get_state_set().contains(Atspi.StateType.CHECKED)]
    check(len(off) == 1, f'these are off: {off}')
    evolution.close_others()


def other_keys_are_the_readers(evolution):
    page = open_page(evolution)
    evolution.press(evolution.find_button(page, 'Remove news.example', 'news.example を'))
    wait_for('the sender to go', lambda: 'news.example' not in text_of(page))
    evolution.close_others()


SCENES = (locked_keys_are_greyed, locked_keys_count, other_keys_are_the_readers)
