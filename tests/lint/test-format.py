# SPDX-License-Identifier: LGPL-2.1-or-later
"""Keeps C as .clang-format lays it out. Each version of clang-format has rules of its own, so one version decides."""

import os
import re
import shutil
import subprocess
import sys

import lint

VERSION = '14'  # Debian 12's
STYLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '.clang-format')
FAULT = re.compile(r'^(?P<path>.+?):(?P<line>\d+):\d+: error: ')
SKIPPED = 77


def find_program():
    for name in (f'clang-format-{VERSION}', 'clang-format'):
        path = shutil.which(name)
        if path and f'version {VERSION}.' in subprocess.run([path, '--version'], capture_output=True, text=True,
                                                            check=True).stdout:
            return path
    return None


def check_quarks(tree, paths):
    """GLib's macro takes bare words, which clang-format spaces out as a subtraction: the spaces are in the name then."""
    for path in paths:
        for number, line in enumerate(tree.lines(path), start=1):
            if line.startswith('G_DEFINE_QUARK'):
                tree.fault(path, number, 'clang-format would change the name: write the function')


def check(tree):
    program = find_program()
    if program is None:
        print(f'clang-format {VERSION} is not installed')
        sys.exit(SKIPPED)
    paths = tree.paths('.c', '.h')
    if not paths:
        return
    result = subprocess.run([program, f'--style=file:{STYLE}', '--dry-run', '--Werror', *paths], cwd=tree.root,
                            capture_output=True, text=True, check=False)
    faults = {match['path']: match['line'] for match in map(FAULT.match, reversed(result.stderr.splitlines())) if match}
    for path, line in sorted(faults.items()):
        tree.fault(path, line, f'is not as clang-format {VERSION} lays it out: clang-format-{VERSION} -i {path}')
    check_quarks(tree, paths)
    if result.returncode != 0 and not faults:
        tree.fault('.clang-format', 1, result.stderr.strip())


lint.run(check)
