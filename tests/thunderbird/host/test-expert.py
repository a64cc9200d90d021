# SPDX-License-Identifier: LGPL-2.1-or-later
"""The message that this project began with, looked up: what an expert found out about it by hand stands in the details,
in both languages. The registry, the name server and the location table are stand-ins, on loopback and in a file."""

import os
import pathlib
import re
import subprocess
import sys
import unittest

from frames import HostTest

TESTS = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(TESTS / 'net'))

from name_server import NameServer  # noqa: E402 pylint: disable=wrong-import-position
from registry import Registry  # noqa: E402 pylint: disable=wrong-import-position

MAIL = (TESTS / 'data/samples/1-ekinet.eml').read_bytes()
NAMES = {'109.183.94.23.in-addr.arpa': ('PTR', 'mail5.participan.shop'),
         'mail5.participan.shop': ('A', '23.94.183.109')}
AGES = {'participan.shop': 5, 'vecterdian.shop': 0}
# What the lookup promises, and all that it asks.
PROMISE = [
    'It asks the registry of .shop, and the registrar that it may name, who registered participan.shop, and when.',
    'It asks the registry of .shop, and the registrar that it may name, who registered vecterdian.shop, and when.',
    'It asks name servers for the name of the sending server, 23.94.183.109.',
    'It asks the name servers of eki-net.com for its policy and for the keys of its signatures.',
    'They can see that somebody asked. Nothing else of the message leaves this computer.']
HOP = [
    'Name servers confirm: mail5.participan.shop and the IP address belong together.',
    r'participan.shop was registered on \d{4}-\d\d-\d\d (5 days ago) through NameExample, LLC. '
    'Registered by: hidden behind “PrivacyGuardian.org llc”, as for most domains.',
    r'Its IP address is in use in United States (Example Table, as of \w+ \d{4}).',
    'That network belongs to ColoCrossing (AS36352).']
HOP_JA = [
    'DNSサーバーで、mail5.participan.shopという名前とIPアドレスが対応していることを確認しました。',
    r'participan.shop.*\d{4}-\d\d-\d\d.*5日前.*NameExample, LLC.*PrivacyGuardian.org llc.*',
    r'このIPアドレスはアメリカ合衆国で使われています (Example Table、\d{4}年\d+月現在)。',
    'ネットワークの所有者はColoCrossing (AS36352)です。']
LINK = [
    r'vecterdian.shop was registered on \d{4}-\d\d-\d\d (today) through NameExample, LLC. '
    'Registered by: hidden behind “PrivacyGuardian.org llc”, as for most domains.']


def pattern(sentence):
    return sentence.replace('(', r'\(').replace(')', r'\)') + '$'


class Expert(HostTest):
    def setUp(self):
        super().setUp()
        self.server = NameServer(NAMES)
        self.server.start()
        self.registry = Registry(AGES)
        self.registry.start()
        self.addCleanup(self.registry.stop)
        self.table = os.path.join(self.home, 'table.db')
        subprocess.run([os.environ['MAKE_LOCATION'], self.table], check=True)

    def look_up(self, language, **environment):
        """The details before, and after."""
        host = self.talk(language, BELLBUOY_DNS_SERVER=self.server.address, BELLBUOY_RDAP_SERVER=self.registry.address,
                         BELLBUOY_LOCATION_DATABASE=self.table, **environment)
        host.ask('set', key='lookups', value='on-request')
        verdict = host.judge(MAIL)
        before = host.ask('details', message=verdict['id'])
        self.assertEqual((self.registry.asked, self.server.asked), ([], []))
        number = host.next_id()
        host.send({'type': 'verify', 'id': number, 'message': verdict['id']})
        self.assertEqual(host.settle(number)['notice']['level'], 'danger')
        return before, host.ask('details', message=number)

    def assert_facts(self, facts, expected):
        self.assertEqual(len(facts), len(expected), facts)
        for fact, sentence in zip(facts, expected):
            self.assertRegex(fact, re.compile('^' + pattern(sentence)))

    def test_english(self):
        before, after = self.look_up('en')
        self.assertEqual(before['questions'], PROMISE)
        self.assertTrue(all(not place['facts'] for place in before['story']['hops'] + before['story']['links']))
        hop = next(hop for hop in after['story']['hops'] if hop['kind'] == 'boundary')
        self.assert_facts(hop['facts'], HOP)
        link = next(link for link in after['story']['links'] if link['isFalse'])
        self.assert_facts(link['facts'], LINK)
        for words in ('PrivacyGuardian[.]org', 'ColoCrossing', 'United States', '5 days ago'):
            self.assertIn(words, after['text'])

    def test_asked_as_promised(self):
        self.look_up('en')
        self.assertEqual(sorted(self.registry.asked), ['/domain/participan.shop', '/domain/vecterdian.shop'])
        self.assertEqual(set(self.server.asked),
                         {'109.183.94.23.in-addr.arpa', 'mail5.participan.shop', '_dmarc.eki-net.com'})

    def test_japanese(self):
        _, after = self.look_up('ja', LC_ALL='ja_JP.UTF-8')
        hop = next(hop for hop in after['story']['hops'] if hop['kind'] == 'boundary')
        self.assert_facts(hop['facts'], HOP_JA)

    def test_once(self):
        """Another program of the same reader finds the answers in the store."""
        self.look_up('en')
        self.registry.asked.clear()
        self.look_up_again()
        self.assertEqual(self.registry.asked, [])

    def look_up_again(self):
        host = self.talk('en', BELLBUOY_DNS_SERVER=self.server.address, BELLBUOY_RDAP_SERVER=self.registry.address)
        verdict = host.judge(MAIL)
        number = host.next_id()
        host.send({'type': 'verify', 'id': number, 'message': verdict['id']})
        host.settle(number)


unittest.main()
