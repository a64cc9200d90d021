# SPDX-License-Identifier: LGPL-2.1-or-later
"""A page for each check, from its row in the check table, its file, its fixtures and the excuses that it knows."""

import configparser
import os
import re

TABLE = 'core/checks/check-table.h'
EXCUSES = 'tests/data/excuses.ini'
FIXTURES = 'tests/data'
FOLDER = 'docs/checks'

ROW = re.compile(r'^BUOY_CHECK \((?P<name>\w+), (?P<basis>\w+),\n(?P<fields>.*?)\)\)$', re.DOTALL | re.MULTILINE)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
TAG = re.compile(r'Excuse: ([a-z0-9-]+(?:, [a-z0-9-]+)*)')
KIND = re.compile(r'\bBUOY_EVIDENCE_([A-Z_]+)\b')

MADE = '<!-- made by docs/make-pages.py -->\n'
ANSWERED = 'A finding of this check is left out where the reader trusts the sender and the sender is proven.'
AS_ABOVE = 'As above.'  # the answer of the row before, which may not be on the same page
NOT_ANSWERED = 'Nothing: it is a disguise, and the reader\'s trust in a sender, however proven, does not answer it.'
SWITCHED_OFF = 'The reader can switch the check off.'
STRENGTHS = {
    'strong': 'a falsehood that can be checked; it warns alone',
    'medium': 'rare in honest mail; it needs another sign beside it',
    'weak': 'common in honest mail too; it never warns alone',
    'note': 'shown in the details only',
}


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8') as file:
        return file.read()


def join_strings(fields, name):
    literal = re.search(rf'\.{name} = (?:N_\()?((?:\s*"(?:[^"\\]|\\.)*")+)', fields)[1]
    return ''.join(STRING.findall(literal)).replace('\\"', '"')


def read_rows(root):
    for row in ROW.finditer(read(root, TABLE)):
        fields = row['fields'] + ')'
        yield {
            'id': join_strings(fields, 'id'),
            'title': join_strings(fields, 'title'),
            'explanation': join_strings(fields, 'explanation'),
            'strength': re.search(r'BUOY_STRENGTH_(\w+)', fields)[1].lower(),
            'basis': row['basis'].lower(),
            'answered': '.suppressible_by_trust = TRUE' in fields,
        }


def read_excuses(root):
    excuses = configparser.ConfigParser(interpolation=None, strict=False, delimiters='=', comment_prefixes='#')
    excuses.optionxform = str
    excuses.read(os.path.join(root, EXCUSES), encoding='utf-8')
    answer = None
    for name in excuses.sections():
        if excuses[name].get('answer') == AS_ABOVE:
            excuses[name]['answer'] = answer
        answer = excuses[name].get('answer', answer)
    return excuses


def unfold_comments(source):
    return re.sub(r'\s*\n\s*(\*(?!/)\s*)?', ' ', source)


def opening_comment(source):
    """What the file says of itself, below the licence."""
    comment = re.match(r'/\*.*?\*/', source, re.DOTALL)[0]
    lines = [line.strip(' */') for line in comment.splitlines()]
    return '\n'.join(line for line in lines if not line.startswith('SPDX')).strip()


def list_fixtures(root, check, outcome):
    folder = os.path.join(root, FIXTURES, check)
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return [name for name in names if name.startswith(outcome) and name.endswith('.eml')]


def write_fixtures(names, check):
    return '\n'.join(f'- [{name}](../../{FIXTURES}/{check}/{name})' for name in names)


def write_all_fixtures(root, check):
    hits, misses = (list_fixtures(root, check, outcome) for outcome in ('hit-', 'miss-'))
    if not hits:
        return 'None: it asks a server, and is tested beside one in `tests/net`.'
    return (f'Messages in which it finds something:\n\n{write_fixtures(hits, check)}\n\n'
            f'Messages that it must leave alone:\n\n{write_fixtures(misses, check)}')


def write_kinds(source):
    kinds = dict.fromkeys(kind.lower().replace('_', '-') for kind in KIND.findall(source))
    return ', '.join(f'`{kind}`' for kind in kinds) or 'none of its own'


def write_excuses(source, excuses):
    tags = [name for tag in TAG.findall(unfold_comments(source)) for name in tag.split(', ')]
    rows = [name for name in dict.fromkeys(tags) if name in excuses]
    if not rows:
        return ''
    lines = [f'- {excuses[name]["claim"]} {excuses[name].get("answer", excuses[name].get("not-yet", ""))}'.rstrip()
             for name in rows]
    return '\n## What a sender may write to be excused\n\n' + '\n'.join(lines) + '\n'


def write_page(root, row, excuses):
    source = read(root, f'core/checks/{row["id"]}.c')
    answer = ANSWERED if row['answered'] else NOT_ANSWERED
    return f'''{MADE}# {row['id']}

**{row['title']}**

{row['explanation']}

- Strength: at most *{row['strength']}* ({STRENGTHS[row['strength']]})
- Basis: *{row['basis']}*; findings of one basis count as one sign
- Evidence: {write_kinds(source)}
- Code: [{row['id']}.c](../../core/checks/{row['id']}.c)

## What it means

{opening_comment(source)}

## What answers it

{answer} {SWITCHED_OFF}
{write_excuses(source, excuses)}
## Fixtures

{write_all_fixtures(root, row['id'])}
'''


def write_index(rows):
    lines = [f'| [{row["id"]}]({row["id"]}.md) | {row["strength"]} | {row["title"]} |' for row in rows]
    return (f'{MADE}# Checks\n\nIn the order in which their findings are shown. The strength is the most that a '
            'finding weighs.\n\n| id | strength | title |\n|---|---|---|\n' + '\n'.join(lines) + '\n')


def make(root):
    rows = list(read_rows(root))
    excuses = read_excuses(root)
    pages = {f'{FOLDER}/{row["id"]}.md': write_page(root, row, excuses) for row in rows}
    return {f'{FOLDER}/index.md': write_index(rows), **pages}
