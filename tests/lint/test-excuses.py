# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whatever in a message lowers, answers or leaves out a finding is an excuse that a hostile sender can try to claim.
The function that decides it names the rows of tests/data/excuses.ini in a comment, "Excuse: references, list-post",
and the property test tries these rows. "Excuse: none" says that there is nothing to claim, and the comment says why.
"""

import re

import lint

TABLE = 'tests/data/excuses.ini'
ROW = re.compile(r'\[([a-z0-9-]+)\]$')
TAG = re.compile(r'Excuse: ([a-z0-9-]+(?:, [a-z0-9-]+)*)')
NO_EXCUSE = 'none'

# What makes a finding less than its row says, and the states of the evidence for which findings are not made.
LOWERING = [
    ('core/checks/', re.compile(r'buoy_finding_weaken \(\w+, BUOY_|buoy_finding_answer \(|'
                               r'return [^;]*BUOY_STRENGTH_(NOTE|WEAK)\b')),
    ('core/evidence/', re.compile(r'return BUOY_ORIGIN_(UNKNOWN|MATCH|VOUCHED)|return BUOY_TARGET_(WRAPPED|UNKNOWN)|'
                                  r'->is_list = [^;]*\(|->links_unrelated = |->links_to_brand \|= ')),
]


def read_rows(tree):
    """The names of the rows, each with whether code must name it, and its line."""
    rows, name = {}, None
    for number, line in enumerate(tree.lines(TABLE), start=1):
        row = ROW.match(line)
        if row:
            name = row[1]
            rows[name] = [True, number]
        elif name and line.startswith('general'):
            rows[name][0] = False
    return rows


def functions_of(lines):
    """Each function with the comment above it: its first line's number, its lines."""
    start = 0
    for number, line in enumerate(lines):
        if line == '}':
            yield start + 1, lines[start:number + 1]
            start = number + 1
        elif line in ('};', '#endif'):
            start = number + 1


def unfold(lines):
    """The text of comments without their stars and line ends."""
    return re.sub(r'\s*\n\s*(\*(?!/)\s*)?', ' ', '\n'.join(lines))


def check_function(tree, path, number, lines, pattern):
    text = '\n'.join(lines)
    lowering = pattern.search(text)
    if lowering and not TAG.search(unfold(lines)):
        line = number + text[:lowering.start()].count('\n')
        tree.fault(path, line, 'lowers or leaves out a finding and names no excuse (tests/data/excuses.ini)')


def check_file(tree, path, rows, named):
    lines = tree.lines(path)
    for tag in TAG.findall(unfold(lines)):
        for name in tag.split(', '):
            named.add(name)
            if name != NO_EXCUSE and name not in rows:
                tree.fault(path, 1, f'excuse {name} has no row in {TABLE}')
    for folder, pattern in LOWERING:
        if path.startswith(folder):
            for number, function in functions_of(lines):
                check_function(tree, path, number, function, pattern)


def check(tree):
    rows, named = read_rows(tree), set()
    for path in tree.paths('.c', '.h'):
        if path.startswith('core/'):
            check_file(tree, path, rows, named)
    for name, (must_be_named, number) in rows.items():
        if must_be_named and name not in named:
            tree.fault(TABLE, number, f'{name} is named by no code, nor general')


lint.run(check)
