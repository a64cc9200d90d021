# SPDX-License-Identifier: LGPL-2.1-or-later
"""A block list on a server on loopback, and the program that fetches it, as a timer of the reader's session does."""
import os
import pathlib
import subprocess
import sys

from waiting import SLOW

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / 'cli'))
from list_server import ListServer  # noqa: E402  pylint: disable=wrong-import-position

NAME = 'harbour'
DAY = r'\b20\d\d-\d\d-\d\d\b'  # of which a list is, in a warning
SERVER = ListServer()
SERVER.start()
WORDS = f'{NAME} hosts {SERVER.address}/list'


def fetch(client, *sites):
    """The server now lists `sites`, and the subscriptions in the client's settings are renewed."""
    SERVER.pages['/list'] = ''.join(f'0.0.0.0 {site}\n' for site in ('harmful.example', *sites))
    program = os.environ.get('BELLBUOY', 'bellbuoy')
    env = client.env | {'BELLBUOY_LIST_SERVER': SERVER.address}
    subprocess.run([program, 'lists', 'update'], env=env, check=True, timeout=SLOW)
