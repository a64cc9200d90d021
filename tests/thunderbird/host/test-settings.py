# SPDX-License-Identifier: LGPL-2.1-or-later
"""Settings: who sets them, who locks them, who is told; trust, which every client shares."""

import json
import os
import shutil
import subprocess
import tempfile
import time
import unittest
import xml.etree.ElementTree

from frames import FALSE_LINK, PATIENCE, SCHEMA_PATH, HostTest

SCHEMA = 'org.bellbuoy.Bellbuoy'
PROVEN = b'Authentication-Results: mx.provider.example; dmarc=pass header.from=bank.example\n' + FALSE_LINK

# Two things that do not fit, neither of them a proof.
DOUBTFUL = b'''\
From: Office <office@firm.example>
To: reader@provider.example
Reply-To: someone.else@gmail.com
Subject: Hello
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8

<form action="https://www.firm.example/"><input type="password" name="p"></form>
'''


class Settings(HostTest):
    def setting(self, host, key, value=None):
        """Waits for the news that a key has that value."""
        return host.wait(lambda frame: frame['type'] == 'settings' and frame['settings'][key]['value'] == value)

    def gsettings(self, *words, **environment):
        """As another client of the same reader does it."""
        given = {**os.environ, 'GSETTINGS_BACKEND': 'keyfile', 'HOME': self.home,
                 'XDG_CONFIG_HOME': self.home + '/config',
                 'DBUS_SESSION_BUS_ADDRESS': 'disabled:', **environment}
        return subprocess.run(['gsettings', *words], env=given, stdout=subprocess.PIPE, text=True, check=True).stdout

    def test_set(self):
        host = self.talk()
        for key, value in (('enabled', False), ('banner-level', 'danger'), ('suppressed-checks', ['urgency']),
                           ('trusted-links', [['a.example', 'b.example']]), ('own-domains', []), ('new-domain-days', 7),
                           ('organization-report-address', 'abuse@firm.example')):
            with self.subTest(key):
                self.assertEqual(host.ask('set', key=key, value=value)['type'], 'done')
                if value != []:
                    self.setting(host, key, value)
        self.assertEqual(self.gsettings('get', SCHEMA, 'banner-level').strip(), "'danger'")
        self.assertEqual(self.start().greet()['settings']['trusted-links'],
                         {'value': [['a.example', 'b.example']], 'locked': False})
        host.ask('set', key='banner-level', value=None)
        self.setting(host, 'banner-level', 'caution')

    def test_wrong_values(self):
        host = self.talk()
        for key, value in (('enabled', 'yes'), ('banner-level', 'loud'), ('suppressed-checks', 'urgency'),
                           ('trusted-links', ['a.example']), ('trusted-links', [['a', 'b', 'c']]),
                           ('new-domain-days', 366), ('new-domain-days', -1), ('version', True),
                           ('colour', 'red'), ('', True)):
            with self.subTest(key=key, value=value):
                frame = {'type': 'set', 'id': host.next_id(), 'key': key, 'value': value}
                host.write_frame(frame)
                self.assertEqual(host.answer(frame['id'])['code'], 'value')
        self.assertEqual(host.later, [])

    def test_somebody_else_sets(self):
        host = self.talk()
        self.gsettings('set', SCHEMA, 'banner-level', 'danger')
        self.setting(host, 'banner-level', 'danger')

    def test_level(self):
        """What is warned of, and what the reader wants to see of that."""
        host = self.talk()
        levels = {mail: host.judge(mail) for mail in (FALSE_LINK, DOUBTFUL)}
        self.assertEqual([found['notice']['level'] for found in levels.values()], ['danger', 'caution'])
        host.ask('set', key='banner-level', value='danger')
        self.setting(host, 'banner-level', 'danger')
        self.assertEqual([(found['isWarned'], found['isShown']) for found in map(host.judge, levels)],
                         [(True, True), (True, False)])

    def test_without_schema(self):
        """Everything is as if nothing had been set, with the values that the schema gives."""
        with tempfile.TemporaryDirectory() as empty:
            host = self.start(GSETTINGS_SCHEMA_DIR=empty, XDG_DATA_DIRS=empty)
            hello = host.greet()
            self.assertFalse(hello['available'])
            self.assertEqual(hello['settings'], self.start().greet()['settings'])
            self.assertEqual(host.ask('set', key='enabled', value=False)['code'], 'settings')
            self.assertEqual(host.ask('trust', sender='a.example', site=None, given=True)['code'], 'settings')
            self.assertEqual(host.judge(FALSE_LINK)['notice']['level'], 'danger')

    def test_keys(self):
        """The extension sees every key of the schema but the version of their form."""
        path = os.path.join(os.environ['SOURCE_ROOT'], 'data', SCHEMA + '.gschema.xml')
        keys = {key.get('name') for key in xml.etree.ElementTree.parse(path).getroot().iter('key')}
        self.assertEqual(set(self.start().greet()['settings']), keys - {'version'})
        with open(SCHEMA_PATH, encoding='utf-8') as file:
            described = json.load(file)['$defs']['all-settings']['required']
        self.assertEqual(set(described), keys - {'version'})


class Policy(HostTest):
    def policy(self, host, **values):
        return host.ask('policy', values={key.replace('_', '-'): value for key, value in values.items()})['ignored']

    def state(self, host, key, value, locked):
        return host.wait(lambda frame: frame['type'] == 'settings'
                         and frame['settings'][key] == {'value': value, 'locked': locked})

    def test_policy(self):
        host = self.talk()
        self.assertEqual(self.policy(host, suppressed_checks=['link-text-mismatch'], banner_level='danger'), [])
        self.state(host, 'banner-level', 'danger', True)
        ids = [finding['id'] for finding in host.judge(FALSE_LINK)['notice']['findings']]
        self.assertNotIn('link-text-mismatch', ids)
        self.assertEqual(host.ask('set', key='banner-level', value='caution')['code'], 'locked')
        self.assertEqual(host.ask('set', key='link-action', value='block')['type'], 'done')
        self.assertEqual(self.policy(host), [])
        self.state(host, 'banner-level', 'caution', False)
        self.assertEqual(host.judge(FALSE_LINK)['notice']['level'], 'danger')

    def test_what_it_does_not_hold(self):
        host = self.talk()
        ignored = self.policy(host, colour='red', enabled='no', lookups='always', own_domains=['firm.example'],
                              trusted_links=[['a']], version=3, banner_level=None)
        self.assertEqual(sorted(ignored), ['banner-level', 'colour', 'enabled', 'lookups', 'trusted-links', 'version'])
        self.state(host, 'own-domains', ['firm.example'], True)


class PolicyFiles(HostTest):
    """What an organisation's policy files do: the same as in Evolution."""

    def talk_under(self, text, language='en'):
        self.write_policy(text)
        host = self.start(BELLBUOY_POLICY_ROOT=self.home)
        return host, host.greet(language)

    def test_values(self):
        host, hello = self.talk_under('{"banner-level": {"value": "danger", "locked": true}, "link-action": "block",'
                                      '"trusted-senders": {"value": ["firm.example"], "merge": true}}')
        settings = hello['settings']
        self.assertIsNone(hello['policyTrouble'])
        self.assertEqual(settings['banner-level'], {'value': 'danger', 'locked': True})
        self.assertEqual(settings['link-action'], {'value': 'block', 'locked': False})
        self.assertEqual(settings['trusted-senders'],
                         {'value': ['firm.example'], 'locked': False, 'fixed': ['firm.example']})
        self.assertEqual(host.ask('set', key='banner-level', value='caution')['code'], 'locked')
        self.assertEqual(host.ask('set', key='link-action', value='warn')['type'], 'done')
        host.ask('set', key='trusted-senders', value=['mine.example'])
        host.wait(lambda frame: frame['type'] == 'settings' and frame['settings']['trusted-senders']['value']
                  == ['firm.example', 'mine.example'] and frame['settings']['link-action']['value'] == 'warn')
        # Thunderbird's own policy does not outweigh what is locked
        host.ask('policy', values={'banner-level': 'caution'})
        hello = self.start(BELLBUOY_POLICY_ROOT=self.home).greet()
        self.assertEqual(hello['settings']['banner-level']['value'], 'danger')

    def test_live(self):
        host, _ = self.talk_under('{}')
        self.write_policy('{"suppressed-checks": {"value": ["link-text-mismatch"], "locked": true}}')
        host.wait(lambda frame: frame['type'] == 'settings' and frame['settings']['suppressed-checks']['locked'])
        ids = [finding['id'] for finding in host.judge(FALSE_LINK)['notice']['findings']]
        self.assertNotIn('link-text-mismatch', ids)

    def test_broken(self):
        for language, word in (('en', 'errors'), ('ja', '誤り')):
            with self.subTest(language):
                host, hello = self.talk_under('{"banner-level": {"value": "danger", "locked": true}}', language)
                self.assertIsNone(hello['policyTrouble'])
                self.assertIsNone(hello['policySupport'])
                self.write_policy('{"banner-level": ')
                frame = host.wait(lambda one: one['type'] == 'settings' and one['policyTrouble'] is not None)
                self.assertIn(word, frame['policyTrouble'])
                self.assertIn('/etc/bellbuoy/policy.json:1: ', frame['policyTrouble'])
                self.assertEqual(frame['settings']['banner-level'], {'value': 'danger', 'locked': True})
                again = self.start(BELLBUOY_POLICY_ROOT=self.home).greet(language)
                self.assertIn(word, again['policyTrouble'])

    def test_support_text(self):
        host, hello = self.talk_under('{"support-text": "Call 7000"}')
        self.assertEqual(hello['policySupport'], 'Call 7000')
        self.assertIn('Call 7000', host.judge(FALSE_LINK)['notice']['advice'])
        self.write_policy('{"support-text": "Call 8000"}')
        end = time.monotonic() + PATIENCE
        while 'Call 8000' not in host.judge(FALSE_LINK)['notice']['advice'] and time.monotonic() < end:
            time.sleep(0.1)
        self.assertLess(time.monotonic(), end)

    def test_support_text_in_japanese(self):
        """There is no space between sentences."""
        host, _ = self.talk_under('{"support-text": "内線7000へ。"}', 'ja')
        self.assertTrue(host.judge(FALSE_LINK)['notice']['advice'].endswith('。内線7000へ。'))


class Trust(HostTest):
    def test_question(self):
        host = self.talk('ja')
        for site in (None, 'b.example'):
            asked = host.ask('trust', sender='bank.example', site=site, given=True, question=True)
            self.assertIn('bank.example', asked['words'])
            self.assertRegex(asked['advice'], '[ぁ-ん]')
        self.assertEqual(self.start().greet()['settings']['trusted-senders']['value'], [])

    def test_given_and_taken_back(self):
        host = self.talk()
        other = self.talk()
        verdict = host.judge(PROVEN)
        trust = verdict['trust']
        self.assertEqual((trust['state'], trust['sender'], trust['sites']),
                         ('possible', 'bank.example', ['phish.test']))
        host.ask('trust', sender='bank.example', site='phish.test', given=True)
        for one in (host, other):
            one.wait(lambda frame: frame['type'] == 'settings' and frame['settings']['trusted-links']['value'])
        again = host.ask_again(verdict['id'])
        self.assertEqual(again['notice']['level'], 'none')
        self.assertEqual(other.judge(PROVEN)['notice']['level'], 'none')
        self.assertEqual(host.judge(FALSE_LINK)['notice']['level'], 'danger')  # not proven
        host.ask('trust', sender='bank.example', site='phish.test', given=False)
        host.wait(lambda frame: frame['type'] == 'settings' and not frame['settings']['trusted-links']['value'])
        self.assertEqual(host.ask_again(again['id'])['notice']['level'], 'danger')

    def test_locked(self):
        host = self.talk()
        host.ask('policy', values={'trusted-links': []})
        self.assertEqual(host.ask('trust', sender='bank.example', site='b.example', given=True)['code'], 'locked')
        trust = host.judge(PROVEN)['trust']
        self.assertEqual((trust['sender'], trust['sites']), ('bank.example', []))

    def test_reason(self):
        self.assertTrue(self.talk().judge(FALSE_LINK)['trust']['why'])


@unittest.skipUnless(all(map(shutil.which, ('dbus-daemon', 'dconf'))), 'dconf is not installed')
class System(HostTest):
    """What an administrator has set and locked, in a dconf profile of its own."""

    def start_bus(self):
        command = ['dbus-daemon', '--session', '--print-address=1', '--nofork']
        # dconf's service, which the bus starts, writes where its own environment says
        bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                               env={**os.environ, 'HOME': self.home, 'XDG_CONFIG_HOME': self.home + '/config'})
        self.addCleanup(bus.wait)
        self.addCleanup(bus.stdout.close)
        self.addCleanup(bus.terminate)
        return bus.stdout.readline().strip()

    def write(self, name, text):
        path = os.path.join(self.home, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def test_locks(self):
        database = os.path.join(self.home, 'site')
        self.write('site.d/bellbuoy', "[org/bellbuoy/Bellbuoy]\nbanner-level='danger'\nown-domains=['firm.example']\n")
        self.write('site.d/locks/bellbuoy', '/org/bellbuoy/Bellbuoy/banner-level\n')
        subprocess.run(['dconf', 'compile', database, database + '.d'], check=True)
        profile = self.write('profile', f'user-db:user\nfile-db:{database}\n')
        host = self.start(GSETTINGS_BACKEND='dconf', DCONF_PROFILE=profile, XDG_RUNTIME_DIR=self.home,
                          DBUS_SESSION_BUS_ADDRESS=self.start_bus())
        settings = host.greet()['settings']
        self.assertEqual(settings['banner-level'], {'value': 'danger', 'locked': True})
        self.assertEqual(settings['own-domains'], {'value': ['firm.example'], 'locked': False})
        self.assertEqual(host.ask('set', key='banner-level', value='caution')['code'], 'locked')
        self.assertEqual(host.ask('policy', values={'banner-level': 'caution', 'lookups': 'on-request'})['ignored'], [])
        frame = host.wait(lambda one: one['type'] == 'settings' and one['settings']['lookups']['locked'])
        self.assertEqual(frame['settings']['banner-level'], {'value': 'danger', 'locked': True})
        self.assertEqual(host.ask('set', key='own-domains', value=['other.example'])['type'], 'done')
        host.wait(lambda one: one['type'] == 'settings'
                  and one['settings']['own-domains']['value'] == ['other.example'])


unittest.main()
