# SPDX-License-Identifier: LGPL-2.1-or-later
"""A loop over what a sender wrote ends when the budget of the message is spent, or after a number of turns that has a
name: what he repeats a million times must not hang the mail client.

A loop in core/message or core/evidence passes where

- its function spends, or asks one of the same file that does (buoy_budget_spend);
- its head names a constant, or a list whose length is limited by one (LISTS), or the reader's own data or the
  registries (OWN);
- its function sees only a text, and it stands within no loop but those of the kind above: it is linear, and whoever got
  the text has spent its length;
- a comment at the function says "Bounded: " and names the constant that bounds it, or the function that has spent for it.
"""

import re

import lint

FOLDERS = ('core/message/', 'core/evidence/')
SPEND = 'buoy_budget_spend'

# Lists of the message and of the evidence, by the last part of their name, and what limits them.
LISTS = {
    'auth_results': 'BUOY_MAX_HEADERS', 'headers': 'BUOY_MAX_HEADERS', 'n_headers': 'BUOY_MAX_HEADERS',
    'received': 'BUOY_MAX_HEADERS', 'n_trusted': 'BUOY_MAX_HEADERS',
    'from': 'BUOY_MAX_HEADERS', 'reply_to': 'BUOY_MAX_HEADERS', 'to': 'BUOY_MAX_HEADERS',
    'links': 'BUOY_MAX_LINKS', 'targets': 'BUOY_MAX_LINKS', 'inner': 'BUOY_MAX_INNER',
    'pictures': 'BUOY_MAX_PICTURES', 'claims': 'buoy_claim_add', 'lookalikes': 'BUOY_MAX_LINKS',
    'signers': 'MAX_SIGNERS', 'pages': 'BUOY_MAX_PAGES', 'attributes': 'MAX_COMPARE_STEPS',
    'limits': 'buoy_message_note', 'anomalies': 'buoy_message_note',  # which keeps each name once
}
# What the reader or this project wrote.
OWN = re.compile(r'\b(context|brands?|imitated|protected_names|sender|rows?)->'
                 r'|\b(configured|namesakes|networks)\b')

CONSTANT = re.compile(r'\b(?!NULL\b|TRUE\b|FALSE\b|MIN\b|MAX\b|G_MAX)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b')
DEFINE = re.compile(r'#define ([A-Z][A-Z0-9_]+)')
LENGTH = re.compile(r'\b([a-z_]+)(?:->|\.)len(?:gth)?\b|\b(n_[a-z_]+)\b')
LOOP = re.compile(r'( *)(?:for|while) \(')
NAME = re.compile(r'([a-z][a-z0-9_]+) \(')
BOUNDED = re.compile(r'Bounded: ([^*]+)')
WORD = re.compile(r'[A-Za-z_][A-Za-z0-9_]{3,}')
# Types that lead to the budget of the message.
SEES_ALL = re.compile(r'\bBuoy(Message|Evidence|PartWalk|Budget|HtmlReader|AuthSummary|TrustedResults)\b')
NO_CODE = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def strip(text):
    """The code without comments and literals, on the same lines."""
    return NO_CODE.sub(lambda match: '\n' * match[0].count('\n') or '0', text)


class Function:
    def __init__(self, lines, code, first, start, end):
        self.start, self.code = start, code[start:end + 1]
        self.comments = ' '.join(lines[first:end + 1])
        heads = [number for number in range(first, start) if NAME.match(code[number])]
        self.name = NAME.match(code[heads[-1]])[1] if heads else ''
        self.signature = ' '.join(code[heads[-1]:start]) if heads else ''
        self.text = '\n'.join(self.code)

    def calls(self, names):
        return any(f'{name} (' in self.text for name in names)

    def loops(self):
        """Of each loop its line, its head, and the heads around it."""
        around = []
        for number, line in enumerate(self.code):
            match = LOOP.match(line)
            if not match:
                continue
            head, last = line, number
            while head.count('(') > head.count(')') and last + 1 < len(self.code):
                last += 1
                head += self.code[last]
            around = [(indent, outer) for indent, outer in around
                      if indent < len(match[1]) and not self.ends(outer, number, indent)]
            yield self.start + number + 1, head, [self.code[outer] for _, outer in around]
            around.append((len(match[1]), number))

    def ends(self, outer, number, indent):
        """Whether the loop at `outer` is over before line `number`."""
        return any(line.strip() and len(line) - len(line.lstrip()) <= indent
                   for line in self.code[outer + 1:number])


def functions_of(text):
    lines, code = text.split('\n'), strip(text).split('\n')
    first = start = 0
    for number, line in enumerate(code):
        if line == '{':
            start = number
        elif line == '}' and start:
            yield Function(lines, code, first, start, number)
            first, start = number + 1, 0
        elif line == '};':
            first = number + 1


def spenders_of(functions):
    names = {SPEND}
    while True:
        more = {function.name for function in functions if function.name and function.calls(names)} - names
        if not more:
            return names
        names |= more


def is_short(head, known):
    """Whether the head of a loop tells that its turns are limited."""
    lists = [match[1] or match[2] for match in LENGTH.finditer(head)]
    constants = [name for name in CONSTANT.findall(head) if name in known or name.startswith(('N_', 'G_N_'))]
    return bool(constants or OWN.search(head) or any(name in LISTS for name in lists))


def is_linear(function, around, known):
    return not SEES_ALL.search(function.signature) and all(is_short(head, known) for head in around)


def is_bounded(tree, path, function, known):
    """Whether a comment bounds the loops of the function by something that is there."""
    match = BOUNDED.search(function.comments)
    if match and not known & set(WORD.findall(match[1])):
        tree.fault(path, function.start + 1, f'"Bounded: {match[1].strip()}" names no constant and no function')
    return match is not None


def check_file(tree, path, known):
    functions = list(functions_of('\n'.join(tree.lines(path))))
    spenders = spenders_of(functions)
    for function in functions:
        if is_bounded(tree, path, function, known) or function.calls(spenders):
            continue
        for line, head, around in function.loops():
            if not is_short(head, known) and not is_linear(function, around, known):
                tree.fault(path, line, 'a loop that spends nothing of the budget and has no bound by name')


def known_words(tree):
    """Constants and functions of core/, one of which a comment has to name."""
    words = set()
    for path in tree.paths('.c', '.h'):
        if path.startswith('core/'):
            lines = tree.lines(path)
            words.update(match[1] for line in lines for match in [DEFINE.match(line)] if match)
            words.update(match[1] for line in lines for match in [NAME.match(line)] if match)
    return words


def check(tree):
    known = known_words(tree)
    for limit in sorted(set(LISTS.values()) - known):
        tree.fault('tests/lint/test-loops.py', 1, f'{limit} limits a list and is defined nowhere')
    for path in tree.paths('.c'):
        if path.startswith(FOLDERS):
            check_file(tree, path, known)


lint.run(check)
