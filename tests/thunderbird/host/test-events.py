# SPDX-License-Identifier: LGPL-2.1-or-later
"""Events that a policy switches on, in each format: held to their schema, and read by a tool that administrators use."""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import unittest
import unittest.mock

import frames
import jsonschema
from frames import FALSE_LINK, PLAIN, HostTest

SCHEMA_FILE = os.path.join(os.environ['SOURCE_ROOT'], 'data', 'event.schema.json')
CATALOG = os.path.join(os.environ['SOURCE_ROOT'], 'data', 'bellbuoy.catalog')
SECRETS = ('Your account', 'info@', 'login.phish', '/update', 'account@')


JOURNALD = '/lib/systemd/systemd-journald'
NAMESPACES = ['unshare', '--map-root-user', '--mount', '--pid', '--fork']

# Runs the host beside a journald of its own, and keeps what journalctl reads of it. The search for leaks would need a
# /proc of the namespace.
WITH_JOURNAL = """\
#!/bin/sh
exec unshare --map-root-user --mount --pid --fork sh -c '
  mount -t tmpfs none /run && mkdir -p /run/systemd/journal "/run/log/journal/$(cat /etc/machine-id)"
  %s 2>/dev/null &
  for i in $(seq 100); do [ -S /run/systemd/journal/socket ] && break; sleep 0.1; done
  ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=0" "%s" "$@"; status=$?
  for i in $(seq 100); do
    journalctl --file "/run/log/journal/*/*.journal" -o json SYSLOG_IDENTIFIER=bellbuoy >"%s" 2>/dev/null
    [ -s "%s" ] && break
    sleep 0.1
  done
  exit $status' sh "$@"
"""


def can_keep_journal():
    return (os.path.exists(JOURNALD) and os.path.exists('/etc/machine-id') and shutil.which('journalctl') is not None
            and subprocess.run([*NAMESPACES, 'mount', '-t', 'tmpfs', 'none', '/run'], stderr=subprocess.DEVNULL,
                               check=False).returncode == 0)


class Events(HostTest):
    def setUp(self):
        super().setUp()
        self.path = os.path.join(self.home, 'events', 'events.ndjson')
        with open(SCHEMA_FILE, encoding='utf-8') as file:
            schema = json.load(file)
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)

    def play(self, policy, **environment):
        """Reads and trusts; gives what stands in the file afterwards."""
        self.write_policy(policy)
        host = self.start(BELLBUOY_POLICY_ROOT=self.home, **environment)
        hello = host.greet()
        verdict = host.judge(FALSE_LINK)
        host.judge(PLAIN)
        host.ask_again(verdict['id'])
        host.ask('trust', sender='bank.example', site=None, given=True)
        self.assert_ends_well(host)
        return hello, self.read(self.path)

    def read(self, path):
        if not os.path.exists(path):
            return []
        with open(path, encoding='utf-8') as file:
            return file.read().splitlines()

    def test_off(self):
        hello, lines = self.play({'events-file': self.path})
        self.assertEqual((hello['policyEvents'], lines), (None, []))

    def test_formats(self):
        for name, title in (('ocsf', '.finding_info.title'), ('ecs', '.event.action'), ('plain', '.event')):
            for fields in ('minimal', 'domains'):
                with self.subTest(name=name, fields=fields):
                    shutil.rmtree(os.path.dirname(self.path), ignore_errors=True)
                    hello, lines = self.play({'events': 'file', 'events-file': self.path, 'events-format': name,
                                              'events-fields': fields})
                    self.assertIn('organisation', hello['policyEvents'])
                    for line in lines:
                        self.validator.validate(json.loads(line))
                        for secret in SECRETS:
                            self.assertNotIn(secret, line)
                    self.assertEqual('bank.example' in lines[0], fields == 'domains')
                    found = subprocess.check_output(['jq', '-r', title, self.path], text=True)
                    self.assertEqual(found.split(), ['warning-shown', 'trusted'])
                    self.assertEqual(os.stat(self.path).st_mode & 0o777, 0o640)

    def test_from_the_extension(self):
        """What only the extension knows of: with domains at most the registrable domain of a link."""
        self.write_policy({'events': 'file', 'events-file': self.path, 'events-format': 'plain',
                           'events-fields': 'domains'})
        host = self.talk(BELLBUOY_POLICY_ROOT=self.home)
        verdict = host.judge(FALSE_LINK)
        href = 'https://login.phish.test/update/'
        links = ('link-blocked', 'link-declined', 'link-opened-anyway')
        for name in links:
            self.assertEqual(host.ask('event', message=verdict['id'], event=name, href=href)['type'], 'done')
        for name in ('marked-junk', 'reported'):
            self.assertEqual(host.ask('event', message=verdict['id'], event=name)['type'], 'done')
        self.assertEqual(host.ask('note', message=verdict['id'])['type'], 'note')
        self.assertEqual(host.ask('event', message=999, event='reported')['code'], 'gone')
        for name in ('warning-shown', 'policy-fault', 'trusted', '', '../x'):  # not the extension's to tell
            number = host.next_id()
            host.write_frame({'type': 'event', 'id': number, 'message': verdict['id'], 'event': name})
            self.assertEqual(host.answer(number)['code'], 'value', name)
        self.assert_ends_well(host)
        events = [json.loads(line) for line in self.read(self.path)]
        self.assertEqual([event['event'] for event in events],
                         ['warning-shown', *links, 'marked-junk', 'reported', 'marked-wrong'])
        for event in events:
            self.validator.validate(event)
            self.assertEqual((event['level'], event['message']), ('danger', events[0]['message']))
            self.assertEqual(event.get('link_domain'), 'phish.test' if event['event'] in links else None)
        self.assertNotIn('update', str(events))

    def test_policy_fault(self):
        """A fault is reported when the program starts, and another one when it appears."""
        policy = {'events': 'file', 'events-file': self.path, 'events-format': 'plain'}
        self.write_policy({**policy, 'own-domain': []})
        host = self.start(BELLBUOY_POLICY_ROOT=self.home)
        self.assertIn('own-domain', host.greet('ja')['policyTrouble'])
        self.write_policy({**policy, 'own-domain': [], 'banner-level': 'loud'})
        host.wait(lambda frame: 'banner-level' in (frame.get('policyTrouble') or ''))
        self.write_policy(policy)
        host.wait(lambda frame: frame['type'] == 'settings' and frame['policyTrouble'] is None)
        self.assertEqual(host.end()[0], 0)
        self.assertEqual([json.loads(line)['event'] for line in self.read(self.path)], ['policy-fault', 'policy-fault'])

    def test_serial(self):
        """The number of a signed policy that was fetched, as long as it is that policy."""
        policy = {'events': 'file', 'events-file': self.path, 'events-format': 'plain'}
        text = json.dumps(policy)
        state = f'[Policy]\nSerial=7\nDigest={hashlib.sha256(text.encode()).hexdigest()}\n'
        folder = os.path.join(self.home, 'var', 'lib', 'bellbuoy')
        os.makedirs(folder)
        for name, content in (('policy.json', text), ('fetch.state', state)):
            pathlib.Path(folder, name).write_text(content, encoding='utf-8')
        for extra, serial in (('', 7), (' ', None)):
            with open(os.path.join(folder, 'policy.json'), 'a', encoding='utf-8') as file:
                file.write(extra)
            host = self.talk(BELLBUOY_POLICY_ROOT=self.home)
            host.judge(FALSE_LINK)
            self.assert_ends_well(host)
            event = json.loads(self.read(self.path)[-1])
            self.validator.validate(event)
            self.assertEqual(event.get('policy_serial'), serial)

    def test_own_folder(self):
        state = os.path.join(self.home, 'state')
        self.play({'events': 'file'}, XDG_STATE_HOME=state)
        self.assertEqual(len(self.read(os.path.join(state, 'bellbuoy', 'events.ndjson'))), 2)

    def test_nowhere(self):
        """What cannot be written disturbs nobody, and is told once."""
        self.write_policy({'events': 'file', 'events-file': '/proc/bellbuoy/events'})
        host = self.talk(BELLBUOY_POLICY_ROOT=self.home)
        for _ in range(2):
            self.assertEqual(host.judge(FALSE_LINK)['notice']['level'], 'danger')
        status, errors = host.end()
        self.assertEqual((status, errors.count('\n')), (0, 1), errors)
        self.assertIn('Events are lost', errors)

    @unittest.skipUnless(shutil.which('journalctl'), 'systemd is not installed')
    def test_catalog(self):
        root = self.make_root()
        subprocess.run(['journalctl', '--update-catalog', '--root', root], check=True)
        listed = subprocess.check_output(['journalctl', '--list-catalog', '--root', root], text=True)
        kinds = self.validator.schema['$defs']['event']['enum']
        self.assertEqual(listed.count('Bellbuoy'), len(kinds), listed)

    def test_journal(self):
        """Read back from a real journal by its fields."""
        if not can_keep_journal():
            self.skipTest('no journald, or no namespaces')
        self.write_policy({'events': 'journal', 'events-fields': 'domains'})
        wrapper, read = os.path.join(self.home, 'wrapper'), os.path.join(self.home, 'read.json')
        with open(wrapper, 'w', encoding='utf-8') as file:
            file.write(WITH_JOURNAL % (JOURNALD, frames.PROGRAM, read, read))
        os.chmod(wrapper, 0o755)
        with unittest.mock.patch.object(frames, 'PROGRAM', wrapper):
            host = self.talk(BELLBUOY_POLICY_ROOT=self.home)
        host.judge(FALSE_LINK)
        self.assertEqual(host.end()[0], 0)
        entry, = [json.loads(line) for line in self.read(read)]
        self.assertEqual((entry['BELLBUOY_EVENT'], entry['BELLBUOY_LEVEL'], entry['MESSAGE_ID']),
                         ('warning-shown', 'danger', '521a3f2968144774b4efa7982aa10dcb'))
        self.assertIn('link-text-mismatch', entry['BELLBUOY_CHECKS'].split())
        for secret in SECRETS:
            self.assertNotIn(secret, json.dumps({name: text for name, text in entry.items() if name[0] != '_'}))

    def make_root(self):
        folder = os.path.join(self.home, 'usr', 'lib', 'systemd', 'catalog')
        os.makedirs(folder)
        os.makedirs(os.path.join(self.home, 'var', 'lib', 'systemd', 'catalog'))
        shutil.copy(CATALOG, folder)
        return self.home


unittest.main()
