# SPDX-License-Identifier: LGPL-2.1-or-later
"""On a busy machine, messages are switched, windows closed and the client quit while analyses run, without a critical
warning from us, which fatal-criticals.c turns into a crash."""
import os
import subprocess
import sys

import mails
from evolution_driver import wait_for
from scenes import INBOX, check, settle, show

LIE, SLOW_LIE, OTHER = 'First lie', 'Slow lie', 'Other lie'
N_WINDOWS, N_SWITCHES = 4, 20
MAILS = [mails.write('1', mails.lie(LIE)), mails.write('2', mails.lie(SLOW_LIE, 1, is_slow=True)),
         mails.write('3', mails.lie(OTHER, 2))]
SELECT = '1'
SLOW = True
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=2300000
"""}


def busy(act):
    """Does `act` while all processors are busy."""
    others = [subprocess.Popen([sys.executable, '-c', 'while True: pass']) for _ in range(os.cpu_count() or 1)]
    try:
        act()
    finally:
        for other in others:
            other.kill()
            other.wait()


def check_alive(evolution):
    check(evolution.client.poll() is None, f'the client has ended: {evolution.client.returncode}')


def switching_is_quiet(evolution):
    show(evolution, LIE)
    busy(lambda: evolution.key(*(['Down', 'Down', 'Up', 'Up'] * N_SWITCHES), delay_ms=40))
    show(evolution, LIE)
    evolution.wait_for_banner()
    check_alive(evolution)


def windows_close_quietly(evolution):
    def open_and_close():
        for _ in range(N_WINDOWS):
            show(evolution, SLOW_LIE)
            evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
            evolution.close_others()
    busy(open_and_close)
    check_alive(evolution)


def folders_change_quietly(evolution):
    def leave_and_return():
        show(evolution, SLOW_LIE)
        for folder in (('Sent', '送信済み'), INBOX):
            evolution.repeat(lambda folder=folder: evolution.click_cell(*folder), folder[0],
                             lambda folder=folder: evolution.window.get_name().startswith(folder))
    busy(leave_and_return)
    check_alive(evolution)


def message_is_deleted_quietly(evolution):
    def delete():
        show(evolution, SLOW_LIE)
        evolution.key('Delete')
        wait_for('it to go', lambda: SLOW_LIE not in evolution.document(evolution.window))
    busy(delete)
    settle()
    check_alive(evolution)


def quits_with_windows(evolution):
    """The run ends after this, with one message open in a window and another just selected."""
    show(evolution, LIE)
    evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    evolution.activate(evolution.window)
    evolution.key('Down', 'Up', 'Down', delay_ms=40)


SCENES = (switching_is_quiet, windows_close_quietly, folders_change_quietly, message_is_deleted_quietly,
          quits_with_windows)
