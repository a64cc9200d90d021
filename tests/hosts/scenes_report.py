# SPDX-License-Identifier: LGPL-2.1-or-later
"""A message is reported and marked as junk from its banner; nothing is sent until the reader sends it."""
import email

from gi.repository import Atspi

from accessible import text_of, walk
from evolution_driver import wait_for
from scenes import SHOWN, check, settle

JUNKED = ('Marked as junk', 'ジャンクとしてマークしました')
DOUBLE_CLICK_MS = 350  # a slow one
PLACES = {'C.UTF-8': 'reportphishing@apwg.org', 'ja_JP.UTF-8': 'info@antiphishing.jp'}


def details_by_keyboard(evolution):
    evolution.wait_for_message(SHOWN[0])
    evolution.wait_for_banner()
    evolution.repeat(lambda: evolution.key('alt+d'), 'the details', evolution.other_window)
    evolution.close_others()


def senders(evolution):
    return [node.get_name() or '' for node in walk(evolution.window) if node.get_role() == Atspi.Role.TABLE_CELL]


def has_message(evolution, sender):
    return any(name.startswith(sender) for name in senders(evolution))


def double_click_takes_one(evolution):
    """The next message's banner has its button in the same place."""
    button = evolution.wait_for_button(evolution.banners, 'Mark as Junk', 'ジャンクとしてマーク')
    evolution.click_on(button, repeat=2, delay_ms=DOUBLE_CLICK_MS)
    wait_for_absence(evolution, 'えきねっと')
    evolution.wait_for_message(SHOWN[1])
    evolution.wait_for_banner()
    settle()
    check(has_message(evolution, 'DHL Express'), 'the next message was taken, too')
    undo_junk(evolution, 'えきねっと')
    evolution.repeat(lambda: evolution.key('ctrl+Prior'), 'the first message',  # its row is scrolled out
                     lambda: SHOWN[0] in evolution.document(evolution.window))


def undo_junk(evolution, sender):
    wait_for('the bar', lambda: evolution.bars(*JUNKED))
    evolution.screenshot(f'junk-{evolution.locale}')
    evolution.press(evolution.wait_for_button(lambda: evolution.bars(*JUNKED), 'Undo', '取り消す'))
    wait_for('the message', lambda: has_message(evolution, sender))
    wait_for('no bar', lambda: not evolution.bars(*JUNKED))


def open_report(evolution):
    def choose():
        evolution.activate(evolution.window)
        evolution.key('Escape')  # a menu that took no key
        evolution.key('alt+p')
        evolution.screenshot(f'menu-{evolution.locale}')
        evolution.key('Return')

    evolution.wait_for_banner()
    return evolution.repeat(choose, 'the composer', evolution.other_window)


def menu_opens_a_report(evolution):
    composer = open_report(evolution)
    address = PLACES[evolution.locale]
    wait_for('the address', lambda: address in text_of(composer))
    settle()
    evolution.screenshot(f'report-{evolution.locale}')
    check(not evolution.sent(), 'it was sent without consent')
    evolution.close_others()  # without a question: nothing was written


def sent_report_offers_junk(evolution):
    composer = open_report(evolution)
    wait_for('the address', lambda: PLACES[evolution.locale] in text_of(composer))
    settle()
    evolution.press(evolution.wait_for_button(lambda: [composer], 'Send', '送信'))
    question = wait_for('the question', lambda: next((window for window in evolution.windows()
                        if window.get_role() in (Atspi.Role.ALERT, Atspi.Role.DIALOG)
                        and evolution.find_button(window, 'Mark as Junk', 'ジャンクとしてマーク')), None))
    evolution.screenshot(f'after-report-{evolution.locale}')
    wait_for('the report', lambda: 'message/rfc822' in evolution.sent())
    report = email.message_from_string(evolution.sent())
    check(PLACES[evolution.locale] in report['To'], f'sent elsewhere: {report["To"]}')
    note, message = report.get_payload()
    check(note.get_payload().strip(), 'it says nothing')
    check('Received: from mail5.participan.shop' in str(message), 'its header fields are not attached')
    evolution.press(evolution.wait_for_button(lambda: [question], 'Mark as Junk', 'ジャンクとしてマーク'))
    wait_for_absence(evolution, 'えきねっと')


def wait_for_absence(evolution, sender):
    wait_for('the message to leave the folder', lambda: not has_message(evolution, sender))


def banner_marks_junk(evolution):
    evolution.close_others()
    evolution.repeat(lambda: evolution.click_message('Your parcel'), 'the parcel',
                     lambda: 'JD0146' in evolution.document())
    evolution.press(evolution.wait_for_button(evolution.banners, 'Mark as Junk', 'ジャンクとしてマーク'))
    wait_for_absence(evolution, 'DHL Express')
    settle()
    check(not evolution.banners(), 'the banner stays behind')


def junk_is_undone(evolution):
    """The bar stays while the next message is shown."""
    bar = wait_for('the bar', lambda: next(iter(evolution.bars(*JUNKED)), None))
    check('Your parcel' in text_of(bar), text_of(bar))
    undo_junk(evolution, 'DHL Express')


SCENES = (details_by_keyboard, double_click_takes_one, menu_opens_a_report, sent_report_offers_junk, banner_marks_junk,
          junk_is_undone)
WORDLESS = (double_click_takes_one,)
