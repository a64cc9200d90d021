# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every file of code says its licence in its first lines."""

import os

import lint

LICENCE = 'SPDX-License-Identifier: LGPL-2.1-or-later'
MARKED = ('.c', '.css', '.h', '.ini', '.js', '.py', '.sh', '.svg', '.ts', 'meson.build', 'meson_options.txt')
FIRST_LINES = 3


def is_script(tree, path):
    lines = tree.lines(path) if os.path.splitext(path)[1] == '' else []
    return bool(lines) and lines[0].startswith('#!')


def check(tree):
    for path in tree.paths():
        marked = path.endswith(MARKED) or is_script(tree, path)
        if marked and not any(LICENCE in line for line in tree.lines(path)[:FIRST_LINES]):
            tree.fault(path, 1, f'does not say "{LICENCE}"')


lint.run(check)
