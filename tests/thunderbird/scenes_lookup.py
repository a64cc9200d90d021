# SPDX-License-Identifier: LGPL-2.1-or-later
"""The details say who would be asked; the answers come, can be stopped, refused and missing, and nothing is asked
before."""
import os
import sys

from extension_page import click, open_popup, wait_within, within
from scenes import (BANNER_TEXT, DATA, EKINET, SAMPLES, SHOW_ALL, SHOW_LESS, ZOOM, button_place, check, settle,
                    wait_for_banner)
from waiting import wait_for

sys.path.append(str(DATA.parent / 'net'))
from lookup_mails import domain_of, subject_of, write_mail  # noqa: E402  pylint: disable=wrong-import-position
from name_server import NameServer  # noqa: E402  pylint: disable=wrong-import-position
from registry import Registry  # noqa: E402  pylint: disable=wrong-import-position

SERVER = NameServer({})
SERVER.start()
REGISTRY = Registry({'vecterdian.shop': 5, 'participan.shop': 9})
REGISTRY.start()
os.environ['BELLBUOY_DNS_SERVER'] = SERVER.address
os.environ['BELLBUOY_RDAP_SERVER'] = REGISTRY.address

REGISTRY.busy.add(domain_of('refused'))

MAILS = {'Samples': [*SAMPLES, write_mail('refused'), write_mail('offline')]}
NOW = {'C.UTF-8': 'Look Up', 'ja_JP.UTF-8': '調べる'}
STOP = {'C.UTF-8': 'Stop', 'ja_JP.UTF-8': '中止'}
PROMISE = {'C.UTF-8': 'who registered', 'ja_JP.UTF-8': '登録者と登録日を問い合わせます'}
STOPPED = {'C.UTF-8': 'Stopped', 'ja_JP.UTF-8': '中止しました'}
AGE = {'C.UTF-8': '5 days ago', 'ja_JP.UTF-8': '5日前'}
REFUSED = {'C.UTF-8': 'the registry is busy', 'ja_JP.UTF-8': '登録機関が混み合っています'}
OFFLINE = {'C.UTF-8': 'the registry gave no answer', 'ja_JP.UTF-8': '登録機関から応答がありませんでした'}


def _open_details(client, subject=EKINET):
    client.show(subject, 'Samples')
    wait_for_banner(client)
    open_popup(client)
    click(client, 'popup', 'button')
    return _wait_for_words(client, PROMISE)


def _wait_for_words(client, words):
    wanted = words[client.locale]
    return wait_within(client, 'details', wanted, 'const text = document.querySelector("main")?.innerText ?? ""; '
                       'return text.includes(args[0]) ? text : null', wanted)


def _press(client, words):
    click(client, 'details', 'button', words[client.locale])


def _close(client):
    client.key('Escape')
    wait_for('one window', lambda: client.run('return [...Services.wm.getEnumerator(null)].length') == 1)


def promise_stands_before_the_question(client):
    client.settings('set', 'lookups', 'on-request')
    words = _open_details(client)
    check('vecterdian.shop' in words and 'participan.shop' in words, f'not who is asked: {words}')
    settle()
    check(not SERVER.asked and not REGISTRY.asked, f'asked unasked: {SERVER.asked} {REGISTRY.asked}')
    client.screenshot('look-up-promise')
    _close(client)


def stop_leaves_the_warning(client):
    _open_details(client)
    before = client.in_page(BANNER_TEXT)
    REGISTRY.pause()
    _press(client, NOW)
    wait_for('the question', lambda: REGISTRY.asked)
    _press(client, STOP)
    _wait_for_words(client, STOPPED)
    client.screenshot('look-up-stopped')
    REGISTRY.go_on()
    check(client.in_page(BANNER_TEXT) == before, 'the warning changed')
    _close(client)


def answers_come(client):
    """They leave a banner unfolded that the reader has unfolded."""
    client.show(EKINET, 'Samples')
    client.in_page(ZOOM, 2)
    wait_for_banner(client)
    client.click_at(*button_place(client, *SHOW_ALL))
    button_place(client, *SHOW_LESS)
    _open_details(client)
    _press(client, NOW)
    words = _wait_for_words(client, AGE)
    check('PrivacyGuardian' in words, f'no privacy service: {words}')
    check(not within(client, 'details', 'return [...document.querySelectorAll("button")].some(button => '
                     'button.textContent.includes(args[0]))', STOP[client.locale]), 'it can still be stopped')
    client.screenshot('looked-up')
    check(all(path.startswith('/domain/') for path in REGISTRY.asked), f'asked for others: {REGISTRY.asked}')
    _close(client)
    button_place(client, *SHOW_LESS)
    client.in_page(ZOOM, 1)


def _unanswered(client, name, words):
    """Looks up a message of which the registry does not answer: it is told, and the warning stays as it is."""
    _open_details(client, subject_of(name))
    before = client.in_page(BANNER_TEXT)
    _press(client, NOW)
    _wait_for_words(client, words)
    wait_within(client, 'details', 'the question again', 'return [...document.querySelectorAll("button")].some(button => '
                'button.textContent.includes(args[0]))', NOW[client.locale])
    client.screenshot(f'look-up-{name}')
    check(client.in_page(BANNER_TEXT) == before, f'the warning changed: {client.in_page(BANNER_TEXT)}')
    _close(client)


def refusal_is_told(client):
    _unanswered(client, 'refused', REFUSED)
    check(f'/domain/{domain_of("refused")}' in REGISTRY.asked, f'not asked: {REGISTRY.asked}')


def offline_leaves_the_warning(client):
    REGISTRY.stop()
    SERVER.stop()
    _unanswered(client, 'offline', OFFLINE)


SCENES = (promise_stands_before_the_question, stop_leaves_the_warning, answers_come, refusal_is_told,
          offline_leaves_the_warning)
