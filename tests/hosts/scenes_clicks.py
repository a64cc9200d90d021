# SPDX-License-Identifier: LGPL-2.1-or-later
"""A false link is marked, and opening it in any way asks first; so do forms and links not yet checked."""
from gi.repository import Atspi

import mails
from accessible import text_of, walk
from evolution_driver import wait_for
from scenes import LYING_HOST, MARKS, check, settle, show

LIE = 'First lie'
SLOW_LIE = 'Slow lie'
HONEST = 'Nothing wrong'
TWIN = 'Two of a name'
CROWD = 'Nine lies'


def honest():
    mail = mails.message(HONEST, minute=1)
    mail.set_content(f'<p>{HONEST}: <a href="https://garden.example/">our garden</a></p>', subtype='html')
    return mail


def lookalike():
    mail = mails.message(TWIN, minute=3)
    mail.set_content(f'<p>{TWIN}: <a href="https://www.paypa1.com/in">log in here</a></p>', subtype='html')
    return mail


def crowd():
    mail = mails.message(CROWD, minute=4)
    mail.set_content(f'<p>{CROWD}</p>' + ''.join(
        f'<p><a href="https://n{i}.elsewhere.example/">https://www.shop{i}.example/</a></p>' for i in range(9)),
        subtype='html')
    return mail


MAILS = [mails.write('lie', mails.lie(LIE)), mails.write('slow', mails.lie(SLOW_LIE, 2, is_slow=True)),
         mails.write('honest', honest()), mails.write('lookalike', lookalike()), mails.write('crowd', crowd())]
SELECT = 'lie'
LOOKS = {'settings': """
[org/gnome/evolution/mail]
composer-mode='html'
paned-size=2300000
prompt-on-composer-mode-switch=false
""", 'policy': '{"support-text": "Help desk: 7000"}'}
SLOW = True


def wait_for_question(evolution, words=LYING_HOST):
    question = wait_for('the question', evolution.other_window)
    for part in (words, 'Help desk: 7000'):
        check(part in text_of(question), f'the question names not {part}: {text_of(question)}')
    return question


def say_no(evolution):
    evolution.key('Return')  # the safe answer has the focus
    wait_for('the question to go', lambda: not evolution.other_window())
    settle()
    check(not evolution.opened(), f'opened without consent: {evolution.opened()}')


def link_of(evolution):
    return wait_for('the link', lambda: next(
        (node for node in walk(evolution.window) if node.get_role() == Atspi.Role.LINK
         and 'www.shop.example' in text_of(node)), None))


def link_is_marked(evolution):
    show(evolution, LIE)
    evolution.wait_for_banner()
    wait_for('the mark', lambda: any(words in text_of(link_of(evolution)) for words in MARKS))
    evolution.screenshot(f'mark-{evolution.locale}')
    show(evolution, HONEST)
    check(not any(words in evolution.document(evolution.window) for words in MARKS), 'an honest link is marked')


def answer_has_no_mark(evolution):
    show(evolution, LIE)
    evolution.wait_for_banner()

    def answer():
        evolution.click_text(LIE)
        evolution.key('ctrl+a')
        evolution.key('ctrl+r')
    composer = evolution.repeat(answer, 'the composer', evolution.other_window)
    evolution.wait_for_message('shop.example', composer)
    evolution.screenshot(f'answer-{evolution.locale}')
    text = text_of(composer)
    check(not any(words in text for words in MARKS) and '\u26a0' not in text, f'the mark is in the answer: {text}')


def keyboard_asks(evolution):
    """Evolution's message list uses Return itself, so a link in the preview is opened with Ctrl."""
    show(evolution, LIE)
    evolution.wait_for_banner()

    def open_by_keys():
        evolution.click_text(LIE)
        evolution.key('Tab')
        evolution.key('ctrl+Return')
    evolution.repeat(open_by_keys, 'the question', evolution.other_window)
    wait_for_question(evolution)
    say_no(evolution)


def screen_reader_asks(evolution):
    show(evolution, LIE)
    evolution.wait_for_banner()
    evolution.press(link_of(evolution))
    wait_for_question(evolution)
    say_no(evolution)


def lookalike_asks(evolution):
    """The text of the link names no site, but its target imitates one."""
    show(evolution, TWIN)
    evolution.wait_for_banner()
    evolution.click_link('log in here')
    question = wait_for_question(evolution, 'www.paypa1.com')
    check('paypal.com' in text_of(question), f'the question names not paypal.com: {text_of(question)}')
    evolution.screenshot(f'lookalike-{evolution.locale}')
    say_no(evolution)


def every_lie_is_marked_and_asks(evolution):
    """The finding cites five of the nine."""
    show(evolution, CROWD)
    evolution.wait_for_banner()
    wait_for('nine marks', lambda: sum(
        node.get_role() == Atspi.Role.LINK and any(words in text_of(node) for words in MARKS)
        for node in walk(evolution.window)) == 9)
    evolution.screenshot(f'crowd-{evolution.locale}')
    evolution.press(wait_for('the ninth link', lambda: next(
        (node for node in walk(evolution.window) if node.get_role() == Atspi.Role.LINK
         and 'www.shop8.example' in text_of(node)), None)))
    wait_for_question(evolution, 'n8.elsewhere.example')
    say_no(evolution)


def form_asks(evolution):
    show(evolution, LIE)
    evolution.wait_for_banner()
    evolution.press(wait_for('the form', lambda: evolution.find_button(evolution.window, 'Send it')))
    wait_for_question(evolution, 'https://collect.elsewhere.example/get')
    evolution.screenshot(f'form-{evolution.locale}')
    say_no(evolution)


def unfinished_check_is_said(evolution):
    show(evolution, SLOW_LIE)
    evolution.press(link_of(evolution))
    question = wait_for('the question', evolution.other_window)
    check(LYING_HOST not in text_of(question), 'the check was finished')
    check(any(words in text_of(question) for words in ('still running', 'まだ確認中')), 'it does not say why it asks')
    evolution.screenshot(f'unchecked-{evolution.locale}')
    say_no(evolution)
    evolution.wait_for_banner()
    evolution.press(link_of(evolution))
    wait_for_question(evolution)
    say_no(evolution)


def honest_link_just_opens(evolution):
    show(evolution, HONEST)
    evolution.click_link('our garden')
    wait_for('the browser', evolution.opened)
    check(evolution.opened() == ['https://garden.example/'], f'opened: {evolution.opened()}')
    evolution.forget_opened()


def setting_blocks(evolution):
    show(evolution, LIE)
    keyfile = evolution.base_dir / 'config/glib-2.0/settings/keyfile'
    with open(keyfile, 'a', encoding='utf-8') as settings:
        settings.write("\n[org/bellbuoy/Bellbuoy]\nlink-action='block'\n")
    settle()
    evolution.press(link_of(evolution))
    question = wait_for_question(evolution)
    check(not evolution.find_button(question, 'Open Anyway', 'それでも開く'), 'a blocked link can be opened')
    evolution.screenshot(f'blocked-{evolution.locale}')
    say_no(evolution)


def keyboard_asks_in_a_window(evolution):
    """Evolution 3.56 uses Return itself there, too."""
    show(evolution, LIE)
    evolution.wait_for_banner()
    evolution.click_message(LIE)
    window = evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    evolution.wait_for_banner(window)
    evolution.resize_window(window, '800x900')

    def open_by_keys():
        evolution.activate(window)
        evolution.click_text(LIE, window)
        evolution.key('Tab')
        evolution.key('ctrl+Return')
    question = evolution.repeat(open_by_keys, f'the question that names {LYING_HOST}', lambda: next(
        (other for other in evolution.windows()
         if other not in (window, evolution.window) and LYING_HOST in text_of(other)), None))
    evolution.key('Return')
    wait_for('the question to go', lambda: question not in evolution.windows())
    check(not evolution.opened(), f'opened without consent: {evolution.opened()}')


def quits_while_analysing(evolution):
    """The run ends after this, and must end without warnings in the log."""
    show(evolution, HONEST)
    show(evolution, SLOW_LIE)
    evolution.press(link_of(evolution))


SCENES = (link_is_marked, answer_has_no_mark, keyboard_asks, keyboard_asks_in_a_window, screen_reader_asks,
          lookalike_asks, every_lie_is_marked_and_asks, form_asks, unfinished_check_is_said, setting_blocks,
          honest_link_just_opens, quits_while_analysing)
WORDLESS = (answer_has_no_mark, keyboard_asks, keyboard_asks_in_a_window, screen_reader_asks,
            every_lie_is_marked_and_asks, honest_link_just_opens, quits_while_analysing)
