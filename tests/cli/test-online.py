# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy check --online`: the example of RFC 8463, against a name server on loopback that tells its key, and a young
domain, against a registry."""

import json
import pathlib
import sys
import tempfile
import unittest

import jsonschema
from command import FALSE_BRAND, CommandTest, call, objects

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.append(str(TESTS / 'net'))

from name_server import DOMAIN, RECORDS, SIGNED, NameServer  # noqa: E402 pylint: disable=wrong-import-position
from registry import Registry  # noqa: E402 pylint: disable=wrong-import-position

SCHEMA = TESTS.parent / 'data/verdict.schema.json'


class Online(CommandTest):
    def setUp(self):
        super().setUp()
        self.server = NameServer()
        self.server.start()
        self.registry = Registry({'vecterdian.shop': 5})
        self.registry.start()
        self.addCleanup(self.registry.stop)
        self.servers = {'BELLBUOY_DNS_SERVER': self.server.address, 'BELLBUOY_RDAP_SERVER': self.registry.address,
                        'XDG_DATA_HOME': self.folder}

    def found(self, content, *words):
        result = call('check', '--json', *words, self.write('a.eml', content), **self.servers)
        found = objects(result)[0]
        jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding='utf-8'))).validate(found)
        return found

    def authentication(self, content, *words):
        return self.found(content, *words)['authentication']

    def test_young_domain(self):
        mail = FALSE_BRAND.replace('login.phish.test', 'ekl-net.vecterdian.shop')
        self.assertEqual(self.found(mail)['lookups'], [])
        self.assertEqual(self.registry.asked, [])
        found = self.found(mail, '--online')
        answers = [x for x in found['lookups'] if x['kind'] == 'registration']
        self.assertEqual([(x['subject'], x['state'], x.get('age_days'), x.get('private')) for x in answers],
                         [('vecterdian.shop', 'answered', 5, True), ('other.example', 'not-registered', None, None)])
        self.assertEqual({x['source'] for x in answers}, {'127.0.0.1'})
        self.assertTrue(all(x['time'] for x in answers), answers)
        self.assertIn(('new-domain', 'medium'), [(x['id'], x['strength']) for x in found['findings']])
        self.assertEqual(sorted(self.registry.asked), ['/domain/other.example', '/domain/vecterdian.shop'])

    def test_kinds(self):
        """The key lookup-kinds: what is not among them is not asked; a domain's policy is a question of its own."""
        mail = FALSE_BRAND.replace('login.phish.test', 'ekl-net.vecterdian.shop')
        for kinds, from_registry, from_names in ((['registration'], True, False), (['sender', 'x'], False, True),
                                                 (['reverse-name'], False, True), ([], False, False)):
            with self.subTest(kinds=kinds):
                self.registry.asked.clear()
                self.server.asked.clear()
                self.servers['XDG_DATA_HOME'] = tempfile.mkdtemp(dir=self.folder)  # answers are kept
                policy = self.write('own.json', json.dumps({'lookup-kinds': kinds}))
                self.found(mail, '--online', '--policy', policy)
                self.assertEqual((self.registry.asked != [], self.server.asked != []), (from_registry, from_names))

    def test_kinds_of_lookup(self):
        """The command obeys a locked key, too: a registry is asked of a domain, name servers of an address."""
        for kinds, locked, asks_registry, asks_names in ((['registration'], True, True, False),
                                                         (['reverse-name'], True, False, True),
                                                         (['sender'], True, False, False), ([], False, True, True)):
            with self.subTest(kinds=kinds, locked=locked):
                self.registry.asked.clear()
                self.server.asked.clear()
                self.servers['XDG_DATA_HOME'] = tempfile.mkdtemp(dir=self.folder)
                policy = {'lookup-kinds': {'value': kinds, 'locked': locked}}
                self.write('etc/bellbuoy/policy.json', json.dumps(policy))
                told = call('lookup', 'vecterdian.shop', '8.8.8.8', BELLBUOY_POLICY_ROOT=self.folder, **self.servers)
                self.assertEqual((self.registry.asked != [], self.server.asked != []), (asks_registry, asks_names),
                                 told)
                self.assertEqual('vecterdian.shop: your organisation does not allow lookups' in told.err,
                                 not asks_registry)

    def test_off_by_default(self):
        found = self.authentication(SIGNED)
        self.assertEqual((found['state'], found['source'], found['local']), ('none', 'none', None))
        self.assertEqual(self.server.asked, [])

    def test_signature_holds(self):
        found = self.authentication(SIGNED, '--online')
        if found['local'] is None:
            self.skipTest('built without libopendkim')
        self.assertEqual((found['state'], found['source'], found['dkim'], found['dmarc'], found['aligned_domain']),
                         ('pass', 'local', 'pass', 'pass', DOMAIN))
        self.assertFalse(found['assumed'], 'no receiving server was needed for it')
        self.assertEqual(found['local']['policy'], 'reject')
        self.assertEqual(found['local']['signatures'],
                         [{'domain': DOMAIN, 'selector': 'brisbane', 'state': 'pass', 'reason': None, 'aligned': True,
                           'key_bits': 0, 'open': []}])
        self.assertEqual(sorted(self.server.asked), sorted(RECORDS))

    def test_body_changed(self):
        found = self.authentication(SIGNED.replace('lost', 'won'), '--online')
        if found['local'] is None:
            self.skipTest('built without libopendkim')
        self.assertEqual((found['state'], found['source'], found['dkim']), ('unknown', 'local', 'fail'))
        self.assertEqual(found['local']['signatures'][0]['reason'], 'altered-body')

    def test_words(self):
        path = self.write('a.eml', SIGNED)
        result = call('check', '--online', path, **self.servers)
        self.assertIn('signature', result.out)


unittest.main(verbosity=2)
