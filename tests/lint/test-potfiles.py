# SPDX-License-Identifier: LGPL-2.1-or-later
"""po/POTFILES names exactly the files that hold words for people."""

import re

import lint

TEMPLATE_WORDS = 'translatable="yes"'
TRANSLATABLE = re.compile(r'(?<!\w)(_|N_|C_|NC_|P_|ngettext|g_dngettext|dngettext)\s*\(\s*(\w+,\s*)?"')


def holds_words(tree, path):
    if path.endswith('.ui'):
        return any(TEMPLATE_WORDS in line for line in tree.lines(path))
    return any(TRANSLATABLE.search(line) for line in tree.lines(path) if '#define' not in line)


def check(tree):
    listed = [line for line in tree.lines('po/POTFILES') if line and not line.startswith('#')]
    paths = tree.paths()
    for path in listed:
        if path not in paths:
            tree.fault('po/POTFILES', 1, f'{path} does not exist')
    for path in tree.paths('.c', '.h', '.ui'):
        if not path.startswith('tests/') and path not in listed and holds_words(tree, path):
            tree.fault(path, 1, 'holds words for people but is not in po/POTFILES')


lint.run(check)
