# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every language of data/lexicon/ is whole, each phrase in the form in which texts are searched, once, and needed."""

import os
import re
import unicodedata

import lint

FOLDER = 'data/lexicon/'
REFERENCE = FOLDER + 'en.ini'  # which sections there are, in which order
HEADER = 'core/lexicon/buoy-lexicon.h'
TOPIC = re.compile(r'BUOY_LEXICON_(\w+)[,\s]')
BUILT_IN = 'data/bellbuoy.gresource.xml'
LATIN_END = '\u024f'
MIN_TOPIC_BYTES = 3
NAME = '...'  # stands for a company's name in the sections that tell of its voice
VOICES = {'first-person', 'first-person-any-name'}


def read(tree, path):
    """Of each section its line and its (line, phrase); what stands under a section without any tells why."""
    sections, why = {}, {}
    name = None
    for number, line in enumerate(tree.lines(path), 1):
        line = line.strip()
        if line.startswith('[') and line.endswith(']'):
            name = line[1:-1]
            if name in sections:
                tree.fault(path, number, f'[{name}] stands there twice')
            sections[name] = (number, [])
        elif line.startswith('# None: '):
            why[name] = line
        elif line and not line.startswith('#') and name is not None:
            sections[name][1].append((number, line.strip('"')))
    return sections, why


def fold(phrase):
    """As buoy_text_fold() but for look-alike letters, which nobody writes into a lexicon."""
    text = unicodedata.normalize('NFKC', phrase).casefold()
    kept = []
    for char in unicodedata.normalize('NFC', text):
        parts = unicodedata.normalize('NFD', char)
        kept.append(''.join(c for c in parts if not unicodedata.combining(c)) if parts[0] <= LATIN_END else char)
    return ' '.join(''.join(kept).split())


def is_letter(char):
    return char.isascii() and char.isalnum()


def holds(phrase, other):
    """Whether `other` is found wherever `phrase` stands: at word borders where it is Latin."""
    start = phrase.find(other)
    while start >= 0 and phrase != other:
        end = start + len(other)
        cuts_before = start > 0 and is_letter(phrase[start - 1]) and is_letter(other[0])
        cuts_behind = end < len(phrase) and is_letter(phrase[end]) and is_letter(other[-1])
        if not cuts_before and not cuts_behind:
            return True
        start = phrase.find(other, start + 1)
    return False


def read_topics(tree):
    text = '\n'.join(tree.lines(HEADER))
    return {name.lower().replace('_', '-') for name in TOPIC.findall(text.split('BUOY_LEXICON_N_TOPICS')[0])}


def check_topic(tree, path, rows):
    for number, phrase in rows:
        if len(phrase.encode()) < MIN_TOPIC_BYTES:
            tree.fault(path, number, f'"{phrase}" is shorter than {MIN_TOPIC_BYTES} bytes')
        for _, other in rows:
            if holds(phrase, other):
                tree.fault(path, number, f'"{phrase}" is not needed: "{other}" finds it')


def check_section(tree, path, name, rows):
    seen = set()
    for number, phrase in rows:
        if phrase in seen:
            tree.fault(path, number, f'"{phrase}" stands there twice')
        seen.add(phrase)
        if phrase.strip() != fold(phrase):
            tree.fault(path, number, f'"{phrase}" has to be written "{fold(phrase)}"')
        if (phrase.count(NAME) == 1) != (name in VOICES):
            tree.fault(path, number, f'"{phrase}": "{NAME}" stands for a name, once, in {sorted(VOICES)} alone')


def check_language(tree, path, names, topics):
    sections, why = read(tree, path)
    if list(sections) != names:
        tree.fault(path, 1, f'its sections are not those of {REFERENCE}, in that order')
    for name, (number, rows) in sections.items():
        if not rows and name not in why:
            tree.fault(path, number, f'[{name}] is empty and does not say why: "# None: …"')
        if rows and name in why:
            tree.fault(path, number, f'[{name}] says that it is empty')
        check_section(tree, path, name, rows)
        if name in topics:
            check_topic(tree, path, rows)


def check(tree):
    names = list(read(tree, REFERENCE)[0])
    built_in = '\n'.join(tree.lines(BUILT_IN))
    for path in tree.paths('.ini'):
        if not path.startswith(FOLDER):
            continue
        if f'<file>lexicon/{os.path.basename(path)}</file>' not in built_in:
            tree.fault(path, 1, f'is not named in {BUILT_IN}')
        check_language(tree, path, names, read_topics(tree))


lint.run(check)
