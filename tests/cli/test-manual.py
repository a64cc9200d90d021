# SPDX-License-Identifier: LGPL-2.1-or-later
"""The manual pages: every command and option is in both, and examples can be pasted."""

import os
import re
import shutil
import subprocess
import unicodedata
import unittest

from command import call

DATA = os.environ['BELLBUOY_DATA']
PAGES = ('bellbuoy.1', 'bellbuoy.ja.1')


def source(name):
    with open(os.path.join(DATA, name), encoding='utf-8') as file:
        return file.read().replace('\\-', '-')


class Manual(unittest.TestCase):
    def test_all_is_in_the_page(self):
        names = set(re.findall(r'^  bellbuoy ([a-z]+)', call('help').out, re.M)) - {'help'}
        options = set(re.findall(r'--[a-z][a-z-]*', call('help', 'check').out)) - {'--help'}
        self.assertTrue({'check', 'url'} <= names and '--own-domain' in options)
        for what in [f'bellbuoy {name}' for name in names] + list(options):
            self.assertIn(what, source('bellbuoy.1'))

    def test_synopsis(self):
        names = set(re.findall(r'^  bellbuoy ([a-z]+)', call('help').out, re.M)) - {'help'}
        for page in PAGES:
            synopsis = source(page).split('.SH')[2]
            self.assertEqual(set(re.findall(r'bellbuoy ([a-z]+)', synopsis)), names, page)

    def test_words_of_commands(self):
        """"show" of memory, and its like, in the same order."""
        usage = dict(re.findall(r'^  bellbuoy (memory|policy) (.*)', call('help').out, re.M))
        for page in PAGES:
            synopsis = source(page).split('.SH')[2]
            for name, words in usage.items():
                part = synopsis.split(f'bellbuoy {name} ')[1].split('.br')[0]
                self.assertEqual(re.findall(r'^(?:\.B )?([a-z-]+)$', part, re.M), re.findall('[a-z-]+', words), page)

    def test_pages_name_nothing_else(self):
        names = re.findall(r'^  bellbuoy ([a-z]+)', call('help').out, re.M)
        known = set(re.findall(r'--[a-z][a-z-]*', ''.join(call('help', name).out for name in names)))
        for page in PAGES:
            options = set(re.findall(r'(?<![\w-])--[a-z][a-z-]*', source(page))) - {'--version'}
            self.assertEqual(sorted(options - known), [], page)

    def test_pages_are_alike(self):
        """The translation leaves nothing out."""
        for what in (r'^\.(S[HS])', r'^\.TP\n\.\w+ "?(--?[a-z-]+|[A-Z_]{4,})'):
            english, japanese = (re.findall(what, source(page), re.M) for page in PAGES)
            self.assertEqual(english, japanese, what)
        for what in (r'(?<![\w-])--[a-z][a-z-]*', r'[$@/][\w$@./*-]*/[\w.*-]+'):
            english, japanese = (set(re.findall(what, source(page))) for page in PAGES)
            self.assertEqual(english, japanese, what)

    @unittest.skipUnless(shutil.which('groff'), 'groff is not installed')
    def test_layout(self):
        """No warnings, and no line is wider than the terminal, although Japanese has no spaces to wrap at."""
        for page in PAGES:
            prose = re.sub(r'^\.EX$.*?^\.EE$', '', source(page), flags=re.M | re.S)
            done = subprocess.run(['groff', '-man', '-K', 'utf-8', '-T', 'utf8', '-P-c', '-rLL=80n'],
                                  input=prose.encode(), capture_output=True, check=True)
            self.assertEqual(done.stderr.decode(), '', page)
            for line in re.sub('.\x08', '', done.stdout.decode()).splitlines():
                width = sum(2 if unicodedata.east_asian_width(char) in 'WF' else 1 for char in line)
                self.assertLessEqual(width, 80, line)

    @unittest.skipUnless(shutil.which('groff'), 'groff is not installed')
    def test_example(self):
        """The quotes of the filter are straight, and all there."""
        for page in PAGES:
            path = os.path.join(DATA, page)
            done = subprocess.run(['groff', '-man', '-K', 'utf-8', '-T', 'utf8', '-P-c', path], capture_output=True,
                                  check=True)
            text = re.sub('\x1b\\[[0-9;]*m|.\x08', '', done.stdout.decode())
            self.assertIn("""bellbuoy check --json ~/Maildir | jq -r 'select(.level == "danger") | .path'""",
                          text.replace('\u2010', '-'), page)


if __name__ == '__main__':
    unittest.main(verbosity=2)
