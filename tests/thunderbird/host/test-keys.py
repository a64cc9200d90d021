# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every key of the schemas does what it is for: a method for each, which sees something without it, and something else
when a policy sets it. A key that has no method fails."""

import base64
import json
import os
import pathlib
import shutil
import sys
import time
import unittest

from frames import FALSE_LINK, PATIENCE, PLAIN, HostTest

TESTS = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TESTS / 'cli'), str(TESTS / 'net')]

import command  # noqa: E402 pylint: disable=wrong-import-position
from registry import Registry  # noqa: E402 pylint: disable=wrong-import-position

LIST_HOST = 'login.phish.test'
PICTURE = (b'From: a@example.org\nTo: b@example.org\nSubject: x\nDate: Sun, 29 Nov 2026 09:00:00 +0000\n'
           b'Message-ID: <1@example.org>\nMIME-Version: 1.0\nContent-Type: image/png\n'
           b'Content-Transfer-Encoding: base64\n\n'
           b'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAAAAACPAi4CAAAAUElEQVR42u3RuRHAQAzDQPbfsV5e\n'
           b'D/I4AxIUsPLH5J2ujPPkqdjO8+SOya3z5Nqc6PPk7I2a8+TI6tnzBCOMMMIII4wwwggjjDDCCCOM\n'
           b'fzI+qE/JBOJx408AAAAASUVORK5CYII=\n')
# The receiving server vouches for the sender, who counts clicks elsewhere.
PROVEN = b'''\
Received: from out.shop.example (out.shop.example [198.51.100.7])
\tby mx.provider.example (Postfix) with ESMTPS id 1
\tfor <reader@provider.example>; Sun, 26 Jan 2025 09:00:00 +0000
Authentication-Results: mx.provider.example; dkim=pass header.d=shop.example; dmarc=pass header.from=shop.example
From: Shop <news@shop.example>
To: reader@provider.example
Subject: News
Date: Sun, 26 Jan 2025 09:00:00 +0000
Message-ID: <1@shop.example>
MIME-Version: 1.0
Content-Type: text/html

<a href="https://counter.elsewhere.example/c?u=1">www.shop99.example</a>
'''
SERVER = {'receiving-servers': ['mx.provider.example']}
THROUGH_GATEWAY = FALSE_LINK.replace(b'https://login.phish.test/update/',
                                     b'https://gate.company.example/?url=https%3A%2F%2Fwww.bank-site.com%2Flogin')
DIRECTOR = PLAIN.replace(b'a@people.example', b'Anna Lindqvist <boss@stranger.example>')
LOOKALIKE = PLAIN.replace(b'a@people.example', b'Office <office@harbourvverk-handel.com>')


class Keys(HostTest):
    def setUp(self):
        super().setUp()
        self.events = os.path.join(self.home, 'log', 'events.ndjson')
        self.environment = {'BELLBUOY_POLICY_ROOT': self.home, 'XDG_DATA_HOME': self.home + '/data',
                            'XDG_CACHE_HOME': self.home + '/cache', 'XDG_STATE_HOME': self.home + '/state'}

    def write(self, name, data):
        path = pathlib.Path(self.home, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return str(path)

    def check(self, mail, policy, *words, **environment):
        """What the command says as JSON."""
        self.write_policy(policy)
        told = command.call('check', '--json', *words, self.write('mail.eml', mail), **self.environment, **environment)
        return command.objects(told)[0]

    def found(self, mail, policy, *words, **environment):
        return {one['id']: one['strength'] for one in self.check(mail, policy, *words, **environment)['findings']}

    def host(self, policy, **environment):
        self.write_policy(policy)
        return self.talk(**self.environment, **environment)

    def judge(self, mail, policy):
        host = self.host(policy)
        return host, host.judge(mail)

    def subscribe(self):
        """A list is kept on this machine."""
        words = f'corp hosts {self.write("list.txt", LIST_HOST.encode())}'
        self.assertEqual(command.call('lists', '--list', words, 'update', **self.environment).status, 0)
        return [words]

    def ask_registry(self, policy, **ages):
        """What is asked, and the findings, when a message is looked up."""
        registry = Registry(ages)
        registry.start()
        self.addCleanup(registry.stop)
        shutil.rmtree(self.home + '/data', ignore_errors=True)  # answers are kept
        found = self.found(FALSE_LINK, policy, '--online', BELLBUOY_RDAP_SERVER=registry.address,
                           BELLBUOY_DNS_SERVER='127.0.0.1:9')
        return registry.asked, found

    # the effects

    def effect_enabled(self):
        for on in (True, False):
            self.write_policy({'enabled': on})
            told = command.call('doctor', HOME=self.home, **self.environment).out
            self.assertEqual('Messages are not checked' in told, not on)

    def effect_banner_level(self):
        mail = command.DOUBTFUL.encode()
        for level, shown in (('caution', True), ('danger', False)):
            self.assertEqual(self.judge(mail, {'banner-level': level})[1]['isShown'], shown)

    def effect_link_action(self):
        for action, refused in (('warn', False), ('block', True)):
            host, verdict = self.judge(FALSE_LINK, {'link-action': action})
            doubt = host.ask('link', message=verdict['id'], href='https://login.phish.test/update/')['doubt']
            self.assertEqual(doubt['refused'], refused)

    def effect_suppressed_checks(self):
        name = 'link-text-mismatch'
        self.assertIn(name, self.found(FALSE_LINK, {}))
        self.assertNotIn(name, self.found(FALSE_LINK, {'suppressed-checks': [name]}))

    def effect_lookups(self):
        for allowed, can in (('off', False), ('on-request', True)):
            self.assertEqual(self.judge(FALSE_LINK, {'lookups': allowed})[1]['canLookUp'], can)

    def effect_lookup_kinds(self):
        self.assertNotEqual(self.ask_registry({'lookup-kinds': ['registration']})[0], [])
        self.assertEqual(self.ask_registry({'lookup-kinds': ['sender']})[0], [])

    def effect_lookup_gateway(self):
        """One that cannot be reached: the registry is not asked in its place."""
        self.assertNotEqual(self.ask_registry({})[0], [])
        self.assertEqual(self.ask_registry({'lookup-gateway': 'https://lookups.company.invalid'})[0], [])

    def effect_new_domain_days(self):
        for days, strange in ((30, True), (3, False)):
            found = self.ask_registry({'new-domain-days': days}, **{'phish.test': 5})[1]
            self.assertEqual('new-domain' in found, strange)

    def effect_location_database(self):
        if 'MAKE_LOCATION' not in os.environ:
            self.skipTest('built without location tables')
        path = os.path.join(self.home, 'table.db')
        command.subprocess.run([os.environ['MAKE_LOCATION'], path], check=True)
        mail = FALSE_LINK.replace(b'203.0.113.7', b'23.94.183.109')
        for table, known in ((path, True), ('off', False)):
            answers = self.check(mail, {'location-database': table}, '--online', BELLBUOY_DNS_SERVER='127.0.0.1:9',
                                 BELLBUOY_LOCATION_DATABASE=None)['lookups']
            self.assertEqual([one['state'] for one in answers if one['kind'] == 'location'] == ['found'], known)

    def effect_qr_codes(self):
        for on, limits in ((True, ['qr']), (False, [])):
            self.assertEqual(self.check(PICTURE, {'qr-codes': on}, BELLBUOY_QR_HELPER='/nonexistent')['limits'], limits)

    def effect_trusted_senders(self):
        for senders, level in (([], 'danger'), (['shop.example'], 'none')):
            self.assertEqual(self.check(PROVEN, {**SERVER, 'trusted-senders': senders})['level'], level)

    def effect_trusted_links(self):
        for pairs, level in (([], 'danger'), ([['shop.example', 'elsewhere.example']], 'none')):
            self.assertEqual(self.check(PROVEN, {**SERVER, 'trusted-links': pairs})['level'], level)

    def effect_own_domains(self):
        for domains, listed in (([], True), (['phish.test'], False)):
            found = self.found(FALSE_LINK, {'lists': self.subscribe(), 'own-domains': domains})
            self.assertEqual('listed' in found, listed)

    def effect_receiving_servers(self):
        self.assertTrue(self.check(FALSE_LINK, {})['origin']['assumed'])
        self.assertFalse(self.check(FALSE_LINK, SERVER)['origin']['assumed'])

    def effect_link_gateways(self):
        name = 'link-text-mismatch'
        self.assertIn(name, self.found(THROUGH_GATEWAY, {}))
        self.assertNotIn(name, self.found(THROUGH_GATEWAY, {'link-gateways': ['gate.company.example']}))

    def effect_memory(self):
        path = self.home + '/data/bellbuoy/memory.db'
        for on in (False, True):
            host = self.host({'memory': on})
            host.ask('learn', account='account1', messages=[['1', base64.b64encode(PROVEN).decode()]])
            self.assert_ends_well(host)
            self.assertEqual(os.path.exists(path), on)

    def kept(self, days):
        """What is said of the memory once its limit was applied."""
        host = self.host({**SERVER, 'memory-days': days})
        host.ask('accounts', prefix='profile/', accounts=['profile/account1'])
        words = host.ask('memory', accounts=[])['kept']
        self.assert_ends_well(host)
        return words

    def effect_memory_days(self):
        host = self.host(SERVER)
        host.settle(host.submit(PROVEN, account='profile/account1', lesson='1'))
        end = time.monotonic() + PATIENCE
        while "1 sender's domain" not in str(host.ask('memory', accounts=[])['kept']):
            self.assertLess(time.monotonic(), end)
        self.assert_ends_well(host)
        self.assertIn("1 sender's domain", self.kept(0))
        self.assertNotIn("sender's domain", str(self.kept(100)))

    def effect_lists(self):
        words = self.subscribe()
        self.assertNotIn('listed', self.found(FALSE_LINK, {}))
        self.assertEqual(self.found(FALSE_LINK, {'lists': words})['listed'], 'strong')

    def effect_list_max_age(self):
        words = self.subscribe()
        with open(self.home + '/cache/bellbuoy/lists/corp.sites', 'r+b') as file:
            file.seek(16)
            fetched = int.from_bytes(file.read(8), 'little')
            file.seek(16)
            file.write((fetched - 7200).to_bytes(8, 'little'))
        for hours, strength in ((48, 'strong'), (1, 'note')):
            self.assertEqual(self.found(FALSE_LINK, {'lists': words, 'list-max-age': hours})['listed'], strength)

    def effect_block_sites(self):
        self.assertNotIn('listed', self.found(FALSE_LINK, {}))
        self.assertIn('listed', self.found(FALSE_LINK, {'block-sites': [LIST_HOST]}))

    def effect_allow_sites(self):
        words = self.subscribe()
        for sites, listed in (([], True), ([LIST_HOST], False)):
            self.assertEqual('listed' in self.found(FALSE_LINK, {'lists': words, 'allow-sites': sites}), listed)

    def effect_protected_domains(self):
        for domains, alike in (([], False), (['harbourwerk-handel.com'], True)):
            self.assertEqual('lookalike-domain' in self.found(LOOKALIKE, {'protected-domains': domains}), alike)

    def effect_protected_people(self):
        for people, alike in (([], False), (['Anna Lindqvist <anna.lindqvist@firm.example>'], True)):
            self.assertEqual('contact-impersonation' in self.found(DIRECTOR, {'protected-people': people}), alike)

    def places(self, policy):
        return [place['id'] for place in self.host(policy).ask('report')['places']]

    def effect_report_places(self):
        self.assertEqual(self.places({}), ['apwg'])
        self.assertEqual(self.places({'report-places': []}), [])

    def effect_organization_report_address(self):
        self.assertNotIn('organisation', self.places({}))
        self.assertEqual(self.places({'organization-report-address': 'abuse@firm.example'})[0], 'organisation')

    def effect_support_text(self):
        for text in ('', 'Call 7000'):
            host, verdict = self.judge(FALSE_LINK, {'support-text': text})
            told = host.ask('details', message=verdict['id'])['text']
            self.assertEqual('Call 7000' in told, bool(text))

    def event(self, **policy):
        """The event of a warning that is shown; None if none is written."""
        shutil.rmtree(os.path.dirname(self.events), ignore_errors=True)
        host, _ = self.judge(FALSE_LINK, policy)
        self.assert_ends_well(host)
        if not os.path.exists(self.events):
            return None
        with open(self.events, encoding='utf-8') as file:
            return json.loads(file.readline())

    def effect_events(self):
        for kind, written in (('off', False), ('file', True)):
            self.assertEqual(self.event(events=kind, **{'events-file': self.events}) is not None, written)

    def effect_events_file(self):
        self.assertIsNone(self.event(events='file'))
        self.assertIsNotNone(self.event(events='file', **{'events-file': self.events}))

    def effect_events_fields(self):
        for fields, told in (('minimal', None), ('domains', 'bank.example')):
            event = self.event(events='file', **{'events-file': self.events, 'events-format': 'plain',
                                                 'events-fields': fields})
            self.assertEqual(event.get('from_domain'), told)

    def effect_events_format(self):
        for form, member in (('ocsf', 'class_uid'), ('ecs', 'ecs'), ('plain', 'event')):
            event = self.event(events='file', **{'events-file': self.events, 'events-format': form})
            self.assertIn(member, event)
            self.assertEqual('class_uid' in event, form == 'ocsf')

    def test_every_key(self):
        keys = [row['key'] for row in command.objects(command.call('policy', 'show', '--json', **self.environment))]
        self.assertGreater(len(keys), 25)
        methods = {'effect_' + key.replace('-', '_') for key in keys}
        self.assertEqual(methods, {name for name in dir(self) if name.startswith('effect_')})


def as_test(name):
    """A test of its own for each effect, in a folder of its own."""
    def run(self):
        getattr(self, name)()
    return run


for effect in [name for name in dir(Keys) if name.startswith('effect_')]:
    setattr(Keys, 'test_' + effect, as_test(effect))

unittest.main()
