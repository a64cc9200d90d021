# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every key of the settings says what it is, and we look for exactly these before it reads one: a key that a
schema lacks would abort the client.
"""

import re
import subprocess
import xml.etree.ElementTree as ElementTree

import lint

SCHEMA = 'data/org.bellbuoy.Bellbuoy.gschema.xml'
POLICY = 'data/org.bellbuoy.Policy.gschema.xml'
READER = 'client/buoy-settings.c'
LIST = re.compile(r'keys\[\]\s*=\s*\{([^}]*)\}')


def check_words(tree, path, keys):
    for name, key in keys.items():
        for words in ('summary', 'description'):
            if not (key.findtext(words) or '').strip():
                tree.fault(path, 1, f'{name} has no {words}')


def check_reader(tree, keys):
    found = LIST.search('\n'.join(tree.lines(READER)))
    asked = set(re.findall(r'"([a-z-]+)"', found.group(1))) if found else set()
    for name in sorted(asked ^ set(keys)):
        tree.fault(READER, 1, f'{name} is not both in the schema and in the list of keys')


def check_compiler(tree):
    folder = tree.root + '/data'
    result = subprocess.run(['glib-compile-schemas', '--strict', '--dry-run', folder], stderr=subprocess.PIPE,
                            text=True, check=False)
    if result.returncode != 0:
        tree.fault(SCHEMA, 1, result.stderr.strip())


def read_keys(tree, path):
    root = ElementTree.fromstring('\n'.join(tree.lines(path)[1:]))
    return {key.get('name'): key for key in root.iter('key')}


def check(tree):
    keys = read_keys(tree, SCHEMA)
    check_words(tree, SCHEMA, keys)
    if POLICY in tree.paths():
        policy = read_keys(tree, POLICY)
        check_words(tree, POLICY, policy)
        for name in sorted(set(keys) & set(policy)):
            tree.fault(POLICY, 1, f'{name} is in the schema of the reader, too')
    check_reader(tree, keys)
    check_compiler(tree)


lint.run(check)
