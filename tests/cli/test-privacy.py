# SPDX-License-Identifier: LGPL-2.1-or-later
"""With look-ups off nothing leaves the machine: all fixtures are judged in a network namespace of their own, and no
socket is made but those of the AF_UNIX family."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

BELLBUOY = os.environ['BELLBUOY']
DATA = pathlib.Path(os.environ['TEST_DATA'])
NAMESPACE = ['unshare', '--map-root-user', '--net']
SOCKET = re.compile(r'\bsocket\((\w+)')


def works(*command):
    return shutil.which(command[0]) is not None and subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


class Privacy(unittest.TestCase):
    def setUp(self):
        if not works(*NAMESPACE, 'true') or not works('strace', '-o', '/dev/null', 'true'):
            self.skipTest('no network namespaces, or no strace')
        self.folder = tempfile.mkdtemp(prefix='bellbuoy-privacy-')
        self.addCleanup(shutil.rmtree, self.folder, True)

    def sockets(self, *words):
        log = os.path.join(self.folder, 'log')
        home = {name: self.folder for name in ('HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME')}
        given = {**os.environ, **home}
        trace = ['strace', '-f', '-qq', '--seccomp-bpf', '-e', 'trace=socket', '-o', log]
        result = subprocess.run([*NAMESPACE, *trace, BELLBUOY, *words], env=given, stdout=subprocess.PIPE, check=False)
        self.assertIn(result.returncode, (0, 1))
        self.assertGreater(len(result.stdout), 0)
        with open(log, encoding='utf-8', errors='replace') as file:
            return SOCKET.findall(file.read())

    def test_all_fixtures(self):
        self.assertEqual(set(self.sockets('check', '--json', str(DATA))) - {'AF_UNIX'}, set())

    def test_it_would_be_seen(self):
        """The same with --online, whose questions find nobody there."""
        self.assertIn('AF_INET', self.sockets('check', '--json', '--online', str(DATA / 'samples/1-ekinet.eml')))


if __name__ == '__main__':
    unittest.main()
