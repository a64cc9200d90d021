# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the first look back costs in the real Thunderbird: how long it takes for 2,000 messages of this computer, and
the longest stop of Thunderbird's main thread meanwhile.

    measure_look_back.py --xpi FILE --host PROGRAM --localedir FOLDER --schemas FOLDER --output FOLDER
"""
import argparse
import pathlib
import sqlite3
import sys
import time

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parent.parent / 'hosts'))
# pylint: disable=wrong-import-position
import mails  # noqa: E402
from measure_thunderbird import STOP, WATCH  # noqa: E402
from thunderbird_driver import Thunderbird, leave_network  # noqa: E402
from waiting import wait_for  # noqa: E402

N_MESSAGES = 2000
QUIET_SECONDS = 5  # in which the client is measured with nothing to do
LONGEST_SECONDS = 600
BUDGET_STOP_MS = 150  # at a stretch, as for a message of 20 MB


def count_senders(memory):
    if not memory.exists():
        return 0
    try:
        with sqlite3.connect(memory) as database:
            return database.execute('SELECT count(*) FROM sender').fetchone()[0]
    except sqlite3.Error:
        return 0  # it is only being made


def measure(client):
    memory = client.base / 'data/bellbuoy/memory.db'
    client.show('Letter 0', 'Letters')  # the program is started for a message
    wait_for('the look back', lambda: count_senders(memory) > 0, 120)
    before, begin = count_senders(memory), time.monotonic()
    client.run(WATCH)
    wait_for('its end', lambda: count_senders(memory) >= N_MESSAGES, LONGEST_SECONDS)
    seconds, stop = time.monotonic() - begin, client.run(STOP)
    client.run(WATCH)
    time.sleep(QUIET_SECONDS)
    print(f'look back at {N_MESSAGES - before} messages: {seconds:.1f} s, longest stop of the main thread '
          f'{stop:.0f} ms; at rest {client.run(STOP):.0f} ms')
    return stop


def main():
    parser = argparse.ArgumentParser()
    for name in ('xpi', 'host', 'localedir', 'schemas', 'output'):
        parser.add_argument(f'--{name}', type=pathlib.Path, required=True)
    options = parser.parse_args()
    leave_network()
    files = [mails.letter(number, f'Letter {number}') for number in range(N_MESSAGES)]
    client = Thunderbird({'Letters': files}, options.output, name='look-back')
    client.install(options.xpi, options.host)
    client.env.update({'GSETTINGS_SCHEMA_DIR': str(options.schemas.resolve()),
                       'BELLBUOY_LOCALEDIR': str(options.localedir.resolve())})
    with client:
        sys.exit(measure(client) > BUDGET_STOP_MS)


if __name__ == '__main__':
    main()
