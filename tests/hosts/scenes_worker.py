# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages are read by a program that can die: a message that kills its process costs its own verdict alone."""
import os
import pathlib
import signal

import mails
from accessible import text_of
from evolution_driver import wait_for
from scenes import check, check_marked, show

if 'BELLBUOY_WORKER_FAULTY' in os.environ:
    os.environ['BELLBUOY_WORKER'] = os.environ['BELLBUOY_WORKER_FAULTY']

BUILT_SO = ('This message is built so', 'このメールは確認できない作り')
DEADLY = {'crash': 'It crashes', 'loop': 'It never ends', 'memory': 'It takes all memory', 'lie': 'It lies'}
HARMLESS, PRINTING = 'It is false', 'It prints'
WORKER = 'bellbuoy-worker', 'worker-faulty'


def marked(subject, minute, word):
    mail = mails.lie(subject, minute)
    mail['X-Test-Fault'] = word
    return mail


MAILS = [mails.write('harmless', mails.lie(HARMLESS, 1)), mails.write('print', marked(PRINTING, 2, 'print')),
         *(mails.write(word, marked(subject, 3 + number, word))
           for number, (word, subject) in enumerate(DEADLY.items()))]
SELECT = 'harmless'
SIZE = '1000x1100'  # all messages in the list
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=3000000
"""}


def state(pid):
    """The name of a process, its state and its parent; None if it has gone."""
    try:
        name, rest = pathlib.Path('/proc', str(pid), 'stat').read_text(encoding='utf-8').split('(', 1)[1].rsplit(')', 1)
    except OSError:
        return None
    return name, rest.split()[0], int(rest.split()[1])


def children(parent):
    found = ((int(entry.name), state(entry.name)) for entry in pathlib.Path('/proc').iterdir() if entry.name.isdigit())
    return {pid: one for pid, one in found if one is not None and one[2] == parent}


def find_worker(evolution):
    return next((pid for pid, (name, _, _) in children(evolution.client.pid).items() if name in WORKER), None)


def dead_ones_say_so(evolution):
    for subject in DEADLY.values():
        show(evolution, subject)
        banner = evolution.wait_for_banner()
        check(any(word in text_of(banner) for word in BUILT_SO), f'{subject}: {text_of(banner)}')
    evolution.screenshot(f'dead-{evolution.locale}')
    for subject in HARMLESS, PRINTING:
        show(evolution, subject)
        check_marked(evolution, subject)


def nothing_is_left_of_them(evolution):
    worker = find_worker(evolution)
    check(worker is not None, 'the program has ended')
    wait_for('the children to end, but that of the next message', lambda: len(children(worker)) <= 1)
    check(all(status != 'Z' for _, status, _ in children(evolution.client.pid).values()), 'a zombie')


def killed_program_is_started_again(evolution):
    before = find_worker(evolution)
    os.kill(before, signal.SIGKILL)
    wait_for('its end', lambda: state(before) is None)
    show(evolution, HARMLESS)
    check_marked(evolution, HARMLESS)
    wait_for('another one', lambda: find_worker(evolution) not in (None, before))


SCENES = [dead_ones_say_so, nothing_is_left_of_them, killed_program_is_started_again]
