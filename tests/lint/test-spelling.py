# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds misspelt English. Each version of codespell knows other words, so one version decides; .codespellrc has the
words that it does not know."""

import re
import shutil
import subprocess
import sys

import lint

VERSION = '2.2.'  # Debian 12's
FAULT = re.compile(r'^(?P<path>.+?):(?P<line>\d+): (?P<words>.+ ==> .+)$')
SKIPPED = 77


def is_usable(program):
    if program is None:
        return False
    version = subprocess.run([program, '--version'], capture_output=True, text=True, check=True)
    return (version.stdout + version.stderr).strip().startswith(VERSION)


def check(tree):
    program = shutil.which('codespell')
    if not is_usable(program):
        print(f'codespell {VERSION}x is not installed')
        sys.exit(SKIPPED)
    result = subprocess.run([program, *tree.paths()], cwd=tree.root, capture_output=True, text=True, check=False)
    for match in filter(None, map(FAULT.match, result.stdout.splitlines())):
        tree.fault(match['path'].removeprefix('./'), match['line'], match['words'])


lint.run(check)
