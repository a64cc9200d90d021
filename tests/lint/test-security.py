# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each line of a table in docs/security.md that is shown by a test names one that exists: its file and words in it."""

import os
import re

import lint

PAGE = 'docs/security.md'
SHOWN = re.compile(r'\| *shown by *\|$')
RULE = re.compile(r'[| -]+$')
NAME = re.compile(r'`([^`]+)`')


def read(tree, path):
    return '\n'.join(tree.lines(path)) if os.path.isfile(os.path.join(tree.root, path)) else None


def check_cell(tree, number, cell):
    text = None
    for name in NAME.findall(cell):
        if name.startswith('tests/'):
            text = read(tree, name)
            if text is None:
                tree.fault(PAGE, number, f'{name} does not exist')
        elif text is not None and f'"{name}' not in text and f'{name} (' not in text:
            tree.fault(PAGE, number, f'{name} is not in the test before it')
    if text is None:
        tree.fault(PAGE, number, 'names no test')


def check(tree):
    in_table = False
    for number, line in enumerate(tree.lines(PAGE), 1):
        if not line.startswith('|'):
            in_table = False
        elif SHOWN.search(line):
            in_table = True
        elif in_table and not RULE.match(line):
            check_cell(tree, number, line.rstrip('| ').rsplit('|', 1)[1])


lint.run(check)
