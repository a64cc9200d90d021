# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy lookup` against a registry on loopback: what it says, what it asks, how it ends."""

import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import unittest

import command

sys.path.append(str(pathlib.Path(__file__).parent.parent / 'net'))
from registry import Registry  # noqa: E402  pylint: disable=wrong-import-position

KNOWN = '/domain/participan.shop'


class LookupTest(command.CommandTest):
    def setUp(self):
        super().setUp()
        self.registry = Registry({'participan.shop': 5})
        self.registry.start()
        self.addCleanup(self.registry.stop)

    def look_up(self, *words, **environment):
        return command.call('lookup', *words, XDG_DATA_HOME=self.folder,
                            BELLBUOY_RDAP_SERVER=self.registry.address, **environment)

    def test_words(self):
        told = self.look_up('mail5.participan.shop')
        self.assertEqual(told.status, 0, told)
        self.assertTrue(told.out.startswith('Domain: participan.shop\nRegistered on: 20'), told.out)
        self.assertIn(' (5 days ago)\n', told.out)
        self.assertIn('Registered by: hidden behind “PrivacyGuardian.org llc”', told.out)

    def test_once(self):
        self.look_up('mail5.participan.shop')
        self.look_up('participan.shop', 'www.participan.shop')
        self.assertEqual(self.registry.asked, [KNOWN])

    def test_json(self):
        told = self.look_up('--json', 'participan.shop', 'unknown.shop', '192.168.0.1', 'someone.github.io')
        known, unknown, number, shared = (x['lookups'][0] for x in command.objects(told))
        self.assertEqual(told.status, 2)
        self.assertEqual(known['age_days'], 5)
        self.assertTrue(known['private'])
        self.assertEqual({(x['source'], x['time'][:2]) for x in (known, unknown)}, {('127.0.0.1', '20')})
        self.assertEqual([(x['source'], x['time']) for x in (number, shared)], [(None, None)] * 2, 'nobody was asked')
        self.assertEqual([x['state'] for x in (unknown, number, shared)], ['not-registered', 'no-domain', 'shared'])
        self.assertEqual(self.registry.asked, [KNOWN, '/domain/unknown.shop'])

    def test_failure(self):
        told = self.look_up('unknown.shop')
        self.assertEqual(told.status, 2)
        self.assertEqual(told.err, 'bellbuoy: unknown.shop: the registry knows no such domain\n')

    def test_nothing_asked(self):
        told = self.look_up()
        self.assertEqual((told.status, told.out), (2, ''))
        self.assertEqual(self.registry.asked, [])

    def look_up_under(self, policy, *words):
        self.registry.asked.clear()
        self.write('etc/bellbuoy/policy.json', json.dumps(policy))
        return self.look_up(*words, BELLBUOY_POLICY_ROOT=self.folder)

    def test_policy(self):
        """A lock outweighs an option; what is not locked does not."""
        told = self.look_up_under({'lookups': {'value': 'off', 'locked': True}}, 'participan.shop')
        self.assertEqual((told.status, told.out), (2, ''))
        self.assertIn('your organisation does not allow lookups', told.err)
        self.assertEqual(self.registry.asked, [])
        gateway = 'https://lookups.company.invalid'  # which cannot be reached; no registry is asked then
        option = ['--gateway', self.registry.address]
        for number, (locked, words, asked) in enumerate(((True, [], []), (False, [], []), (True, option, []),
                                                         (False, option, ['/v1/domain/name3.shop']))):
            told = self.look_up_under({'lookup-gateway': {'value': gateway, 'locked': locked}, 'lookups': 'off'},
                                      *words, f'name{number}.shop')
            self.assertEqual((told.status, self.registry.asked), (2, asked))

    def test_disk_full(self):
        """The answer is told, and asked for again the next time."""
        def fill_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

        for n_asked in (1, 2):
            done = subprocess.run([command.PROGRAM, 'lookup', 'participan.shop'], check=False, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=fill_disk,
                                  env={**os.environ, 'XDG_DATA_HOME': self.folder,
                                       'BELLBUOY_RDAP_SERVER': self.registry.address})
            self.assertEqual(done.returncode, 0)
            self.assertIn('Answers are not kept', done.stderr)
            self.assertIn(' (5 days ago)\n', done.stdout)
            self.assertEqual(self.registry.asked, [KNOWN] * n_asked)

    def test_private_store(self):
        self.look_up('participan.shop')
        path = os.path.join(self.folder, 'bellbuoy', 'answers.db')
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)


if __name__ == '__main__':
    unittest.main()
