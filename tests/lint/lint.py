# SPDX-License-Identifier: LGPL-2.1-or-later
"""What every lint here shares: which files the tree holds, and how a fault is told.

A lint is a script `test-<rule>.py ROOT`. It prints `path:line: fault` and exits 1 if there was any.
"""

import os
import shutil
import subprocess
import sys

GENERATED_DIRS = {'.git', '__pycache__', 'output'}


class Lint:
    def __init__(self, root):
        self.root = os.path.abspath(root)
        self.n_faults = 0
        self._paths = None

    def fault(self, path, line, text):
        print(f'{path}:{line}: {text}')
        self.n_faults += 1

    def done(self):
        print(f'{self.n_faults} faults')
        sys.exit(1 if self.n_faults else 0)

    def paths(self, *endings):
        """The files of the tree, relative to its root, in order; with `endings`, only those."""
        if self._paths is None:
            self._paths = sorted(self._from_git() or self._from_disk())
        return [path for path in self._paths if not endings or path.endswith(endings)]

    def lines(self, path):
        with open(os.path.join(self.root, path), encoding='utf-8', errors='replace') as file:
            return file.read().splitlines()

    def _from_git(self):
        if not os.path.exists(os.path.join(self.root, '.git')) or shutil.which('git') is None:
            return None
        listing = subprocess.run(['git', '-C', self.root, 'ls-files', '-z'],
                                 capture_output=True, text=True, check=False)
        names = [name for name in listing.stdout.split('\0') if name]
        return [name for name in names if os.path.isfile(os.path.join(self.root, name))]

    def _from_disk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders
                          if name not in GENERATED_DIRS and not name.startswith(('_build', 'build'))]
            for name in names:
                yield os.path.relpath(os.path.join(folder, name), self.root)


def run(check):
    lint = Lint(sys.argv[1])
    check(lint)
    lint.done()
