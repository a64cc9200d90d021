# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every language of po/LINGUAS has every word of the source, none of them fuzzy, placeholders kept.

Japanese has its brackets and marks in half width, as the desktop around it has them."""

import os
import subprocess
import tempfile

import lint

KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dngettext:2,3']

FULL_WIDTH_MARKS = set('（）：？！％')


def make_template(tree, pot):
    command = ['xgettext', '--from-code=UTF-8', '--force-po', '--output', pot,
               '--files-from', 'po/POTFILES', *(f'--keyword={word}' for word in KEYWORDS)]
    subprocess.run(command, cwd=tree.root, check=True)


def check_language(tree, path, pot):
    for command in (['msgfmt', '--check', '--output-file', os.devnull, path], ['msgcmp', path, pot]):
        result = subprocess.run(command, cwd=tree.root, stderr=subprocess.PIPE, text=True, check=False)
        if result.returncode != 0:
            tree.fault(path, 1, f'{command[0]}: {result.stderr.strip()}')


def check_marks(tree, path):
    for number, line in enumerate(tree.lines(path), 1):
        for mark in set(line) & FULL_WIDTH_MARKS:
            tree.fault(path, number, f'"{mark}" in full width')


def check(tree):
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'bellbuoy.pot')
        make_template(tree, pot)
        languages = ' '.join(line for line in tree.lines('po/LINGUAS') if not line.startswith('#')).split()
        for language in languages:
            check_language(tree, f'po/{language}.po', pot)
    check_marks(tree, 'po/ja.po')


lint.run(check)
