# SPDX-License-Identifier: LGPL-2.1-or-later
"""Decoders of pictures are linked only where they are isolated, parsers of mail to no host and not to the library, and
what reaches the network to nothing that is isolated: the dynamic sections of our programs.

    test-links.py ROOT PROGRAM...
"""

import os
import re
import subprocess
import sys

import lint

PAGE = 'core/README.md'
NEEDED = re.compile(r'\(NEEDED\).*\[(.*)\]')
PARSERS = ('gmime', 'gumbo')
PICTURES = ('zbar', 'gdk_pixbuf')
NETWORK = ('soup', 'opendkim', 'resolv', 'sqlite3', 'bellbuoy')  # the last is linked to the others

# by the start of its name, longest first: what is not linked to it
NEVER = {
    'bellbuoy-worker': PICTURES + NETWORK,
    'bellbuoy-qr': PARSERS + NETWORK,
    'bellbuoy-host': PARSERS + PICTURES,
    'module-bellbuoy': PARSERS + PICTURES,
    'libbellbuoy': PARSERS + PICTURES + ('seccomp', 'gtk'),
    'bellbuoy': PICTURES + ('seccomp', 'gtk'),  # check --in-process parses mail itself
}


def read_needed(path):
    section = subprocess.run(['readelf', '--dynamic', '--wide', path], capture_output=True, text=True, check=True,
                             env={**os.environ, 'LC_ALL': 'C'})
    return NEEDED.findall(section.stdout)


def check(tree):
    for path in sys.argv[2:]:
        name = os.path.basename(path)
        unwanted = next(words for start, words in NEVER.items() if name.startswith(start))
        needed = read_needed(path)
        if not any('glib' in library for library in needed):
            tree.fault(PAGE, 1, f'{name}: its dynamic section cannot be read')
        for library in needed:
            if library.startswith(tuple(f'lib{word}' for word in unwanted)):
                tree.fault(PAGE, 1, f'{name} is linked to {library}')


lint.run(check)
