# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds recipes that name another version than meson.build does."""

import re

import lint

# where the newest version stands, in each file
PLACES = {
    'NEWS': r'\ABellbuoy (\S+)',
    'debian/changelog': r'\Abellbuoy \((\S+)-[^-]+\)',
    'data/org.bellbuoy.Evolution.metainfo.xml.in': r'<release version="([^"]+)"',
    'data/packages/PKGBUILD': r'^pkgver=(\S+)',
    'data/packages/bellbuoy.spec': r'^Version:\s*(\S+)',
}


def find_version(tree, path, pattern):
    if path not in tree.paths():
        return None
    match = re.search(pattern, '\n'.join(tree.lines(path)), re.MULTILINE)
    return match[1] if match else None


def check(tree):
    version = find_version(tree, 'meson.build', r"^  version: '([^']+)'")
    for path, pattern in PLACES.items():
        found = find_version(tree, path, pattern)
        if found != version:
            tree.fault(path, 1, f'version {found}, where meson.build has {version}')


lint.run(check)
