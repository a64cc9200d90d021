# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy doctor`: what is in force, what does not work, and what to do."""

import json
import os
import re
import unittest

from command import CommandTest, call

EXTENSION = 'usr/lib/thunderbird/extensions/bellbuoy@bellbuoy.org.xpi'
MANIFEST = 'usr/lib/mozilla/native-messaging-hosts/org.bellbuoy.host.json'

ENOUGH = 20  # messages that name the receiving server
LEARNED = """\
Received: from out.shop{number}.example (out.shop{number}.example [198.{number}.100.7])
\tby mx.harbour.test (Postfix) with ESMTPS id 1
\tfor <reader@harbour.test>; {day} Jan 2025 09:00:00 +0000
From: Shop <news@shop{number}.example>
To: reader@harbour.test
Subject: News
Date: {day} Jan 2025 09:00:00 +0000
Message-ID: <{number}@shop.example>

News.
"""


class Doctor(CommandTest):
    def setUp(self):
        super().setUp()
        for client in ('evolution', 'thunderbird'):
            os.chmod(self.write('bin/' + client, '#!/bin/sh\n'), 0o755)

    def examine(self, **environment):
        given = {'BELLBUOY_POLICY_ROOT': self.folder, 'HOME': self.folder,
                 'PATH': self.folder + '/bin:' + os.environ['PATH'],
                 'EDS_EXTRA_PREFIXES': '/opt:' + os.environ['EVOLUTION_EXTRA_PREFIX'], **environment}
        return call('doctor', **given)

    def write_manifest(self, program):
        self.write(MANIFEST, json.dumps({'name': 'org.bellbuoy.host', 'path': program}))

    def test_all_is_well(self):
        self.write(EXTENSION, 'x')
        self.write(os.environ['EVOLUTION_MODULES'].lstrip('/') + '/module-bellbuoy.so', 'x')
        self.write_manifest(os.environ['BELLBUOY_HOST'])
        result = self.examine()
        if 'built without the module' in result.out:
            self.skipTest('this build has no module for Evolution')
        self.assertEqual((result.status, result.err), (0, ''), result.out)
        self.assertNotIn('[note]', result.out)
        self.assertIn('language: en', result.out)

    def test_other_prefix(self):
        """Evolution does not look there by itself."""
        prefix = os.environ['EVOLUTION_EXTRA_PREFIX']
        if not prefix:
            self.skipTest('the module is installed where Evolution is')
        self.write(os.environ['EVOLUTION_MODULES'].lstrip('/') + '/module-bellbuoy.so', 'x')
        self.assertIn('the module is where Evolution looks:', self.examine().out)
        for others in (None, '/opt', prefix + 'x'):
            out = self.examine(EDS_EXTRA_PREFIXES=others).out
            self.assertIn('[problem] Evolution: the module is where Evolution does not look:', out)
            self.assertIn(f'Set EDS_EXTRA_PREFIXES={prefix} in', out)

    def test_last_use(self):
        self.assertIn('[ok] Evolution has not checked a message yet', self.examine().out)
        self.write('data/bellbuoy/last-use/evolution', '')
        out = self.examine(XDG_DATA_HOME=self.folder + '/data').out
        self.assertIn('[ok] Evolution last checked a message on', out)
        self.assertIn('Thunderbird has not checked', out)

    def deaths(self, number, stopped, process=os.getpid(), later=0):
        """What is said of a record of a process that began so many clock ticks later."""
        with open('/proc/self/stat', encoding='utf-8') as stream:
            start = int(stream.read().rpartition(')')[2].split()[19]) + later
        self.write('state/bellbuoy/worker-deaths/evolution', f'[deaths]\nprocess={process}\nstart={start}\n'
                   f'number={number}\nstopped={stopped}\nlast=1750000000\n')
        return self.examine(XDG_STATE_HOME=self.folder + '/state').out

    def test_deaths(self):
        """What happened in a mail client that runs; here, the program may work."""
        for out in [self.deaths(2, 'false', process=1), self.deaths(5, 'true', later=1), self.deaths('x', 'x')]:
            self.assertNotIn('ended', out, 'another process has that number now')
        self.assertIn('[note] bellbuoy-worker ended by itself 2 times since Evolution was started, last on ',
                      self.deaths(2, 'false'))
        self.assertIn('[problem] Evolution does not check messages any more: the program bellbuoy-worker ended too '
                      'often\n    Restart Evolution.', self.deaths(5, 'true'))

    def test_memory(self):
        data = {'XDG_DATA_HOME': self.folder + '/data'}
        self.assertIn('Nothing was learned', self.examine(**data).out)
        self.assertFalse(os.path.exists(self.folder + '/data/bellbuoy/memory.db'), 'it created a memory')
        for number in range(ENOUGH):
            self.write(f'mail/{number}.eml', LEARNED.format(number=number, day=1 + number % 9))
        call('learn', self.folder + '/mail', **data)
        out = self.examine(**data).out
        self.assertNotIn('Nothing was learned', out)
        self.assertIn('[ok] What was learned from the mail of 1 account', out)

    def test_nothing_is_there(self):
        """Each problem is followed by what to do."""
        result = self.examine(BELLBUOY_QR_HELPER='/nonexistent')
        self.assertEqual(result.status, 1)
        lines = result.out.splitlines()
        problems = [number for number, line in enumerate(lines) if line.startswith('[problem]')]
        self.assertEqual(len(problems), 3, result.out)
        for number in problems:
            self.assertTrue(lines[number + 1].startswith('    '), lines)

    def test_no_worker(self):
        """Nothing is read in the process of the client instead."""
        result = self.examine(BELLBUOY_WORKER='/nonexistent')
        self.assertEqual(result.status, 1)
        self.assertIn('[problem] Messages are not checked: the program bellbuoy-worker does not start\n'
                      '    Install the package bellbuoy-worker, of the same version.', result.out)

    def test_packages_exist(self):
        """What it advises to install is one of ours."""
        out = self.examine(BELLBUOY_QR_HELPER='/nonexistent').out
        out += self.examine(GSETTINGS_SCHEMA_DIR=None, XDG_DATA_DIRS='/nonexistent').out
        with open(os.path.join(os.environ['BELLBUOY_DATA'], '../debian/control'), encoding='utf-8') as file:
            ours = set(re.findall(r'^Package: (\S+)', file.read(), re.M))
        advised = set(re.findall(r'the package ([a-z][a-z-]*)', out))
        self.assertTrue(advised)
        self.assertEqual(advised - ours, set())

    def test_host_does_not_start(self):
        for program in ('/nonexistent', '/bin/false', '/bin/sleep'):
            self.write_manifest(program)
            self.assertIn('does not start: ' + program, self.examine().out)
        self.write(MANIFEST, '[')
        self.assertIn('names no program', self.examine().out)

    def test_policy(self):
        self.write('etc/bellbuoy/policy.json', '{"banner-level": {"value": "danger", "locked": true}, "enabled": false}')
        self.write('etc/bellbuoy/policy.d/1.json', '{"own-domain": []}')
        out = self.examine().out
        for line in ('[ok] Policy: /etc/bellbuoy/policy.json', '[note] Messages are not checked: “enabled” is off',
                     '[note] banner-level is locked by /etc/bellbuoy/policy.json',
                     '[problem] /etc/bellbuoy/policy.d/1.json:1: own-domain: unknown key'):
            self.assertIn(line, out)

    def test_expired_policy(self):
        """There is nothing to correct in it: a newer one is to be published, or written."""
        text = '{"enabled": true, "expires": "2025-03-31T00:00:00Z"}'
        for folder, advice in (('var/lib', 'Publish it anew with a later date'), ('etc', 'by one with a later date')):
            path = self.write(folder + '/bellbuoy/policy.json', text)
            told = self.examine().out
            self.assertIn('this policy expired on 2025-03-31; its values stay in force', told)
            self.assertIn(advice, told)
            self.assertNotIn('Correct the file', told)
            os.remove(path)

    def run_client(self, number, name, *lines):
        """What the kernel tells of a process."""
        self.write(f'proc/{number}/comm', name + '\n')
        self.write(f'proc/{number}/maps', ''.join(f'7f00-7f01 r-xp 00000000 fe:01 71  {line}\n' for line in lines))

    def test_replaced_while_running(self):
        self.run_client(1, 'evolution', '/usr/lib/libbellbuoy-1.so.0', '/memfd:bellbuoy (deleted)')
        self.run_client(2, 'bash', '/usr/lib/libbellbuoy-1.so.0 (deleted)')
        self.write('proc/meminfo', '')
        self.assertNotIn('before an upgrade', self.examine().out)
        self.run_client(3, 'bellbuoy-host', '/usr/lib/libc.so.6', '/usr/libexec/bellbuoy/bellbuoy-host (deleted)')
        out = self.examine().out
        self.assertIn('[problem] Thunderbird still runs the version from before an upgrade', out)
        self.assertIn('Restart Thunderbird.', out)
        self.assertNotIn('Restart Evolution.', out)
        for number in (4, 5):
            self.run_client(number, 'evolution', '/usr/lib/evolution/modules/module-bellbuoy.so (deleted)')
        self.assertEqual(self.examine().out.count('Restart Evolution.'), 1)

    def test_no_schemas(self):
        result = self.examine(GSETTINGS_SCHEMA_DIR=None, XDG_DATA_DIRS='/nonexistent')
        self.assertEqual(result.status, 1)
        self.assertIn('glib-compile-schemas', result.out)

    def test_japanese(self):
        out = self.examine(LC_ALL='ja_JP.UTF-8', LANGUAGE='ja').out
        self.assertIn('[問題]', out)


unittest.main(verbosity=2)
