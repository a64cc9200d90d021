# SPDX-License-Identifier: LGPL-2.1-or-later
"""Evolution's own menu shows what was found in a message without a warning, and never calls it harmless."""
from gi.repository import Atspi

from accessible import children, is_showing, text_of, walk
from evolution_driver import wait_for
from scenes import SHOWN, check

SELECT = '3-plain'
SUBJECT = '土曜日'
ENTRY = ('Check This Message', 'このメールを確認')
MENU = ('Message', 'メッセージ')
FOUND = ('No warning for this message', '警告するほどの問題は見つかりませんでした')
NOT_JUDGED = ('About this check', '今回の確認について')
LEFT_ALONE = ('was not checked', '確認していません')
SOOTHING = ('safe', 'harmless', '安全')


def menu_of(window):
    return wait_for('the menu', lambda: next((node for node in walk(window) if node.get_role() == Atspi.Role.MENU
                                              and (node.get_name() or '').startswith(MENU)), None))


def entry_of(menu):
    return next((node for node in children(menu) if (node.get_name() or '').startswith(ENTRY)), None)


def letter_of(item):
    """The letter that takes `item` in the open menu; the binding reads "h;<Alt>m:h;" or so."""
    return (Atspi.Action.get_key_binding(item, 0) or '').split(';')[0].lower()


def tell(evolution, window):
    """The window that the menu entry in `window` opens."""
    before = evolution.windows()
    evolution.press(wait_for('the entry', lambda: entry_of(menu_of(window))))
    return wait_for('an answer', lambda: next((other for other in evolution.windows() if other not in before), None))


def quiet_message_is_told(evolution):
    evolution.wait_for_message(SHOWN[2])
    details = tell(evolution, evolution.window)
    text = text_of(details)
    check(any(words in text for words in FOUND), f'what was found is not told: {text}')
    check(any(node.get_role() == Atspi.Role.HEADING and node.get_name() in NOT_JUDGED for node in walk(details)),
          f'what could not be judged is not told: {text}')
    check(not any(words in text.lower() for words in SOOTHING), f'it soothes: {text}')
    check(not evolution.banners(), 'a warning came with it')
    evolution.screenshot(f'check-{evolution.locale}')
    evolution.close_others()


def letter_is_free(evolution):
    """Evolution has entries without a letter, and some of its own share one."""
    menu = menu_of(evolution.window)
    entry = entry_of(menu)
    others = [letter_of(node) for node in children(menu) if node != entry and node.get_name()]
    check(letter_of(entry), 'the entry has no letter')
    check(letter_of(entry) not in others, f'{letter_of(entry)} is one of {sorted(others)}')
    if is_showing(menu):  # newer clients have it behind a button
        evolution.activate(evolution.window)
        evolution.press(menu)
        evolution.screenshot(f'check-menu-{evolution.locale}')
        evolution.key('Escape')


def window_of_its_own_has_it(evolution):
    evolution.click_message(SUBJECT)
    window = evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    evolution.wait_for_message(SHOWN[2], window)
    check(any(words in text_of(tell(evolution, window)) for words in FOUND), 'what was found is not told')
    evolution.close_others()


def own_mail_is_said_to_be_left_alone(evolution):
    evolution.click_cell('Sent', '送信済み')
    wait_for('the folder Sent', lambda: evolution.window.get_name().startswith(('Sent', '送信済み')))
    evolution.wait_for_message(SHOWN[0])
    check(any(words in text_of(tell(evolution, evolution.window)) for words in LEFT_ALONE), 'the reason is not told')
    evolution.screenshot(f'check-sent-{evolution.locale}')
    evolution.close_others()


SCENES = (quiet_message_is_told, letter_is_free, window_of_its_own_has_it, own_mail_is_said_to_be_left_alone)
WORDLESS = (window_of_its_own_has_it,)
