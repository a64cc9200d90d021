#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""make-look-alikes.py IN OUT: makes C rows of data/look-alikes.txt, which says what they are."""

import sys

USES = ('host', 'digit', 'slash', 'stroke', 'border')


def read(line):
    code, letter, reads, where = line.split('#')[0].split()
    where = where.split(',')
    if chr(int(code, 16)) != letter or len(reads) != 1:
        sys.exit(f'look-alikes: "{line}" does not fit together')
    in_text = f"'{reads}'" if 'text' in where else '0'
    in_name = f"'{reads}'" if 'name' in where else '0'
    uses = ' | '.join(f'BUOY_LOOK_ALIKE_{use.upper()}' for use in USES if use in where)
    return f'  {{ 0x{code}, {in_text}, {in_name}, {uses or "0"} }},'


with open(sys.argv[1], encoding='utf-8') as data:
    rows = [read(line) for line in data if line.strip() and not line.startswith(('#', 'not-text'))]
with open(sys.argv[2], 'w', encoding='utf-8') as out:
    out.write('\n'.join(rows) + '\n')
