# SPDX-License-Identifier: LGPL-2.1-or-later
"""The ways to make a line of C wrong. Each sees the line with its comments and strings blanked out, and says what to
put where: (start, end, replacement).
"""
import re

STRENGTHS = ['NOTE', 'WEAK', 'MEDIUM', 'STRONG']
SWAPS = {'<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=', '!=': '=='}

BINARY = re.compile(r'(?<= )(<=|>=|==|!=|<|>)(?= )')
LOGICAL = re.compile(r'(?<![^ ])(&&|\|\|)(?= )')
NOT = re.compile(r'!(?=[a-z(*])')
CONDITION = re.compile(r'\bif (?=\()')
# not an index, not a bit, not "-1" for all there is, not what a comparison answers, no part of a name or of a fraction
NUMBER = re.compile(r'(?<![\w.\[-])(?<!<< )(?<![=!]= (?=0\b))(\d+)(?![\w.\]])(?! <<)')
LIMIT = 1000  # from here on a number is a limit of what is read, not a threshold of a rule
STRENGTH = re.compile(r'\bBUOY_STRENGTH_(NOTE|WEAK|MEDIUM|STRONG)\b')
RETURN = re.compile(r'\breturn (TRUE|FALSE);')
ANSWER = re.compile(r'\breturn (?!TRUE;|FALSE;)(.+);$')
CALL = re.compile(r'^\s+(?!return\b|g_autop)[a-z]\w*(?:->\w+|\.\w+)* \(.*\);$')
ASSIGNMENT = re.compile(r'^\s+\*?[a-z]\w*(?:->\w+|\.\w+|\[[^]]*\])* (?:[-+|&]?=) .*;$')
JUMP = re.compile(r'^\s+(break|continue);$')
# what is not freed is found by the sanitizers, not by a verdict
FREEING = re.compile(r'_(?:free|unref|clear|free_full|ref_count_init)\b')
ROW = re.compile(r'^\s+\{.*\},$')
# of a list on one line: of the longer ones, which are data, a test could only say them again
LIST = re.compile(r'= \{ "[^{}]*\};$')
ITEM = re.compile(r'"[^"]*", ')
LOOP = re.compile(r'^\s*for \(')


def relational(line):
    found = [(m.start(), m.end(), SWAPS[m[0]]) for m in BINARY.finditer(line.code)]
    # a read past an end is found by the sanitizers
    return [change for change in found if change[2] != '<=' or not LOOP.match(line.code)]


def logical(line):
    return [(m.start(), m.end(), {'&&': '||', '||': '&&'}[m[0]]) for m in LOGICAL.finditer(line.code)]


def negated(line):
    """A condition that stands on one line, and a negation taken away."""
    found = [(m.start(), m.end(), '') for m in NOT.finditer(line.code)]
    for match in CONDITION.finditer(line.code):
        end = closing(line.code, match.end())
        if end is not None:
            found.append((match.end(), end, '(!' + line.text[match.end():end] + ')'))
    return found


def constant(line):
    """One more, and one less where that is not below zero; of a limit twice and half as much."""
    found = []
    for match in NUMBER.finditer(line.code):
        value = int(match[0])
        if value >= LIMIT:
            found += [(match.start(), match.end(), str(other)) for other in (value * 2, value // 2)]
            continue
        found.append((match.start(), match.end(), str(value + 1)))
        if value > 0:
            found.append((match.start(), match.end(), str(value - 1)))
    return found


def strength(line):
    found = []
    for match in STRENGTH.finditer(line.code):
        step = STRENGTHS.index(match[1])
        for other in STRENGTHS[max(step - 1, 0):step] + STRENGTHS[step + 1:step + 2]:
            found.append((match.start(1), match.end(1), other))
    return found


def statement(line):
    """A call, an assignment or a jump that stands on one line, left out."""
    code = line.code
    if not line.in_function or FREEING.search(code):
        return []
    if CALL.match(code) or ASSIGNMENT.match(code) or JUMP.match(code):
        return [(len(code) - len(code.lstrip()), len(code), ';')]
    return []


def answer(line):
    if not line.returns_boolean:
        return []
    found = [(m.start(1), m.end(1), {'TRUE': 'FALSE', 'FALSE': 'TRUE'}[m[1]]) for m in RETURN.finditer(line.code)]
    for match in ANSWER.finditer(line.code):
        found += [(match.start(1), match.end(1), value) for value in ('TRUE', 'FALSE')]
    return found


def row(line):
    """A row of a table, or a string of a short list."""
    if line.in_table and ROW.match(line.code):
        return [(0, len(line.code), '')]
    if LIST.search(line.code):
        return [(m.start(), m.end(), '') for m in ITEM.finditer(line.code)]
    return []


OPERATORS = [relational, logical, negated, constant, strength, statement, answer, row]


def closing(code, start):
    """Behind the bracket that closes the one at start, if it is on the line."""
    depth = 0
    for at in range(start, len(code)):
        depth += {'(': 1, ')': -1}.get(code[at], 0)
        if depth == 0:
            return at + 1
    return None
