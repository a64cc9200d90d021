# SPDX-License-Identifier: LGPL-2.1-or-later
"""Block lists, registries and an organisation's gateway over TLS, as they are in use: real names of hosts, port 443,
the system's certificate store. Nobody is asked for whom no authority of the system's vouches."""

import http.server
import json
import os
import pathlib
import shutil
import sys
import tempfile
import threading
import unittest

import own_network
from command import CommandTest, call, objects

sys.path.append(str(pathlib.Path(__file__).parent.parent / 'net'))
from registry import answer_about  # noqa: E402  pylint: disable=wrong-import-position

HOST = 'lists.company.example'
GATEWAY = 'lookups.company.example'
# As the file that is shipped names them.
SHOP, TOP, XYZ = 'rdap.gmoregistry.net', 'rdap.zdnsgtld.com', 'rdap.centralnic.com'
STAYS = '; the last good copy stays in use'
# the search for leaks crashes on threads of libraries that are loaded late, as the one for TLS is
NO_LEAK_SEARCH = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'


class HalfServer(http.server.BaseHTTPRequestHandler):
    """Ends in the middle of a host, after which a shorter one stands."""

    def do_GET(self):
        self.send_response(200)
        self.send_header('Content-Length', '500')
        self.end_headers()
        self.wfile.write(b'phish.example\nlogin.company')

    def log_message(self, *args):
        pass


def write_answer(folder, domain, age):
    path = pathlib.Path(folder, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(answer_about(domain, age)), encoding='utf-8')


def setUpModule():
    global FOLDER, PAGES, SERVER
    FOLDER = tempfile.mkdtemp()
    unittest.addModuleCleanup(shutil.rmtree, FOLDER, True)
    PAGES = pathlib.Path(FOLDER, 'pages')
    for folder in ('rdap/domain', 'v1/domain'):
        write_answer(PAGES / folder, 'participan.shop', 5)
    half = http.server.ThreadingHTTPServer(('127.0.0.1', 0), HalfServer)
    threading.Thread(target=half.serve_forever, daemon=True).start()
    unittest.addModuleCleanup(half.server_close)
    unittest.addModuleCleanup(half.shutdown)
    known, foreign = own_network.Authority(FOLDER, 'known'), own_network.Authority(FOLDER, 'foreign')
    here = (HOST, GATEWAY, SHOP, TOP, XYZ, 'foreign.company.example', 'other.company.example')
    own_network.name_hosts(FOLDER, {**{name: own_network.ADDRESS for name in here},
                                    'down.company.example': '127.0.0.2'})
    root = f'location / {{ root {PAGES}; }}'
    pages = f'''location = /moved.txt {{ return 302 https://other.company.example/list.txt; }}
      location = /half.txt {{ proxy_pass http://127.0.0.1:{half.server_port}; }}'''
    registry = f'location = /rdap/domain/moved.shop {{ return 302 https://{HOST}/list.txt; }}'
    SERVER = own_network.WebServer(FOLDER, [
        (certificate, f'server_name {name}; {root} {rest}') for certificate, name, rest in (
            (known.certify(HOST), HOST, pages), (known.certify(GATEWAY), GATEWAY, ''),
            (known.certify(SHOP), SHOP, registry), (foreign.certify(TOP), TOP, ''), (known.certify(HOST), XYZ, ''),
            (foreign.certify('foreign.company.example'), 'foreign.company.example', ''),
            (known.certify(HOST), 'other.company.example', ''))])
    unittest.addModuleCleanup(SERVER.stop)
    known.trust()


class TlsTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.environment = {'XDG_CACHE_HOME': self.folder, 'XDG_DATA_HOME': self.folder,
                            'BELLBUOY_POLICY_ROOT': self.folder, 'G_DEBUG': 'fatal-criticals',
                            'ASAN_OPTIONS': NO_LEAK_SEARCH}
        self.n_before = len(SERVER.requests())

    def asked(self):
        return SERVER.requests()[self.n_before:]


class Lists(TlsTest):
    def lists(self, *words, url=f'https://{HOST}/list.txt'):
        return call('lists', '--list', f'corp hosts {url}', *words, **self.environment)

    def setUp(self):
        super().setUp()
        (PAGES / 'list.txt').write_text('phish.example\n', encoding='utf-8')
        self.assertEqual(self.lists('update'), (0, '', ''))

    def holds(self, host, **where):
        return self.lists('test', host, **where).status == 1

    def test_unchanged(self):
        self.assertEqual(self.lists('update').status, 0)
        self.assertEqual(self.asked(), [('/list.txt', 200), ('/list.txt', 304)])
        self.assertTrue(self.holds('phish.example'))

    def test_changed(self):
        (PAGES / 'list.txt').write_text('other.example\nthird.example\n', encoding='utf-8')
        self.assertEqual(self.lists('update').status, 0)
        self.assertTrue(self.holds('other.example'))
        self.assertFalse(self.holds('phish.example'))

    def refuse(self, url, words):
        told = self.lists('update', url=url)
        self.assertEqual((told.status, told.out), (2, ''), told)
        self.assertIn(words, told.err)
        self.assertFalse(self.holds('login.company', url=url))
        self.assertTrue(self.holds('phish.example'))

    def test_servers(self):
        """A foreign authority, another name, no server, no such host."""
        for host in ('foreign', 'other', 'down', 'none'):
            with self.subTest(host):
                self.refuse(f'https://{host}.company.example/list.txt', 'it could not be read (')
        self.assertEqual(self.asked(), [('/list.txt', 200)])

    def test_answers(self):
        for page, words in (('half', 'it arrived incomplete'), ('none', 'its server does not return it (404)'),
                            ('moved', 'only https addresses on the internet are fetched')):
            with self.subTest(page):
                self.refuse(f'https://{HOST}/{page}.txt', words)


class Registries(TlsTest):
    def look_up(self, domain):
        told = call('lookup', '--json', domain, **self.environment)
        return objects(told)[0]['lookups'][0]

    def test_answer(self):
        found = self.look_up('mail5.participan.shop')
        self.assertEqual((found['age_days'], found['source']), (5, SHOP))
        self.assertEqual(self.asked(), [('/rdap/domain/participan.shop', 200)])

    def test_certificates(self):
        """A foreign authority, and the certificate of another host: no question is sent to them."""
        for domain in ('participan.top', 'participan.xyz'):
            self.assertEqual(self.look_up(domain)['state'], 'unreachable', domain)
        self.assertEqual(self.asked(), [])

    def test_redirect(self):
        """A registry cannot make a reader's computer ask inside his network."""
        self.assertNotIn('age_days', self.look_up('moved.shop'))
        self.assertEqual(self.asked(), [('/rdap/domain/moved.shop', 302)])

    def test_gateway(self):
        """The organisation's own is asked, within its network, and no registry."""
        self.write('etc/bellbuoy/policy.json', json.dumps({'lookup-gateway': f'https://{GATEWAY}'}))
        found = self.look_up('participan.shop')
        self.assertEqual((found['age_days'], found['source']), (5, GATEWAY))
        self.assertEqual(self.asked(), [('/v1/domain/participan.shop', 200)])


if __name__ == '__main__':
    own_network.enter()
    unittest.main()
