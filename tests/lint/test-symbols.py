# SPDX-License-Identifier: LGPL-2.1-or-later
"""The library exports what two lists name, each list as a version of its own: its ABI is reviewed files.

core/bellbuoy.symbols is the API: version BELLBUOY_1. core/bellbuoy-private.symbols is for our own hosts, which have to
be of the same version: BELLBUOY_PRIVATE_ with that version. No installed header declares the latter, and a host calls
each of them.

    test-symbols.py ROOT [LIBRARY]
"""

import re
import subprocess
import sys

import lint

PUBLIC = 'core/bellbuoy.symbols'
PRIVATE = 'core/bellbuoy-private.symbols'
HOSTS = ('client/', 'plugin/', 'ui/')
MARKS = {PUBLIC: 'BUOY_AVAILABLE_IN_', PRIVATE: 'BUOY_FOR_HOSTS'}
PROTOTYPE = re.compile(r'^(\w+) [^;{}#]*?\b(buoy_\w+) \([^;{}]*\);', re.MULTILINE)


def read_exported(library):
    """The symbols of each version."""
    listing = subprocess.run(['nm', '-D', '--defined-only', library], capture_output=True, text=True, check=True)
    exported = {}
    for line in listing.stdout.splitlines():
        kind, name = line.split()[-2:]
        if kind != 'A':  # a version itself
            symbol, _, version = name.partition('@@')
            exported.setdefault(version, set()).add(symbol)
    return exported


def check_list(tree, path, exported):
    names = set(tree.lines(path))
    for name in sorted(exported - names):
        tree.fault(path, 1, f'{name} is exported but not listed')
    for name in sorted(names - exported):
        tree.fault(path, 1, f'{name} is listed but not exported')


def check_library(tree, library):
    exported = read_exported(library)
    for version in exported:
        if version != 'BELLBUOY_1' and not version.startswith('BELLBUOY_PRIVATE_'):
            tree.fault(PUBLIC, 1, f'{version or "no version"} is neither of the two versions')
    check_list(tree, PUBLIC, exported.get('BELLBUOY_1', set()))
    check_list(tree, PRIVATE, {name for version, names in exported.items() for name in names
                               if version.startswith('BELLBUOY_PRIVATE_')})


def check_order(tree, path):
    names = tree.lines(path)
    if names != sorted(set(names)):
        tree.fault(path, 1, 'is not in order')


def check_marks(tree):
    """What the headers say of each symbol; the functions of enumerations are in a generated one."""
    lists = {name: path for path in (PUBLIC, PRIVATE) for name in tree.lines(path)}
    for path in tree.paths('.h'):
        text = '\n'.join(tree.lines(path)) if path.startswith('core/') else ''
        for mark, name in PROTOTYPE.findall(text):
            if name in lists and not mark.startswith(MARKS[lists[name]]):
                tree.fault(path, 1, f'{name} is not {MARKS[lists[name]]}, but in {lists[name]}')
            elif name not in lists and mark.startswith(tuple(MARKS.values())):
                tree.fault(path, 1, f'{name} is {mark}, but in no list')


def check_calls(tree):
    sources = '\n'.join('\n'.join(tree.lines(path)) for path in tree.paths('.c', '.h') if path.startswith(HOSTS))
    called = set(re.findall(r'\bbuoy_\w+', sources))
    for name in tree.lines(PRIVATE):
        if name not in called and not name.endswith(('_free', '_unref')):  # those are called by g_autoptr
            tree.fault(PRIVATE, 1, f'{name} is not called by a host')


def check(tree):
    check_order(tree, PUBLIC)
    check_order(tree, PRIVATE)
    check_marks(tree)
    check_calls(tree)
    if len(sys.argv) > 2:
        check_library(tree, sys.argv[2])


lint.run(check)
