# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy lists` against a server on loopback: what it takes, what it refuses, what it says."""

import json
import os
import resource
import signal
import struct
import subprocess
import time
import unittest

import command
import list_server
from list_server import GOOD
from lists_test import FETCHED_AT, HOUR, ListsTest

STAYS = '; the last good copy stays in use'


class Renewing(ListsTest):
    def test_first(self):
        self.assertEqual(self.update(), (0, '', ''))
        told = self.lists('show')
        self.assertEqual(told.status, 0)
        self.assertRegex(told.out, r'^corp \(http://127.*/list\)\n  2 sites, as of 20\d\d-\d\d-\d\d \d\d:\d\d UTC\n$')

    def test_nothing_of_the_reader_is_sent(self):
        self.update()
        (_, fields), = self.server.asked
        self.assertEqual(sorted(fields), ['Accept', 'Accept-Encoding', 'Connection', 'Host', 'User-Agent'])
        self.assertEqual(fields['User-Agent'], 'Bellbuoy')

    def test_unchanged(self):
        date = 'Sun, 29 Nov 2026 09:00:00 GMT'
        self.update(list_server.unchanged(GOOD, '"7"', date))
        self.set_fetched(time.time() - 40 * HOUR)
        self.assertEqual(self.lists('update').status, 0)
        (_, first), (_, second) = self.server.asked
        self.assertNotIn('If-None-Match', first)
        self.assertEqual((second['If-None-Match'], second['If-Modified-Since']), ('"7"', date))
        with open(self.table, 'rb') as file:
            fetched, = struct.unpack('<q', file.read()[FETCHED_AT:FETCHED_AT + 8])
        self.assertAlmostEqual(fetched, time.time(), delta=60)
        self.assertTrue(self.holds('http://phish.example/'))

    def test_changed(self):
        self.update()
        self.update('other.example\n')
        self.assertFalse(self.holds('http://phish.example/'))
        self.assertTrue(self.holds('http://other.example/'))

    def test_strange_tag(self):
        """An ETag that is no text does not spoil the list."""
        self.assertEqual(self.update(list_server.unchanged(GOOD, '"\xff\xfe"', 'yesterday')).status, 0)
        self.assertTrue(self.holds('http://phish.example/'))
        self.assertEqual(self.lists('update').status, 0)

    def test_subscription_changed(self):
        """The table of another address or form is none of this list."""
        self.update()
        self.words = self.words.replace(' urls ', ' domains ')
        self.assertFalse(self.holds('http://phish.example/'))
        self.assertIn('not downloaded yet', self.lists('show').out)

    def test_file(self):
        path = self.write('my list.txt', 'phish.example\n')
        self.words = f'own hosts {path}'
        self.assertEqual(self.lists('update').status, 0)
        self.assertEqual(self.lists('update').status, 0)
        self.assertTrue(self.holds('https://phish.example/login'))
        self.write('my list.txt', 'other.example\n')
        self.assertEqual(self.lists('update').status, 0)
        self.assertFalse(self.holds('https://phish.example/login'))
        os.remove(path)
        told = self.lists('update')
        self.assertEqual((told.status, told.out), (2, ''))
        self.assertTrue(self.holds('https://other.example/'))

    def test_pipe(self):
        path = os.path.join(self.folder, 'pipe')
        os.mkfifo(path)
        self.words = f'own hosts {path}'
        self.assertEqual(self.lists('update').status, 2)

    def test_settings(self):
        """Without --list those of the settings: none by default."""
        told = command.call('lists', 'show', **self.environment)
        self.assertEqual((told.status, told.out), (0, 'no block list is configured\n'))
        self.assertEqual(command.call('lists', 'update', **self.environment), (0, '', ''))
        self.assertEqual(self.server.asked, [])

    def test_words(self):
        for words in ('corp', 'corp urls', 'corp spam https://a.example/', '../corp urls https://a.example/',
                      'corp  urls', '.corp urls /x'):
            told = command.call('lists', 'update', '--list', words, **self.environment)
            self.assertEqual(told.status, 2, words)
            self.assertIn('names no list', told.err)

    def test_usage(self):
        for words in ((), ('renew',), ('update', 'corp'), ('test',)):
            self.assertEqual(self.lists(*words).status, 2, words)

    def test_json(self):
        self.update()
        shown, = command.objects(self.lists('show', '--json'))
        self.assertEqual((shown['name'], shown['entries'], shown['left_out']), ('corp', 2, 0))
        found, none = command.objects(self.lists('test', '--json', 'phish.example', 'https://fine.example/'))
        self.assertEqual((found['list'], none['list']), ('corp', None))


class Faults(ListsTest):
    """Each leaves the last good list in force, and says in a sentence what is wrong."""

    def assert_fault(self, page, words):
        self.assertEqual(self.update().status, 0)
        told = self.update(page)
        self.assertEqual((told.status, told.out), (2, ''))
        self.assertEqual(told.err, f'bellbuoy: corp: {words}\n')
        self.assertTrue(self.holds('http://phish.example/'))
        self.assertEqual(self.finding('http://phish.example/')[0], 'danger')

    def test_half(self):
        for page in (list_server.half, list_server.half_chunk, list_server.without_length):
            self.assert_fault(page, 'it arrived incomplete' + STAYS)

    def test_too_large(self):
        before = time.monotonic()
        for page in (list_server.ten_gigabytes, list_server.endless, list_server.bomb):
            self.assert_fault(page, 'it is too large for a list' + STAYS)
        self.assertLess(time.monotonic() - before, 60)

    @unittest.skipIf(os.environ.get('SANITIZED'), 'a sanitizer keeps what was freed')
    def test_memory(self):
        """A length that is told beforehand costs nothing, any other not more than the largest list."""
        small = self.memory_of_update(GOOD)
        self.assertLess(self.memory_of_update(list_server.ten_gigabytes) - small, 16)
        self.assertLess(self.memory_of_update(list_server.endless) - small, 200)

    def memory_of_update(self, page):  # at most, in megabytes
        self.server.pages['/list'] = page
        words = [command.PROGRAM, 'lists', 'update', '--list', self.words]
        return os.wait4(os.posix_spawn(words[0], words, {**os.environ, **self.environment}), 0)[2].ru_maxrss / 1024

    def test_captive_portal(self):
        words = 'the server sent a web page instead, perhaps the login page of a network' + STAYS
        self.assert_fault(list_server.login_page, words)
        self.assert_fault(list_server.login_page_as_text, words)
        self.assert_fault(list_server.to_login, 'only https addresses on the internet are fetched')

    def test_no_list(self):
        words = 'it is empty, or not a list of that form' + STAYS
        for text in ('', '# nothing\n\n', '{"sites": ["phish.example"]}\n', 'one two\nthree four\na.example\n',
                     '\0\1\2\n' * 9, 'phish.example\n'.encode('utf-16'), 'x' * 10 ** 6,
                     'https://' + 'x' * 5000 + '.example/',
                     '\n'.join(['localhost', '127.0.0.1', 'com', '10.0.0.1'])):
            self.assert_fault(text, words)

    def test_server(self):
        self.assert_fault(list_server.broken, 'its server does not return it (500)' + STAYS)
        self.assert_fault(list_server.busy, 'its server does not return it (127.0.0.1 asks to wait)' + STAYS)
        self.server.pages.pop('/list')
        self.assertEqual(self.lists('update').err, f'bellbuoy: corp: its server does not return it (404){STAYS}\n')

    def test_offline(self):
        self.update()
        self.server.stop()
        told = self.lists('update')
        self.assertEqual(told.status, 2)
        self.assertIn('it could not be read (', told.err)
        self.assertTrue(self.holds('http://phish.example/'))

    def test_address(self):
        for address in ('http://lists.example/', 'https://127.0.0.1/', 'https://lists.example:8443/',
                        'ftp://a.example/', 'lists.txt'):
            told = command.call('lists', 'update', '--list', f'corp urls {address}', **self.environment)
            self.assertEqual(told.err, 'bellbuoy: corp: only https addresses on the internet are fetched\n')

    def test_guard(self):
        """A list that holds what everybody uses is refused, whatever else it holds."""
        for form, entry in (('urls', 'https://www.google.com/'), ('urls', 'https://www.google.com/url'),
                            ('hosts', '0.0.0.0 Amazon.co.jp'), ('domains', 'google.com'), ('domains', '*.amazon.co.jp'),
                            ('hosts', 'ＧＯＯＧＬＥ.com.'), ('urls', 'https://sites.google.com/view/')):
            self.words = f'corp {form} {self.server.address}/list'
            self.update('phish.example\n')
            told = self.update(f'phish.example\n{entry}\nother.example\n')
            name = entry.removeprefix('0.0.0.0 ')
            self.assertEqual(told.err, f'bellbuoy: corp: it was rejected because it blocks {name}, '
                                       f'which everybody uses{STAYS}\n')
            self.assertTrue(self.holds('http://phish.example/'))
            self.assertFalse(self.holds('http://other.example/'))

    def test_event(self):
        """The organisation is told of a list that is no good, and not of a network that is not."""
        events = os.path.join(self.folder, 'events.ndjson')
        self.environment['BELLBUOY_POLICY_ROOT'] = self.folder
        self.write('etc/bellbuoy/policy.json', json.dumps({'events': 'file', 'events-format': 'plain',
                                                           'events-file': events}))
        for page in (GOOD, list_server.half, list_server.login_page, list_server.broken):
            self.update(page)
        self.assertFalse(os.path.exists(events))
        for number, page in enumerate(('google.com\n', '# nothing\n', list_server.endless), 1):
            self.update(page)
            with open(events, encoding='utf-8') as file:
                told = [json.loads(line) for line in file]
            self.assertEqual([(one['event'], one['level'], one['checks'], one['message']) for one in told],
                             [('list-refused', 'none', [], '')] * number)

    def test_disk_full(self):
        self.update()
        self.server.pages['/list'] = ''.join(f'host-{i}.example\n' for i in range(2000))

        def fill_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        done = subprocess.run([command.PROGRAM, 'lists', 'update', '--list', self.words], check=False, text=True,
                              capture_output=True, env={**os.environ, **self.environment}, preexec_fn=fill_disk)
        self.assertEqual(done.returncode, 2)
        self.assertIn('it could not be written (', done.stderr)
        self.assertTrue(self.holds('http://phish.example/'))
        self.assertEqual(os.listdir(os.path.dirname(self.table)), ['corp.sites'])

    def test_damaged_table(self):
        """A file that another program broke is no list; it is renewed as a whole."""
        self.update(list_server.unchanged(GOOD, '"7"', 'Sun, 29 Nov 2026 09:00:00 GMT'))
        with open(self.table, 'rb') as file:
            whole = file.read()
        for damaged in (b'', whole[:63], whole[:-1], whole + b'\0', b'X' + whole[1:],
                        whole[:8] + b'\xff' * 8 + whole[16:], whole[:28] + b'\xff' * 4 + whole[32:]):
            self.write(self.table, damaged)
            self.assertFalse(self.holds('http://phish.example/'))
            self.assertEqual(self.finding('http://phish.example/')[1], None)
        self.assertEqual(self.lists('update').status, 0)
        self.assertTrue(self.holds('http://phish.example/'))

    def test_clock(self):
        """A table of next week tells no age: it makes a note, and is asked for anew."""
        self.update(list_server.unchanged(GOOD, '"7"', 'Sun, 29 Nov 2026 09:00:00 GMT'))
        for when in (time.time() + 7 * 24 * HOUR, 2 ** 62, -2 ** 63, 0):
            self.set_fetched(when)
            level, found = self.finding('http://phish.example/')
            self.assertEqual((level, found['strength']), ('none', 'note'))
        self.set_fetched(time.time() + 7 * 24 * HOUR)
        self.assertEqual(self.lists('update').status, 0)
        self.assertNotIn('If-None-Match', self.server.asked[-1][1])
        self.assertEqual(self.finding('http://phish.example/')[0], 'danger')


class Forms(ListsTest):
    def assert_holds(self, form, text, held, free):
        self.words = f'corp {form} {self.server.address}/list'
        self.assertEqual(self.update(text), (0, '', ''))
        for url in held:
            self.assertTrue(self.holds(url), url)
        for url in free:
            self.assertFalse(self.holds(url), url)

    def test_hosts_file(self):
        self.assert_holds('hosts', '\ufeff# a hosts file\r\n127.0.0.1\tlocalhost\r\n::1 localhost ip6-localhost\r\n'
                          '0.0.0.0 0.0.0.0\r\n127.0.0.1 Evil.Example  www.evil.example # both\r\n'
                          '0.0.0.0 日本.example\r\n! other comment\r\n; and one\r\nplain.example',
                          ['https://evil.example/any?page', 'https://www.evil.example/', 'http://xn--wgv71a.example/',
                           'https://evil.example:8443/', 'http://plain.example'],
                          ['https://mail.evil.example/', 'http://localhost/', 'http://127.0.0.1/'])

    def test_domains(self):
        self.assert_holds('domains', 'evil.example\n*.bad.example\n.worse.example\nlow.part.example\n'
                          'co.jp\ngithub.io\n',
                          ['https://evil.example/', 'https://a.b.evil.example/', 'https://x.bad.example/',
                           'https://worse.example/', 'https://a.low.part.example/',
                           'https://a.b.c.d.e.f.g.h.i.evil.example/'],
                          ['https://notevil.example/', 'https://part.example/', 'https://firm.co.jp/',
                           'https://someone.github.io/'])

    def test_urls(self):
        self.assert_holds('urls', 'https://evil.example/\nhttp://shop.example/login.php # copied\n'
                          'https://shop.example/kit/\nshop.example/with?id=1\nhttp://203.0.113.9:8080/x\n'
                          'https://shop.example/%7Eeve\n',
                          ['http://evil.example/any', 'https://shop.example/login.php?user=me',
                           'https://SHOP.example/kit/a/b',
                           'https://shop.example/with?id=1', 'http://203.0.113.9:8080/x',
                           'https://shop.example/a/../login.php#top', 'https://shop.example/~eve',
                           'https://evil.example./', 'https://shop.example//%6cogin.php', 'https://me@evil.example/',
                           'http://0xcb.0.0x7109:8080/x'],
                          ['https://shop.example/', 'https://shop.example/kitchen', 'https://shop.example/with',
                           'https://shop.example/with?id=2', 'http://203.0.113.9/x', 'https://www.shop.example/kit/',
                           'https://shop.example/LOGIN.php', 'https://fine.example/?https://evil.example/'])

    def test_shared_hosts(self):
        """Of a host that many share or a company's, only single pages and tenants are taken."""
        self.assert_holds('urls', 'https://evil.weebly.com/\nhttps://docs.google.com/forms/d/e/1/viewform\n'
                          'https://cutt.ly/abc\nhttps://rebrand.ly/\nhttps://www.rakuten.co.jp/evil/\n',
                          ['https://evil.weebly.com/login', 'https://docs.google.com/forms/d/e/1/viewform?usp=x',
                           'https://cutt.ly/abc'],
                          ['https://other.weebly.com/', 'https://docs.google.com/forms/d/e/2/viewform',
                           'https://cutt.ly/abd', 'https://www.rakuten.co.jp/evil/x'])
        self.assertIn('2 entries left out: shared hosts and well-known sites', self.lists('show').out)


if __name__ == '__main__':
    unittest.main()
