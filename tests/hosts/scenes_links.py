# SPDX-License-Identifier: LGPL-2.1-or-later
"""A false link asks before it opens; any other opens as usual."""
from accessible import text_of
from evolution_driver import wait_for
from scenes import SHOWN, check, settle, show_first


def ask_about_link(evolution, button):
    evolution.click_link('www.eki-net.com', button)
    question = wait_for('the question', evolution.other_window)
    text = text_of(question)
    check('www.eki-net.com' in text and 'ekl-net.vecterdian.shop' in text, f'the question names not both: {text}')


def false_link_asks_first(evolution):
    show_first(evolution)
    evolution.wait_for_banner()
    for button in (1, 2):
        ask_about_link(evolution, button)
        evolution.screenshot(f'question-{evolution.locale}')
        evolution.key('Return')  # the safe answer has the focus
        wait_for('the question to go', lambda: not evolution.other_window())
    settle()
    check(not evolution.opened(), f'opened without consent: {evolution.opened()}')
    ask_about_link(evolution, 1)
    evolution.press(evolution.wait_for_button(lambda: [evolution.other_window()], 'Open Anyway', 'それでも開く'))
    wait_for('the browser', evolution.opened)


def context_menu_asks_too(evolution):
    evolution.click_link('www.eki-net.com', button=3)
    evolution.key('Down', 'Return', delay_ms=100)  # its first item opens the link
    question = wait_for('the question', evolution.other_window)
    check('ekl-net.vecterdian.shop' in text_of(question), 'the question does not name the real site')
    evolution.key('Escape')
    wait_for('the question to go', lambda: not evolution.other_window())
    check(len(evolution.opened()) == 1, f'opened without consent: {evolution.opened()}')


def honest_link_just_opens(evolution):
    show_first(evolution)
    evolution.repeat(lambda: evolution.key('End'), 'the last message',
                     lambda: SHOWN[4] in evolution.document(evolution.window))
    before = len(evolution.opened())
    evolution.click_link('spring.html')
    wait_for('the browser', lambda: len(evolution.opened()) > before)
    check(evolution.opened()[-1] == 'https://hillside.example/bees/spring.html', 'another address was opened')


SCENES = (false_link_asks_first, context_menu_asks_too, honest_link_just_opens)
WORDLESS = (context_menu_asks_too, honest_link_just_opens)
