# SPDX-License-Identifier: LGPL-2.1-or-later
"""Completion in the shells that are installed: each is started, loads its file, and says what it would offer."""

import os
import shutil
import subprocess
import unittest

from command import PROGRAM

DATA = os.environ['BELLBUOY_DATA']

BASH = '''
source "$0"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_bellbuoy
printf '%s\\n' "${COMPREPLY[@]}"
'''

# compadd and _files exist while a line is completed only
ZSH = '''
compadd() { if [[ $1 == -S ]]; then shift 2; fi; shift; local word; for word in $@; do
  [[ $word == ${words[CURRENT]}* ]] && print -r -- $word; done }
_files() { print -r -- '(files)' }
words=("$@")
CURRENT=$#
complete_it() { source $file }
complete_it
'''

FISH = 'source $argv[1]; complete -C "$argv[2..]"'


class Completion(unittest.TestCase):
    def offered(self, shell, *words):
        file = os.path.join(DATA, f'completion.{shell}')
        command = {'bash': ['bash', '--norc', '-c', BASH, file, *words],
                   'zsh': ['zsh', '-f', '-c', f'file={file}\n{ZSH}', 'zsh', *words],
                   'fish': ['fish', '--no-config', '-c', FISH, file, *words]}[shell]
        environment = dict(os.environ, PATH=os.path.dirname(PROGRAM) + ':' + os.environ['PATH'], LC_ALL='C.UTF-8')
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.stderr, '')
        return [line.split('\t')[0].rstrip('=') for line in done.stdout.splitlines() if line]

    def check_shell(self, shell):
        for words, expected, others in ((['bellbuoy', 'che'], ['check', 'checks'], ['lookup']),
                                        (['bellbuoy', 'help', 'loo'], ['lookup'], ['check']),
                                        (['bellbuoy', 'check', '--o'], ['--only', '--online', '--own-domain'],
                                         ['--json']),
                                        (['bellbuoy', 'he'], ['help'], ['check']),
                                        (['bellbuoy', 'policy', ''], ['show', 'validate', 'fetch'], ['export']),
                                        (['bellbuoy', 'memory', 'forget'], ['forget', 'forget-account'], ['clear']),
                                        (['bellbuoy', 'lists', 't'], ['test'], ['update']),
                                        (['bellbuoy', 'checks', '--j'], ['--json'], ['--jobs']),
                                        (['bellbuoy', 'check', '--only', ''], ['danger', 'caution'], ['never'])):
            with self.subTest(shell=shell, words=words):
                offered = self.offered(shell, *words)
                self.assertTrue(set(expected) <= set(offered), offered)
                self.assertEqual(len(set(offered)), len(offered), 'offered twice')
                self.assertFalse(set(others) & set(offered), offered)

    def test_bash(self):
        self.check_shell('bash')
        self.assertEqual(self.offered('bash', 'bellbuoy', 'check', '--only', '=', 'd'), ['danger'])
        self.assertEqual(self.offered('bash', 'bellbuoy', 'check', 'in'), [])  # bash offers files itself

    @unittest.skipUnless(shutil.which('zsh'), 'zsh is not installed')
    def test_zsh(self):
        self.check_shell('zsh')
        self.assertEqual(self.offered('zsh', 'bellbuoy', 'check', 'in'), ['(files)'])

    @unittest.skipUnless(shutil.which('fish'), 'fish is not installed')
    def test_fish(self):
        self.check_shell('fish')


if __name__ == '__main__':
    unittest.main(verbosity=2)
