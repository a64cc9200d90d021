# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy policy fetch` from a real nginx over TLS, by names and on the usual port: what is taken, what is refused,
and that the last good policy stays in force whatever happens."""

import fcntl
import http.server
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import unittest

import own_network
from command import CommandTest, call, objects

HOST = 'policy.company.example'
GOOD = {'own-domains': {'value': ['company.example'], 'locked': True}, 'support-text': 'Call 7000'}
NEWER = {**GOOD, 'support-text': 'Call 8000'}
LARGE = 10_000_000
# the search for leaks crashes on threads of libraries that are loaded late, as the one for TLS is
NO_LEAK_SEARCH = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
SECONDS = itertools.count(1_700_000_000)  # nginx makes its ETag of the second and the size


class HalfServer(http.server.BaseHTTPRequestHandler):
    """Ends in the middle of a document that is whole so far."""

    def do_GET(self):
        body = json.dumps(NEWER).encode()
        self.send_response(200)
        self.send_header('Content-Length', str(len(body) + 500))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def setUpModule():
    global FOLDER, PAGES, SERVER, HALF
    FOLDER = tempfile.mkdtemp()
    unittest.addModuleCleanup(shutil.rmtree, FOLDER, True)
    PAGES = pathlib.Path(FOLDER, 'pages')
    PAGES.mkdir()
    HALF = http.server.ThreadingHTTPServer(('127.0.0.1', 0), HalfServer)
    threading.Thread(target=HALF.serve_forever, daemon=True).start()
    known, foreign = own_network.Authority(FOLDER, 'known'), own_network.Authority(FOLDER, 'foreign')
    own_network.name_hosts(FOLDER, {
        HOST: own_network.ADDRESS, 'foreign.company.example': own_network.ADDRESS,
        'other.company.example': own_network.ADDRESS, 'down.company.example': '127.0.0.2'})
    pages = f'''server_name {HOST};
      location / {{ root {PAGES}; }}
      location = /500.json {{ return 500; }}
      location = /moved.json {{ return 302 https://{HOST}/policy.json; }}
      location = /half.json {{ proxy_pass http://127.0.0.1:{HALF.server_port}; }}'''
    SERVER = own_network.WebServer(FOLDER, [
        (known.certify(HOST), pages),
        (foreign.certify('foreign.company.example'), f'server_name foreign.company.example; root {PAGES};'),
        (known.certify(HOST), f'server_name other.company.example; root {PAGES};')])
    unittest.addModuleCleanup(SERVER.stop)
    known.trust()


class FetchTest(CommandTest):
    KEY = None

    def setUp(self):
        super().setUp()
        for path in PAGES.iterdir():
            path.unlink()
        self.publish(GOOD)
        self.configure()

    def call(self, *words, **environment):
        return call('policy', *words, BELLBUOY_POLICY_ROOT=self.folder, G_DEBUG='fatal-criticals',
                    ASAN_OPTIONS=NO_LEAK_SEARCH, **environment)

    def publish(self, policy, name='policy.json'):
        path = PAGES / name
        path.write_text(policy if isinstance(policy, str) else json.dumps(policy), encoding='utf-8')
        second = next(SECONDS)
        os.utime(path, (second, second))

    def configure(self, url=f'https://{HOST}/policy.json', key=None):
        key = key or self.KEY
        self.write('etc/bellbuoy/fetch.conf', f'[Policy]\nURL={url}\n' + (f'Key={key}\n' if key else ''))

    def fetch(self, expected=0, words=''):
        result = self.call('fetch')
        self.assertEqual(result.status, expected, result)
        self.assertIn(words, result.out + result.err)
        return result

    def support_text(self):
        return next(row for row in objects(self.call('show', '--json')) if row['key'] == 'support-text')['value']

    def refuse(self, words, **where):
        """What is there now is not taken after a good policy was."""
        self.configure(**where)
        before = pathlib.Path(self.folder, 'var/lib/bellbuoy/policy.json').read_bytes()
        self.fetch(2, words)
        self.assertEqual(pathlib.Path(self.folder, 'var/lib/bellbuoy/policy.json').read_bytes(), before)
        self.assertEqual(self.support_text(), 'Call 7000')
        self.assertIn(words, self.call('show').out)
        self.assertEqual(sorted(os.listdir(os.path.join(self.folder, 'var/lib/bellbuoy'))),
                         ['fetch.lock', 'fetch.state', 'policy.json'])


class Plain(FetchTest):
    def test_taken(self):
        self.fetch(0, 'a new policy is in force')
        rows = {row['key']: row for row in objects(self.call('show', '--json'))}
        self.assertEqual(rows['own-domains']['value'], ['company.example'])
        self.assertEqual(rows['own-domains']['file'], '/var/lib/bellbuoy/policy.json')
        self.assertTrue(rows['own-domains']['locked'])

    def test_readable(self):
        """By every user, though an administrator's shell may create files for him alone."""
        self.addCleanup(os.umask, os.umask(0o077))
        self.fetch(0, 'a new policy is in force')
        for name, mode in (('', 0o755), ('policy.json', 0o644), ('fetch.state', 0o644)):
            self.assertEqual(os.stat(os.path.join(self.folder, 'var/lib/bellbuoy', name)).st_mode & 0o777, mode, name)

    def test_unchanged(self):
        """The server is asked for a change only, and says 304."""
        self.fetch()
        self.fetch(0, 'the policy has not changed')
        self.assertEqual([status for path, status in SERVER.requests()[-2:]], [200, 304])

    def test_changed(self):
        self.fetch()
        self.publish(NEWER)
        self.fetch(0, 'a new policy is in force')
        self.assertEqual(self.support_text(), 'Call 8000')

    def test_stored_file_changed(self):
        """A file that is not what was stored is replaced, though the server has nothing new."""
        self.fetch()
        for damage in (lambda path: path.write_text('{"enabled": false}', encoding='utf-8'), pathlib.Path.unlink):
            damage(pathlib.Path(self.folder, 'var/lib/bellbuoy/policy.json'))
            self.fetch(0, 'a new policy is in force')
            self.assertEqual(self.support_text(), 'Call 7000')

    def test_refused_documents(self):
        self.fetch()
        for policy, words in (
                ('{"own-domain": []}', 'policy.json:1: own-domain: unknown key; did you mean “own-domains”?'),
                (json.dumps(GOOD)[:-9], 'the policy has an error'),
                ('<html>Please log in</html>', 'the policy has an error'),
                ('[' * 100_000, 'the policy has an error'),
                ('', 'the policy has an error'),
                ({**NEWER, 'expires': '2024-01-01T00:00:00Z'}, 'the policy has expired'),
                ({**NEWER, '$comment': 'x' * LARGE}, 'the policy is too large')):
            with self.subTest(words):
                self.publish(policy)
                self.refuse(words)

    def test_refused_answers(self):
        self.fetch()
        for page, words in (('404.json', '404.json: 404'), ('500.json', '500.json: 500'),
                            ('moved.json', 'moved.json: 302'), ('half.json', 'arrived incomplete')):
            with self.subTest(page):
                self.refuse(words, url=f'https://{HOST}/{page}')

    def test_refused_servers(self):
        """A foreign authority, another name, no server, no such host, no TLS."""
        self.fetch()
        for host in ('foreign', 'other', 'down', 'none'):
            with self.subTest(host):
                self.refuse('the server cannot be reached', url=f'https://{host}.company.example/policy.json')
        for url in (f'http://{HOST}/policy.json', 'https://127.0.0.1/policy.json', f'https://u:p@{HOST}/policy.json'):
            with self.subTest(url):
                self.refuse('not of the form https://HOST/PATH', url=url)

    def test_two_at_once(self):
        """A second run gives way to the first one, and changes nothing; a lock that was left behind is none."""
        self.fetch()
        state = pathlib.Path(self.folder, 'var/lib/bellbuoy/fetch.state').read_bytes()
        self.publish(NEWER)
        path = pathlib.Path(self.folder, 'var/lib/bellbuoy/fetch.lock')
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        with open(path, 'r+b') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.fetch(2, 'another program is fetching the policy')
        self.assertEqual(pathlib.Path(self.folder, 'var/lib/bellbuoy/fetch.state').read_bytes(), state)
        self.assertEqual(self.support_text(), 'Call 7000')
        self.fetch(0, 'a new policy is in force')
        self.assertEqual(self.support_text(), 'Call 8000')

    def test_lock_is_no_link(self):
        self.fetch()
        path = pathlib.Path(self.folder, 'var/lib/bellbuoy/fetch.lock')
        path.unlink()
        path.symlink_to(pathlib.Path(self.folder, 'elsewhere'))
        self.fetch(2, 'the policy could not be stored')
        self.assertFalse(os.path.exists(os.path.join(self.folder, 'elsewhere')))

    def test_cannot_store(self):
        self.write('var/lib/bellbuoy', 'no folder')
        self.fetch(2, 'the policy could not be stored')

    def test_configuration(self):
        path = pathlib.Path(self.folder, 'etc/bellbuoy/fetch.conf')
        for text in ('', '[Policy]\n', '[Other]\nURL=x\n', f'[Policy]\nURL=https://{HOST}/policy.json\nkey=x\n',
                     f'[Policy]\nURL=https://{HOST}/policy.json\nKey=x\n',
                     f'[Policy]\nURL=https://{HOST}/policy.json\nKey=\n'):
            with self.subTest(text):
                path.write_text(text, encoding='utf-8')
                self.fetch(2, 'fetch.conf has an error')
                self.assertFalse(os.path.exists(os.path.join(self.folder, 'var')))
        path.unlink()
        self.fetch(2, 'there is no such file')
        self.assertNotIn('fetch', self.call('show').out)


class Signed(FetchTest):
    """Keys and signatures are those of the program minisign itself."""

    @classmethod
    def setUpClass(cls):
        cls.keys = {}
        for name in ('ours', 'theirs'):
            secret, public = f'{FOLDER}/{name}.sec', f'{FOLDER}/{name}.pub'
            own_network.run('minisign', '-G', '-W', '-f', '-s', secret, '-p', public)
            cls.keys[name] = pathlib.Path(public).read_text(encoding='utf-8').split('\n')[1]
        cls.KEY = cls.keys['ours']

    def sign(self, comment='serial:7', by='ours', *options):
        own_network.run('minisign', '-S', *options, '-s', f'{FOLDER}/{by}.sec', '-m', PAGES / 'policy.json',
                        '-t', comment)

    def take_serial_7(self):
        self.sign()
        self.fetch(0, 'a new policy is in force')

    def test_taken(self):
        self.take_serial_7()
        self.assertIn('signed, serial number 7', self.call('show').out)
        self.fetch(0, 'the policy has not changed')
        self.publish(NEWER)
        self.sign('written by hand, serial:8')
        self.fetch(0, 'a new policy is in force')
        self.assertEqual(self.support_text(), 'Call 8000')

    def test_refused(self):
        self.take_serial_7()
        self.publish(NEWER)
        for arguments, words in ((('serial:6',), 'not higher than before'), (('serial:7',), 'not higher than before'),
                                 (('no number',), 'not higher than before'), (('serial:-1',), 'not higher than before'),
                                 (('serial:8', 'theirs'), 'the signature of the policy is invalid'),
                                 (('serial:8', 'ours', '-l'), 'the signature of the policy is invalid')):
            with self.subTest(arguments):
                self.sign(*arguments)
                self.refuse(words)

    def test_changed_after_signing(self):
        self.take_serial_7()
        self.publish(NEWER)
        self.sign('serial:8')
        signature = PAGES / 'policy.json.minisig'
        lines = signature.read_text(encoding='utf-8').split('\n')
        for damaged in ('\n'.join(lines).replace('serial:8', 'serial:9'), '\n'.join(lines[:3]), '', 'x' * 5000,
                        '\n'.join([lines[0], lines[1][:-4] + 'AAA=', *lines[2:]])):
            with self.subTest(damaged[:200]):
                signature.write_text(damaged, encoding='utf-8')
                self.refuse('the signature of the policy is invalid')
        signature.write_text('\n'.join(lines), encoding='utf-8')
        self.publish({**NEWER, 'enabled': False})
        self.refuse('the signature of the policy is invalid')

    def test_unsigned(self):
        self.fetch(2, 'the policy is not signed')
        self.assertFalse(os.path.exists(os.path.join(self.folder, 'var/lib/bellbuoy/policy.json')))

    def test_key_is_required_later(self):
        """A policy that was taken without a signature needs one as soon as a key is configured, changed or not."""
        self.KEY = None
        self.configure()
        self.fetch(0, 'a new policy is in force')
        self.refuse('the policy is not signed', key=self.keys['ours'])

    def test_another_key_counts_anew(self):
        self.take_serial_7()
        self.publish(NEWER)
        self.sign('serial:1', 'theirs')
        self.configure(key=self.keys['theirs'])
        self.fetch(0, 'a new policy is in force')

    def test_state_is_lost(self):
        """Without it the stored policy is checked again by its signature."""
        self.take_serial_7()
        pathlib.Path(self.folder, 'var/lib/bellbuoy/fetch.state').write_bytes(b'\xff[')
        self.fetch()
        self.assertIn('serial number 7', self.call('show').out)


class Doctor(FetchTest):
    def examine(self):
        return call('doctor', BELLBUOY_POLICY_ROOT=self.folder, HOME=self.folder).out

    def age(self, **seconds):
        """The state as it would be after that time."""
        path = pathlib.Path(self.folder, 'var/lib/bellbuoy/fetch.state')
        lines = path.read_text(encoding='utf-8').splitlines()
        for number, line in enumerate(lines):
            name, _, value = line.partition('=')
            if name in seconds:
                lines[number] = f'{name}={int(value) - seconds[name]}'
        path.write_text('\n'.join(lines), encoding='utf-8')

    def test_states(self):
        self.assertIn('[problem] The policy of', self.examine())
        self.fetch()
        self.assertIn(f'[ok] The policy of https://{HOST}/policy.json was up to date on', self.examine())
        self.age(Tried=4 * 86400)
        self.assertIn('is not fetched regularly', self.examine())
        self.publish('{')
        self.fetch(2)
        self.assertIn('[problem] The policy of', self.examine())
        (PAGES / 'policy.json').unlink()
        self.fetch(2)
        self.assertIn(f'[ok] The policy of https://{HOST}/policy.json is that of', self.examine())
        self.age(Checked=4 * 86400)
        self.assertIn(f'[problem] The policy of https://{HOST}/policy.json is that of', self.examine())

    def test_another_address(self):
        """What was fetched from elsewhere says nothing of it."""
        self.fetch()
        self.configure(url='https://down.company.example/policy.json')
        self.fetch(2)
        self.assertIn('[problem] The policy of https://down.company.example/policy.json was never fetched',
                      self.examine())

    def test_japanese(self):
        self.fetch()
        self.publish('{')
        self.fetch(2)
        out = self.call('show', LC_ALL='ja_JP.UTF-8', LANGUAGE='ja').out
        self.assertIn('ポリシーに誤りがあります', out)


if __name__ == '__main__':
    own_network.enter('minisign')
    unittest.main()
