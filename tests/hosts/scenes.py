# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shared by all scenes: the sample messages in the order of the list, and common first steps."""
import pathlib
import time

from accessible import text_of
from evolution_driver import Failure, wait_for

DATA = pathlib.Path(__file__).resolve().parent.parent / 'data'
SAMPLES = sorted((DATA / 'samples').glob('*.eml'))
EKINET = '1-ekinet'
HOSTS = ('www.eki-net.com', 'ekl-net.vecterdian.shop', 'participan.shop')
SUBJECT = '[spam] 【重要】えきねっと'
# Words of each message, by the place in the list.
SHOWN = ('最終ログインから', 'JD0146', '土曜日の件', 'garden books', 'fourteen')
LYING_HOST = 'login.elsewhere.example'  # where mails.LIE leads
INBOX = ('Inbox', 'INBOX', '受信箱')
MORE = ('More', 'その他')  # the button of the banner that opens its menu
MARKS = ('Misleading link', '表示と違うリンク')
SETTLED = 1.5  # seconds after which something that comes late would have come


def check(condition, what):
    if not condition:
        raise Failure(what)


def check_hosts(text):
    for host in HOSTS:
        check(host in text, f'{host} is not named in: {text}')


def show_first(evolution):
    evolution.repeat(lambda: evolution.click_message(SUBJECT), 'the first message',
                     lambda: SHOWN[0] in evolution.document(evolution.window))


def show(evolution, subject):
    """Opens the message with `subject`, which its text repeats."""
    evolution.repeat(lambda: evolution.click_message(subject), subject,
                     lambda: subject in evolution.document(evolution.window))


def check_marked(evolution, subject, window=None):
    """A warning names the false link, and the link is marked."""
    banner = evolution.wait_for_banner(window)
    check(LYING_HOST in text_of(banner), f'{subject}: the link is not named in {text_of(banner)}')
    wait_for('the mark', lambda: any(mark in evolution.document(window) for mark in MARKS))
    evolution.screenshot(f'kind-{subject.replace(" ", "-")}-{evolution.locale}')


def settle():
    """Waits for something that must not appear."""
    time.sleep(SETTLED)
