# SPDX-License-Identifier: LGPL-2.1-or-later
"""With lookups off nothing leaves the machine: all fixtures are judged in a network namespace of their own, and no
socket is made but those of the AF_UNIX family."""

import os
import pathlib
import subprocess
import sys
import unittest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / 'net'))

from socket_trace import SocketTrace  # noqa: E402 pylint: disable=wrong-import-position

BELLBUOY = os.environ['BELLBUOY']
DATA = pathlib.Path(os.environ['TEST_DATA'])


class Privacy(unittest.TestCase):
    def setUp(self):
        self.trace = SocketTrace(self)

    def sockets(self, *words):
        home = {name: self.trace.folder for name in ('HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME')}
        result = subprocess.run([*self.trace.prefix, BELLBUOY, *words], env={**os.environ, **home},
                                stdout=subprocess.PIPE, check=False)
        self.assertIn(result.returncode, (0, 1))
        self.assertGreater(len(result.stdout), 0)
        return self.trace.families()

    def test_all_fixtures(self):
        self.assertEqual(self.sockets('check', '--json', str(DATA)) - {'AF_UNIX'}, set())

    def test_it_would_be_seen(self):
        """The same with --online, whose questions find nobody there."""
        self.assertIn('AF_INET', self.sockets('check', '--json', '--online', str(DATA / 'samples/1-ekinet.eml')))


if __name__ == '__main__':
    unittest.main()
