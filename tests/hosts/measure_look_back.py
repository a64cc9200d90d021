# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the first look back costs in the real Evolution: how long it takes for 2,000 local messages, and the longest
time for which the main thread answers nobody meanwhile. Accessibility requests are answered there.

    measure_look_back.py OUTPUT MODULE
"""
import pathlib
import sys
import tempfile
import time

import gi

import mails
from evolution_driver import Evolution, wait_for

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402  pylint: disable=wrong-import-position

N_MESSAGES = 2000
QUIET_SECONDS = 3  # in which the client is measured with nothing to do
EACH_SECONDS = 0.005
BUDGET_STOP_MS = 100  # more than the client at rest: what a person notices


class Stops:
    """How long the main thread took to answer, in milliseconds."""

    def __init__(self, window):
        self.window = window
        self.longest = 0

    def ask(self):
        begin = time.monotonic()
        Atspi.Component.get_extents(self.window, Atspi.CoordType.SCREEN)
        self.longest = max(self.longest, 1000 * (time.monotonic() - begin))
        time.sleep(EACH_SECONDS)


def measure(evolution):
    base = evolution.profile.base
    memory, record = (pathlib.Path(base, name) for name in ('data/bellbuoy/memory.db', 'state/bellbuoy/looked-back'))
    evolution.wait_for_message('Letter 0')
    wait_for('the look back', memory.exists)
    begin, busy = time.monotonic(), Stops(evolution.window)
    while not record.exists():
        busy.ask()
    seconds = time.monotonic() - begin
    at_rest = Stops(evolution.window)
    end = time.monotonic() + QUIET_SECONDS
    while time.monotonic() < end:
        at_rest.ask()
    print(f'look back at {N_MESSAGES} messages: {seconds:.1f} s, longest stop of the main thread '
          f'{busy.longest:.0f} ms; at rest {at_rest.longest:.0f} ms')
    return busy.longest - at_rest.longest


def main():
    files = [mails.letter(number, f'Letter {number}') for number in range(N_MESSAGES)]
    with tempfile.TemporaryDirectory(prefix='bellbuoy-stage-') as stage:
        folder = pathlib.Path(stage, 'lib/evolution/modules')
        folder.mkdir(parents=True)
        (folder / 'module-bellbuoy.so').symlink_to(pathlib.Path(sys.argv[2]).resolve())
        with Evolution(stage, files, 'letter0', pathlib.Path(sys.argv[1]), name='look-back') as evolution:
            longer = measure(evolution)
    sys.exit(longer > BUDGET_STOP_MS)


if __name__ == '__main__':
    main()
