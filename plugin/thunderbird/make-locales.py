#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the extension's `_locales` of words.js and po/: po stays the one source of all translations.

make-locales.py SOURCE_ROOT OUTPUT    writes OUTPUT/LANGUAGE/messages.json for English and each language of po/LINGUAS
A word without a translation, or a fuzzy one, is an error: the extension would fall back to English in silence.
"""

import gettext
import io
import itertools
import json
import os
import re
import subprocess
import sys

PARTS = r'"(?:[^"\\]|\\.)*"'
COMMENT = re.compile(r'\s*// (Translators: .*)')
WORD = re.compile(rf'\s*(?P<key>\w+): _\((?P<parts>{PARTS}(?:\s*\+\s*{PARTS})*)\s*\),', re.DOTALL)
PLACEHOLDER = re.compile(r'%%|%(?:(?P<number>\d)\$)?[sud]|\$')
DEFAULT = 'en'


def read_words(path):
    """The words as (key, English, note for translators); a line that is neither comment nor word is an error."""
    with open(path, encoding='utf-8') as file:
        body = file.read().split('const words = {\n', 1)[1].rsplit('};', 1)[0]
    words = []
    note = None
    position = 0
    while position < len(body):
        word = WORD.match(body, position)
        line_end = body.find('\n', position) + 1 or len(body)
        comment = COMMENT.match(body[position:line_end])
        if word:
            english = ''.join(json.loads(part) for part in re.findall(PARTS, word['parts']))
            words.append((word['key'], english, note))
            note = None
            position = word.end()
            continue
        if comment:
            note = comment[1]
        elif body[position:line_end].strip() and not body[position:line_end].strip().startswith('//'):
            sys.exit(f'{path}: not understood: {body[position:line_end].strip()}')
        position = line_end
    return words


class Untranslated(gettext.NullTranslations):
    """What a catalogue without a word falls back to."""

    def __init__(self, path):
        super().__init__()
        self.path = path

    def gettext(self, message):
        sys.exit(f'{self.path}: no translation of "{message}"')


def read_catalogue(path):
    """Without fuzzy entries, as programs get it."""
    binary = subprocess.run(['msgfmt', '--output-file=-', path], stdout=subprocess.PIPE, check=True).stdout
    catalogue = gettext.GNUTranslations(io.BytesIO(binary))
    catalogue.add_fallback(Untranslated(path))
    return catalogue


def without_mnemonic(text):
    """ "_Copy" is "Copy", and so is "コピー(_C)" without what is for the keyboard alone."""
    return re.sub(r'_(?=\w)', '', re.sub(r'\(_\w\)', '', text))


def as_message(text):
    """In the notation of messages.json, where $ begins a substitution."""
    numbers = itertools.count(1)
    others = {'%%': '%', '$': '$$'}
    return PLACEHOLDER.sub(lambda match: others.get(match[0]) or f'${match["number"] or next(numbers)}',
                           without_mnemonic(text))


def as_entry(message):
    """Of two substitutions side by side, "$1$2", Thunderbird reads "$1$" as a name: they get names."""
    if not re.search(r'\$\d\$\d', message):
        return {'message': message}
    numbers = sorted(set(re.findall(r'\$(\d)', message)))
    return {'message': re.sub(r'\$(\d)', r'$part\1$', message),
            'placeholders': {f'part{number}': {'content': f'${number}'} for number in numbers}}


def make_messages(words, translate):
    messages = {}
    for key, english, note in words:
        if key in messages:
            sys.exit(f'words.js: {key} is there twice')
        messages[key] = as_entry(as_message(translate(english)))
        if note:
            messages[key]['description'] = note
    return messages


def write(folder, language, messages):
    os.makedirs(os.path.join(folder, language), exist_ok=True)
    with open(os.path.join(folder, language, 'messages.json'), 'w', encoding='utf-8') as file:
        json.dump(messages, file, ensure_ascii=False, indent=1, sort_keys=True)
        file.write('\n')


def main():
    root, output = sys.argv[1:]
    words = read_words(os.path.join(root, 'plugin', 'thunderbird', 'words.js'))
    write(output, DEFAULT, make_messages(words, lambda english: english))
    with open(os.path.join(root, 'po', 'LINGUAS'), encoding='utf-8') as file:
        languages = [word for line in file if not line.startswith('#') for word in line.split()]
    for language in languages:
        catalogue = read_catalogue(os.path.join(root, 'po', f'{language}.po'))
        write(output, language, make_messages(words, catalogue.gettext))


if __name__ == '__main__':
    main()
