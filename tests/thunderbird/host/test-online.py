# SPDX-License-Identifier: LGPL-2.1-or-later
"""Name servers are asked when the reader says so, or by the setting; the example of RFC 8463, against a server on
loopback that tells its key."""

import pathlib
import sys
import unittest

from frames import HostTest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / 'net'))

from lookup_mails import write_mail  # noqa: E402 pylint: disable=wrong-import-position
from name_server import DOMAIN, RECORDS, SIGNED, NameServer  # noqa: E402 pylint: disable=wrong-import-position
from registry import Registry  # noqa: E402 pylint: disable=wrong-import-position

MAIL = SIGNED.encode()
POLICY = '_dmarc.example.com'  # of the organisation's own domain


class Online(HostTest):
    def setUp(self):
        super().setUp()
        self.server = NameServer()
        self.server.start()

    def talk_with(self, lookups):
        host = self.talk(BELLBUOY_DNS_SERVER=self.server.address)
        if lookups != 'off':
            host.ask('set', key='lookups', value=lookups)
            host.wait(lambda frame: frame['type'] == 'settings' and frame['settings']['lookups']['value'] == lookups)
        return host

    def verify(self, host, number):
        again = host.next_id()
        host.send({'type': 'verify', 'id': again, 'message': number})
        return host.settle(again)

    def test_off(self):
        host = self.talk_with('off')
        verdict = host.judge(MAIL)
        self.assertFalse(verdict['canLookUp'])
        self.assertEqual(self.verify(host, verdict['id'])['code'], 'locked')
        self.assertEqual(self.server.asked, [])

    def test_on_request(self):
        host = self.talk_with('on-request')
        verdict = host.judge(MAIL)
        self.assertEqual((verdict['canLookUp'], self.server.asked), (True, []))
        proven = self.verify(host, verdict['id'])
        if not self.server.asked:
            self.skipTest('built without libopendkim')
        self.assertEqual(sorted(self.server.asked), sorted(RECORDS))
        self.assertEqual((proven['trust']['state'], proven['trust']['sender']), ('possible', DOMAIN))
        self.assertFalse(proven['canLookUp'])
        self.assertEqual(self.verify(host, proven['id'])['code'], 'locked')

    def test_automatic(self):
        """Only the policy, which tells the sender nothing; the first verdict does not wait for it."""
        host = self.talk_with('automatic')
        number = host.submit(MAIL)
        first = host.answer(number)
        self.assertTrue(first['more'])
        last = host.settle(number)
        self.assertTrue(last['canLookUp'])
        self.assertLessEqual(set(self.server.asked), {POLICY})

    def test_opened(self):
        """No signature fits what was encrypted, so nobody is asked."""
        host = self.talk_with('automatic')
        verdict = host.judge(MAIL, opened=True)
        self.assertFalse(verdict['canLookUp'])
        self.assertEqual(self.verify(host, verdict['id'])['code'], 'locked')
        self.assertEqual(self.server.asked, [])

    def test_unanswered(self):
        """Where a registry asks to wait, the lookup may be made once more."""
        registry = Registry({'again.shop': 5})
        registry.busy.add('again.shop')
        registry.start()
        self.addCleanup(registry.stop)
        host = self.talk(BELLBUOY_DNS_SERVER=self.server.address, BELLBUOY_RDAP_SERVER=registry.address)
        host.ask('set', key='lookups', value='on-request')
        verdict = host.judge(write_mail('again').read_bytes())
        refused = self.verify(host, verdict['id'])
        self.assertTrue(refused['canLookUp'])
        self.assertEqual(self.verify(host, refused['id'])['type'], 'verdict')

    def test_cancelled(self):
        """A server that does not answer holds up neither the next message nor the end."""
        host = self.talk(BELLBUOY_DNS_SERVER='127.0.0.1:9')
        host.ask('set', key='lookups', value='on-request')
        verdict = host.judge(MAIL)
        again = host.next_id()
        host.send({'type': 'verify', 'id': again, 'message': verdict['id']})
        host.send({'type': 'cancel', 'id': host.next_id(), 'message': again})
        self.assertEqual(host.judge(MAIL)['type'], 'verdict')
        self.assert_ends_well(host)


unittest.main()
