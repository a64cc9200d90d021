#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the manual page bellbuoy-policy(5) of the GSettings schemas, in English or another language of po/.

make-policy-page.py TEXT CATALOGUE OUTPUT SCHEMA…    TEXT is bellbuoy-policy.5.in or a translation of it; CATALOGUE is
the .po of its language, or "-" for English. "@KEYS@" in TEXT becomes the table of keys. A key without a translation is an
error.
"""

import gettext
import io
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

# What stands for the types of GSettings, in the words of client/policy/buoy-policy-keys.c.
TYPES = {'b': 'true or false', 'i': 'an integer', 's': 'a string', 'as': 'an array of strings',
         'a(ss)': 'an array of pairs of strings'}
NO_SETTING = 'version'


class Untranslated(gettext.NullTranslations):
    """What a catalogue without a word falls back to."""

    def gettext(self, message):
        sys.exit(f'no translation of "{message}"')


def read_catalogue(path):
    if path == '-':
        return gettext.NullTranslations()
    binary = subprocess.run(['msgfmt', '--output-file=-', path], stdout=subprocess.PIPE, check=True).stdout
    catalogue = gettext.GNUTranslations(io.BytesIO(binary))
    catalogue.add_fallback(Untranslated())
    return catalogue


def escape(text):
    """For troff: a backslash, a hyphen that may be copied, and a line that begins like a request."""
    text = text.replace('\\', '\\e').replace('-', '\\-')
    return '\\&' + text if text.startswith(('.', "'")) else text


def read_choices(root):
    return {enum.get('id'): [value.get('nick') for value in enum.iter('value')] for enum in root.iter('enum')}


def describe(key, choices, words):
    """What a value must be."""
    if key.get('enum'):
        return words.gettext('one of: %s') % ', '.join(choices[key.get('enum')])
    limits = key.find('range')
    if limits is not None:
        return words.gettext('an integer from %s to %s') % (limits.get('min'), limits.get('max'))
    return words.gettext(TYPES[key.get('type')])


def make_key(key, choices, words):
    default = ' '.join(key.findtext('default').split()).replace("'", '"')
    summary, description = (words.gettext(' '.join(key.findtext(part).split())) for part in ('summary', 'description'))
    return '\n'.join(['.TP', f'.B {escape(key.get("name"))}',
                      f'{escape(describe(key, choices, words))} [{escape(default)}]', '.br',
                      escape(summary), '.br', escape(description)])


def make_keys(paths, words):
    entries = []
    for path in paths:
        root = ElementTree.parse(path).getroot()
        choices = read_choices(root)
        keys = sorted(root.iter('key'), key=lambda key: key.get('name'))
        entries += [make_key(key, choices, words) for key in keys if key.get('name') != NO_SETTING]
    return '\n'.join(entries)


def main():
    template, catalogue, output, *schemas = sys.argv[1:]
    with open(template, encoding='utf-8') as file:
        text = file.read()
    with open(output, 'w', encoding='utf-8') as file:
        file.write(text.replace('@KEYS@', make_keys(schemas, read_catalogue(catalogue))))


main()
