# SPDX-License-Identifier: LGPL-2.1-or-later
"""Keeps files, functions and folder READMEs small enough to read in one go; prints the sizes of C by module."""

import collections
import os
import re

import lint

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 80
MAX_LINE_COLUMNS = 120
README_LINES = range(10, 41)
README_HEADINGS = ['What', 'May include', 'Begin at', 'To add one']

# Words for people and tables of words may stand on one line, however long.
LITERAL = re.compile(r'"(\\.|[^"\\])*"')
# Tables that are read row by row, not as code.
DATA_TABLES = re.compile(r'-table\.[ch]$|-data\.[ch]$')
# Folders of a test's input, and of Debian's layout, which a README above them speaks for.
INPUT_DIRS = re.compile(r'^debian/|\.in(/|$)|\.repro(/|$)|^tests/data/|/Maildir|/(cur|new|tmp)(/|$)|/fixtures')


def check_file(tree, path):
    lines = tree.lines(path)
    if len(lines) > MAX_FILE_LINES and not DATA_TABLES.search(path):
        tree.fault(path, 1, f'{len(lines)} lines; split it by subject (at most {MAX_FILE_LINES})')
    for number, line in enumerate(lines, start=1):
        line = LITERAL.sub('""', line)
        if len(line) > MAX_LINE_COLUMNS:
            tree.fault(path, number, f'{len(line)} columns (at most {MAX_LINE_COLUMNS})')


def find_functions(tree, path):
    """The line at which each function starts, and its length."""
    start = None
    for number, line in enumerate(tree.lines(path), start=1):
        if line == '{':
            start = number
        elif line.startswith('}') and start is not None:
            yield start, number - start + 1
            start = None


def check_functions(tree, path):
    for start, length in find_functions(tree, path):
        if length > MAX_FUNCTION_LINES:
            tree.fault(path, start, f'a function of {length} lines (at most {MAX_FUNCTION_LINES})')


def describe(lengths):
    """Number, median, 90th percentile and maximum."""
    ordered = sorted(lengths)
    return f'{len(ordered):4} {ordered[len(ordered) // 2]:4} {ordered[len(ordered) * 9 // 10]:4} {ordered[-1]:4}'


def print_sizes(tree):
    modules = collections.defaultdict(list)
    for path in tree.paths('.c'):
        if path.startswith(('client/', 'core/', 'ui/', 'plugin/')):
            modules[path.split('/')[0]].append(path)
            if path.count('/') > 1:
                modules['/'.join(path.split('/')[:2])].append(path)
    for module, paths in sorted(modules.items()):
        functions = [length for path in paths for _, length in find_functions(tree, path)]
        print(f'{module:24} files {describe([len(tree.lines(path)) for path in paths])}'
              f'   functions {describe(functions)}   (number, median, 90 %, maximum)')


def check_readme(tree, folder):
    path = os.path.join(folder, 'README.md')
    if path not in tree.paths('README.md'):
        tree.fault(path, 1, 'is missing')
        return
    lines = tree.lines(path)
    # a table is read row by row
    prose = [line for line in lines if not line.startswith('|')]
    if len(prose) not in README_LINES:
        tree.fault(path, 1, f'{len(prose)} lines beside tables ({README_LINES.start} to {README_LINES.stop - 1})')
    headings = [line.lstrip('# ').lower() for line in lines if line.startswith('#')]
    for heading in README_HEADINGS:
        if heading.lower() not in headings:
            tree.fault(path, 1, f'has no heading "{heading}"')


def check(tree):
    for path in tree.paths('.c', '.h', '.js', '.py'):
        check_file(tree, path)
    for path in tree.paths('.c'):
        check_functions(tree, path)
    folders = {os.path.dirname(path) for path in tree.paths()}
    for folder in sorted(folders):
        if folder and not folder.startswith(('.', 'docs')) and not INPUT_DIRS.search(folder):
            check_readme(tree, folder)
    print_sizes(tree)


lint.run(check)
