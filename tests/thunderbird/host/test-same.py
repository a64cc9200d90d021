# SPDX-License-Identifier: LGPL-2.1-or-later
"""One verdict in every client: each fixture through the host equals what the command line says of it, in both
languages: the level, the words, the links that are marked."""

import glob
import json
import os
import subprocess
import unittest

from frames import HostTest

PROGRAM = os.environ['BELLBUOY']
DATA = os.environ['TEST_DATA']


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def ask_command_line(language, paths):
    """Path to what `bellbuoy check --json` says."""
    command = [PROGRAM, 'check', '--json', '--no-settings', '--no-learn', '--lang', language, '--fail-on', 'never',
               *paths]
    result = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return {one['path']: one for one in map(json.loads, result.stdout.decode().splitlines())}


def what_host_says(frame):
    if frame['type'] == 'error':
        return {'error': frame['words']}
    notice = frame['notice']
    return {'level': notice['level'], 'headline': notice['headline'],
            'findings': sorted((found['id'], found['strength'], found['title'], found['explanation'])
                               for found in notice['findings'])}


def what_command_line_says(one):
    if one['error'] is not None:
        return {'error': one['error']}
    return {'level': one['level'], 'headline': one['headline'],
            'findings': sorted((found['id'], found['strength'], found['title'], found['explanation'])
                               for found in one['findings'])}


class Same(HostTest):
    def check_language(self, language):
        paths = sorted(glob.glob(os.path.join(DATA, '*', '*.eml')))
        expected = ask_command_line(language, paths)
        host = self.talk(language)
        self.assertGreater(len(paths), 300)
        for path in paths:
            with self.subTest(os.path.relpath(path, DATA)):
                frame = host.judge(read(path))
                self.assertEqual(what_host_says(frame), what_command_line_says(expected[path]))
                self.check_links(host, frame)

    def check_links(self, host, frame):
        """What is marked is asked about, and so is what was not judged; what was judged just opens."""
        if frame['type'] == 'error':
            return
        for link in frame['falseLinks']:
            doubt = host.ask('link', message=frame['id'], href=link['address'])['doubt']
            self.assertEqual((doubt['kind'], doubt['shown'], doubt['actual']),
                             (link['kind'], link['shown'], link['actual']))
        for name in frame['judgedHosts'] if frame['isWhole'] else []:
            self.assertIsNone(host.ask('link', message=frame['id'], href=f'https://{name}/')['doubt'])

    def test_english(self):
        self.check_language('en')

    def test_japanese(self):
        self.check_language('ja')


unittest.main()
