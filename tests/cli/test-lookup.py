# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy lookup` against a registry on loopback: what it says, what it asks, how it ends."""

import http.server
import json
import os
import threading
import unittest

import command

ANSWER = {'objectClassName': 'domain', 'ldhName': 'participan.shop', 'status': ['active'],
          'events': [{'eventAction': 'registration', 'eventDate': '2001-02-03T04:05:06Z'}],
          'entities': [{'roles': ['registrar'], 'vcardArray': ['vcard', [['fn', {}, 'text', 'Names \x1b[31mInc.']]]},
                       {'roles': ['registrant'],
                        'vcardArray': ['vcard', [['fn', {}, 'text', 'PrivacyGuardian.org llc']]]}]}
KNOWN = '/domain/participan.shop'


class Registry(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200 if self.path == KNOWN else 404)
        self.end_headers()
        self.wfile.write(json.dumps(ANSWER if self.path == KNOWN else {'errorCode': 404}).encode())

    def log_message(self, *args):
        pass


class LookupTest(command.CommandTest):
    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Registry)
        self.server.asked = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def look_up(self, *words, **environment):
        return command.call('lookup', *words, XDG_DATA_HOME=self.folder,
                            BELLBUOY_RDAP_SERVER=f'http://127.0.0.1:{self.server.server_port}', **environment)

    def test_words(self):
        told = self.look_up('mail5.participan.shop')
        self.assertEqual(told.status, 0, told)
        self.assertTrue(told.out.startswith('Domain: participan.shop\nRegistered on: 2001-02-03 ('), told.out)
        self.assertIn('Registered by: hidden behind “PrivacyGuardian.org llc”', told.out)
        self.assertNotIn('\x1b', told.out)

    def test_once(self):
        self.look_up('mail5.participan.shop')
        self.look_up('participan.shop', 'www.participan.shop')
        self.assertEqual(self.server.asked, [KNOWN])

    def test_json(self):
        told = self.look_up('--json', 'participan.shop', 'unknown.shop', '8.8.8.8', 'someone.github.io')
        known, unknown, number, shared = command.objects(told)
        self.assertEqual(told.status, 2)
        self.assertEqual(known['registered'], '2001-02-03T04:05:06Z')
        self.assertTrue(known['private'])
        self.assertEqual(known['source'], '127.0.0.1')
        self.assertEqual([x['error'] for x in (unknown, number, shared)], ['not-registered', 'no-domain', 'shared'])
        self.assertEqual(self.server.asked, [KNOWN, '/domain/unknown.shop'])

    def test_failure(self):
        told = self.look_up('unknown.shop')
        self.assertEqual(told.status, 2)
        self.assertEqual(told.err, 'bellbuoy: unknown.shop: the registry knows no such domain\n')

    def test_nothing_asked(self):
        told = self.look_up()
        self.assertEqual((told.status, told.out), (2, ''))
        self.assertEqual(self.server.asked, [])

    def test_private_store(self):
        self.look_up('participan.shop')
        path = os.path.join(self.folder, 'bellbuoy', 'answers.db')
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)


if __name__ == '__main__':
    unittest.main()
