# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a program in a network namespace of its own, and lists the families of the sockets that it and its children
make."""

import os
import re
import shutil
import subprocess
import tempfile

NAMESPACE = ['unshare', '--map-root-user', '--net']
TRACE = ['strace', '-f', '-qq', '--seccomp-bpf', '-e', 'trace=socket', '-o']
SOCKET = re.compile(r'\bsocket\((\w+)')


def works(*command):
    return shutil.which(command[0]) is not None and subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


class SocketTrace:
    """`prefix` comes before the words of the program's command; `folder` is removed at the end of the test."""

    def __init__(self, test):
        if not works(*NAMESPACE, 'true') or not works(*TRACE, '/dev/null', 'true'):
            test.skipTest('no network namespaces, or no strace')
        self.folder = tempfile.mkdtemp(prefix='bellbuoy-sockets-')
        test.addCleanup(shutil.rmtree, self.folder, True)
        self._log = os.path.join(self.folder, 'log')
        self.prefix = [*NAMESPACE, *TRACE, self._log]

    def families(self):
        """To be called once the program has ended."""
        with open(self._log, encoding='utf-8', errors='replace') as file:
            return set(SOCKET.findall(file.read()))
