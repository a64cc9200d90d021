# SPDX-License-Identifier: LGPL-2.1-or-later
"""The library exports exactly the symbols of core/bellbuoy.symbols: its ABI is a reviewed file.

After a wanted change: nm -D --defined-only LIBRARY | awk '{ print $3 }' | sort > core/bellbuoy.symbols
"""

import subprocess
import sys

import lint

SYMBOLS = 'core/bellbuoy.symbols'


def check(tree):
    listing = subprocess.run(['nm', '-D', '--defined-only', sys.argv[2]],
                             capture_output=True, text=True, check=True)
    exported = {line.split()[-1].split('@')[0] for line in listing.stdout.splitlines() if line}
    promised = set(tree.lines(SYMBOLS))
    for name in sorted(exported - promised):
        tree.fault(SYMBOLS, 1, f'{name} is exported but not listed')
    for name in sorted(promised - exported):
        tree.fault(SYMBOLS, 1, f'{name} is listed but not exported')


lint.run(check)
