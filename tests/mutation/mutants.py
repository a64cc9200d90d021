# SPDX-License-Identifier: LGPL-2.1-or-later
"""The mutants of a source file, and which of them a run takes.

A mutant's key is made of what it changes and not of where that stands, so that a run takes the same ones after lines
have moved, and its order is that of the keys: as good as drawn by lot, and the same each time.
"""
import hashlib
import re

import operators

# comments and the contents of strings and characters; a line's length stays as it is
BLANK = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
BOOLEAN = re.compile(r'^(?:static )?gboolean$')
# says what no caller does; is no code yet; says what work costs, which the benchmarks measure
NO_RULE = re.compile(r'g_return_|g_assert|##|_STEPS\b|budget_spend')
TABLE = re.compile(r'^\s*(?:static )?const .*= \{|^\s*= \{')


class Line:
    def __init__(self, text, code):
        self.text, self.code = text, code
        self.in_function = self.returns_boolean = self.in_table = False


class Mutant:
    def __init__(self, path, number, operator, line, change, seed):
        start, end, new = change
        self.path, self.number, self.operator = path, number, operator
        self.old = line.text
        self.new = line.text[:start] + new + line.text[end:]
        self.seed = seed

    def set_key(self, nth):
        told = '\0'.join([self.seed, self.path, self.operator, self.old.strip(), self.new.strip(), str(nth)])
        self.key = hashlib.sha256(told.encode()).hexdigest()[:10]

    def apply(self, text):
        lines = text.split('\n')
        assert lines[self.number - 1] == self.old
        lines[self.number - 1] = self.new
        return '\n'.join(lines)

    def __str__(self):
        where = f'{self.path}:{self.number}: {self.operator} [{self.key}]'
        return f'{where}\n  - {self.old.strip()}\n  + {self.new.strip()}'


def blank(match):
    found = match[0]
    if found.startswith('/*'):
        return re.sub(r'[^\n]', ' ', found)
    return found[0] + '_' * (len(found) - 2) + found[-1]


def read_lines(text):
    """Each line, and where it stands."""
    lines = [Line(*pair) for pair in zip(text.split('\n'), BLANK.sub(blank, text).split('\n'))]
    in_function = returns_boolean = boolean_next = in_table = False
    for line in lines:
        line.code = line.code.rstrip()
        if line.code == '{':
            in_function, returns_boolean = True, boolean_next
        elif line.code == '}':
            in_function = boolean_next = False
        elif not in_function and line.code:
            boolean_next = bool(BOOLEAN.match(line.code)) or (boolean_next and not line.code.endswith(';'))
        if TABLE.match(line.code):
            in_table = True
        line.in_function, line.returns_boolean, line.in_table = in_function, in_function and returns_boolean, in_table
        if line.code.endswith('};'):
            in_table = False
    return lines


def of_file(path, text, seed):
    """Every mutant of the file; path is the one in the tree."""
    found = {}
    for number, line in enumerate(read_lines(text), start=1):
        if line.code.startswith('#') and not line.code.startswith('#define'):
            continue
        if NO_RULE.search(line.code):
            continue
        for operator in operators.OPERATORS:
            for change in operator(line):
                mutant = Mutant(path, number, operator.__name__, line, change, seed)
                alike = found.setdefault((mutant.operator, mutant.old.strip(), mutant.new.strip()), [])
                mutant.set_key(len(alike))
                alike.append(mutant)
    return [mutant for alike in found.values() for mutant in alike]
