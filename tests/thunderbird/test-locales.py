# SPDX-License-Identifier: LGPL-2.1-or-later
"""The extension has all its words in every language: each key that it asks for is in words.js, and the files that
make-locales.py writes have the same keys and the same substitutions. test-locales.py SOURCE_ROOT"""

import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(sys.argv[1])
EXTENSION = os.path.join(ROOT, 'plugin', 'thunderbird')
LANGUAGES = ['en', 'ja']

# How a key is asked for: in the manifest, in a script, in a page.
ASKS = re.compile(r'__MSG_(\w+)__|(?:getMessage|say)\s*\(\s*["\'](\w+)["\']|data-words="(\w+)"')


def make_locales(root, folder):
    return subprocess.run([sys.executable, os.path.join(EXTENSION, 'make-locales.py'), root, folder],
                          capture_output=True, text=True, check=False)


def read(folder, language):
    with open(os.path.join(folder, language, 'messages.json'), encoding='utf-8') as file:
        return json.load(file)


def substitutions(message):
    named = message.get('placeholders', {})
    assert all(f'${name}$' in message['message'] for name in named), message
    if named:
        return sorted(one['content'] for one in named.values())
    return sorted(re.findall(r'\$\d', message['message'].replace('$$', '')))


def source_files():
    for folder, _, names in os.walk(EXTENSION):
        for name in names:
            if name.endswith(('.js', '.html', '.json.in')):
                yield os.path.join(folder, name)


def check_languages(folder):
    made = {language: read(folder, language) for language in LANGUAGES}
    for language in LANGUAGES:
        assert made[language].keys() == made['en'].keys(), language
        for key, message in made[language].items():
            assert message['message'].strip(), (language, key)
            assert '_' not in message['message'] and '%' not in message['message'], (language, key)
            assert substitutions(message) == substitutions(made['en'][key]), (language, key)
    assert made['ja']['details']['message'] == '詳細'
    assert made['ja']['sentences'] == {**made['ja']['sentences'], 'message': '$part1$$part2$', 'placeholders':
                                       {'part1': {'content': '$1'}, 'part2': {'content': '$2'}}}
    assert made['en']['linksTo']['message'] == '$1: links to $2'
    assert len(made['en']['extensionDescription']['message']) <= 132
    return made['en'].keys()


def read_sources():
    texts = {}
    for path in source_files():
        with open(path, encoding='utf-8') as file:
            texts[path] = file.read()
    return texts


def check_keys(known):
    """What is asked for is there, and what is there is used; a page puts some keys together of a name and "Words"."""
    sources = read_sources()
    for path, text in sources.items():
        for match in ASKS.finditer(text):
            key = match[1] or match[2] or match[3]
            assert key in known or key.startswith('@@'), f'{path}: words.js has no {key}'
    said = ' '.join(text for path, text in sources.items() if os.path.basename(path) != 'words.js' or 'content' in path)
    used = set(re.findall(r'\w+', said.replace('__', ' ').replace('MSG_', ' ')))
    unused = [key for key in known if key not in used and key.removesuffix('Words') not in used]
    assert not unused, f'words.js: nobody says {unused}'


def check_missing_translation(folder):
    """A word that po/ does not have is an error, not English in silence."""
    os.makedirs(os.path.join(folder, 'plugin', 'thunderbird'))
    os.makedirs(os.path.join(folder, 'po'))
    with open(os.path.join(folder, 'plugin', 'thunderbird', 'words.js'), 'w', encoding='utf-8') as file:
        file.write('const words = {\n  strange: _("A word that nobody has translated"),\n};\n')
    for name in ('LINGUAS', 'ja.po'):
        os.symlink(os.path.join(ROOT, 'po', name), os.path.join(folder, 'po', name))
    result = make_locales(folder, os.path.join(folder, 'out'))
    assert result.returncode != 0 and 'nobody has translated' in result.stderr, result


with tempfile.TemporaryDirectory() as scratch:
    done = make_locales(ROOT, scratch)
    assert done.returncode == 0, done.stderr
    check_keys(check_languages(scratch))
with tempfile.TemporaryDirectory() as scratch:
    check_missing_translation(scratch)
