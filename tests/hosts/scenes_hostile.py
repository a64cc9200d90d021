# SPDX-License-Identifier: LGPL-2.1-or-later
"""A message that cannot be judged, or only in part, has a bar that says so, and its links ask before opening."""
import time

from gi.repository import Atspi

import hostile_mails
import mails
from accessible import text_of, walk
from evolution_driver import Failure, wait_for
from scenes import LYING_HOST, MARKS, check, settle, show

HONEST, SLOW_LIE, COMPLEX, BROKEN, CROWD = 'Nothing wrong', 'Slow lie', 'Too complex', 'Broken worker', 'Many lies'
RICH = 'Rich text'
RUNNING = ('This message is still being checked', 'このメールはまだ確認中です')
FAILED = ('This message could not be checked', 'このメールは確認できませんでした')
BUILT_SO = ('This message is built so', 'このメールは確認できない作り')
UNREAD = ('could not be checked', '確認できませんでした')
LAID_OUT = 90  # seconds; nothing can be read while WebKit lays out hundreds of elements within each other
SOON = 10  # seconds in which a key has had its effect
MARKED = 5  # seconds; the link is marked soon after the banner is shown
PATIENCE = 1.5  # seconds until the client says that a check is running


def honest():
    mail = mails.message(HONEST)
    mail.set_content(f'<p>{HONEST}: <a href="https://garden.example/">our garden</a></p>', subtype='html')
    return mail


MAILS = [mails.write('honest', honest()), mails.write('slow', mails.lie(SLOW_LIE, 1, test='slow')),
         mails.write('complex', mails.lie(COMPLEX, 2, test='complex')),
         mails.write('broken', mails.lie(BROKEN, 3, test='broken')),
         mails.write('crowd', hostile_mails.many_lies(CROWD, 4)), *hostile_mails.files(5),
         mails.write('rich', hostile_mails.rich_text(RICH, 50))]
SELECT = 'honest'
SIZE = '1000x1180'  # all messages in the list
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=2400000
"""}
SLOW = True


def says(node, words):
    return any(word in text_of(node) for word in words)


def link_of(evolution, words='www.shop.example'):
    return wait_for('the link', lambda: next((node for node in walk(evolution.window)
                                              if node.get_role() == Atspi.Role.LINK and words in text_of(node)), None))


def refuse(evolution, words):
    """Opening the link asks with one of `words`; the answer is no."""
    evolution.press(link_of(evolution))
    question = wait_for('the question', evolution.other_window)
    check(says(question, words), f'the question does not say why: {text_of(question)}')
    return question


def say_no(evolution):
    evolution.key('Return')
    wait_for('the question to go', lambda: not evolution.other_window())
    check(not evolution.opened(), f'opened without consent: {evolution.opened()}')


def long_check_is_said(evolution):
    evolution.click_message(SLOW_LIE)
    wait_for('the bar', lambda: evolution.bars(*RUNNING))
    check(not evolution.banners(), 'there is a verdict already')
    evolution.screenshot(f'running-{evolution.locale}')
    evolution.wait_for_banner()
    check(not evolution.bars(*RUNNING), 'the bar stays beside the verdict')


def short_check_is_not_said(evolution):
    show(evolution, HONEST)
    end = time.monotonic() + 2 * PATIENCE
    while time.monotonic() < end:
        check(not evolution.bars('', window=evolution.window), 'a bar over an honest message')
    evolution.click_link('our garden')
    wait_for('the browser', evolution.opened)
    evolution.forget_opened()


def unreadable_message_is_warned_of(evolution):
    show(evolution, COMPLEX)
    banner = evolution.wait_for_banner()
    check(says(banner, BUILT_SO) and says(banner, FAILED), f'the banner does not say why: {text_of(banner)}')
    evolution.screenshot(f'complex-{evolution.locale}')
    question = refuse(evolution, UNREAD)
    check(LYING_HOST in text_of(question), f'the question names not {LYING_HOST}: {text_of(question)}')
    evolution.screenshot(f'complex-question-{evolution.locale}')
    say_no(evolution)


def failure_is_no_warning(evolution):
    show(evolution, BROKEN)
    wait_for('the bar', lambda: evolution.bars(*FAILED))
    check(not evolution.banners(), 'a warning of what nobody looked at')
    evolution.screenshot(f'broken-{evolution.locale}')
    question = refuse(evolution, UNREAD)
    evolution.press(evolution.wait_for_button(lambda: [question], 'Open Anyway', 'それでも開く'))
    wait_for('the browser', evolution.opened)
    evolution.forget_opened()


def last_of_many_lies_is_marked(evolution):
    show(evolution, CROWD)
    evolution.wait_for_banner()
    wait_for('the last mark', lambda: any(word in evolution.document().rsplit('www.shop.example', 1)[-1]
                                          for word in ('all its links', *MARKS, 'すべてのリンク')))
    evolution.screenshot(f'many-lies-{evolution.locale}')


def is_marked(evolution):
    """Whether a link of the message is; a banner that is folded in the small pane does not name its host."""
    try:
        wait_for('a mark', lambda: any(mark in evolution.document() for mark in MARKS), MARKED)
    except Failure:
        return False
    return True


def open_next(evolution, name):
    """A key that was lost is not sent again, since it would go on to the message after it."""
    n_analyses = evolution.count_analyses()
    evolution.key('Down')
    try:
        wait_for(name, lambda: evolution.count_analyses() > n_analyses, SOON)
    except Failure:
        evolution.click_message(name)
        wait_for(name, lambda: evolution.count_analyses() > n_analyses)


def every_kind_is_warned_of(evolution):
    """In the order of the list, by keyboard: some are too large for the accessibility tree."""
    silent = []
    evolution.click_message(CROWD)
    for name, _, is_read in hostile_mails.KINDS:
        try:
            open_next(evolution, name)
            banner = wait_for('a banner', lambda: next(iter(evolution.banners(evolution.window)), None), LAID_OUT)
        except Failure:
            silent.append(name)
            continue
        if is_read and LYING_HOST not in text_of(banner) and not is_marked(evolution):
            silent.append(f'{name} (its link)')
    check(not silent, f'no warning over: {", ".join(silent)}')


def rich_text_has_no_false_link(evolution):
    show(evolution, RICH)
    wait_for('the text', lambda: 'www.shop.example' in evolution.document())
    lies = [node for node in walk(evolution.window)
            if node.get_role() == Atspi.Role.LINK and 'www.shop.example' in text_of(node)
            and LYING_HOST in str(node.get_hyperlink().get_uri(0))]
    check(not lies or evolution.banners(), 'a false link without a warning')
    evolution.screenshot(f'rich-text-{evolution.locale}')


def link_that_was_not_read_asks(evolution):
    show(evolution, 'alternatives')
    evolution.wait_for_banner()
    refuse(evolution, (LYING_HOST,))
    evolution.screenshot(f'unread-question-{evolution.locale}')
    say_no(evolution)


def blank_in_an_address_hides_nothing(evolution):
    for name in ('mixed href', 'blank href'):
        show(evolution, name)
        evolution.wait_for_banner()
        wait_for('the mark', lambda: any(mark in text_of(link_of(evolution)) for mark in MARKS))
        refuse(evolution, (LYING_HOST,))
        say_no(evolution)


def setting_blocks_what_evades_the_check(evolution):
    show(evolution, COMPLEX)
    keyfile = evolution.base_dir / 'config/glib-2.0/settings/keyfile'
    with open(keyfile, 'a', encoding='utf-8') as settings:
        settings.write("\n[org/bellbuoy/Bellbuoy]\nlink-action='block'\n")
    settle()
    evolution.wait_for_banner()
    question = refuse(evolution, UNREAD)
    check(not evolution.find_button(question, 'Open Anyway', 'それでも開く'), 'a blocked link can be opened')
    say_no(evolution)


SCENES = (long_check_is_said, short_check_is_not_said, unreadable_message_is_warned_of, failure_is_no_warning,
          setting_blocks_what_evades_the_check, last_of_many_lies_is_marked, every_kind_is_warned_of,
          blank_in_an_address_hides_nothing, link_that_was_not_read_asks, rich_text_has_no_false_link)
WORDLESS = (rich_text_has_no_false_link, short_check_is_not_said, last_of_many_lies_is_marked, every_kind_is_warned_of,
            blank_in_an_address_hides_nothing, link_that_was_not_read_asks, setting_blocks_what_evades_the_check)
