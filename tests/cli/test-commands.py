# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy url`, `bellbuoy checks`, --version, --help."""

import re
import unittest

from command import CommandTest, call, objects


class Url(CommandTest):
    def test_what_a_browser_opens(self):
        for written, opened in (('HTTPS://www.Example.TEST/a', 'https://www.example.test/a'),
                                ('http://0x7f.1/', 'http://127.0.0.1/'),
                                ('https:\\\\a.example\\b', 'https://a.example/b')):
            with self.subTest(written=written):
                self.assertIn(opened, objects(call('url', written))[0].values())

    def test_what_is_wrapped(self):
        row = objects(call('url', 'https://www.google.com/url?q=https://a.example/'))[0]
        self.assertEqual((row['wrappers'], row['target']), (['google-url'], 'https://a.example/'))

        row = objects(call('url', 'https://a.example/?to=https://b.example/'))[0]
        self.assertEqual((row['wrappers'], row['target']), (['redirect'], 'https://b.example/'))

    def test_bare_host(self):
        row = objects(call('url', 'www.a.example/x'))[0]
        self.assertEqual((row['url'], row['error']), ('http://www.a.example/x', None))

    def test_control_characters(self):
        for code in range(1, 0x20):
            written = 'https://a%s.example/' % chr(code)
            self.assertEqual(objects(call('url', written))[0]['input'], written)

    def test_a_line_each(self):
        self.assertEqual(len(objects(call('url', 'https://a.example/', 'https://b.example/'))), 2)
        self.assertEqual(len(objects(call('url', data=b'https://a.example/\nno url\n\xff\xfe\n'))), 3)


    def test_findings(self):
        for url, expected in (('https://www.paypal.com@evil.test/', ['deceptive-url']),
                              ('https://bit.ly/x', ['open-hosting', 'undisclosed-target']),
                              ('javascript:alert(1)', ['dangerous-link']), ('https://www.example.org/', []),
                              ('bit.ly/x', ['open-hosting', 'undisclosed-target'])):
            with self.subTest(url=url):
                self.assertEqual(objects(call('url', url))[0]['findings'], expected)

    def test_text(self):
        told = call('url', '--text', 'https://www.paypal.com@evil.test/', 'https://bit.ly/x',
                    'https://www.google.com/url?q=https://a.example/')
        self.assertEqual(told.status, 0)
        for line in ('  Opens: https[:]//www.paypal.com@evil.test/', '  Site: evil.test',
                     '  Disguised: A link is written to mislead', '  Shortener: A link hides where it leads',
                     '  Wrapped by: google-url', '  Leads on to: https[:]//a.example/'):
            self.assertIn(line, told.out.splitlines())
        self.assertNotRegex(call('url', '--text', 'https://a.example/\x1b[2J\u202e').out, '[\x1b\u202e]')

    def test_refused(self):
        self.assertEqual(call('url', 'https://').status, 2)
        self.assertEqual(call('url', 'https://a.example/').status, 0)
        told = call('url', '--text', 'https://')
        self.assertIn('a browser would refuse it', told.out)


class Checks(CommandTest):
    def test_json_rows(self):
        rows = objects(call('checks', '--json'))
        ids = [row['id'] for row in rows]
        self.assertIn('link-text-mismatch', ids)
        self.assertEqual(len(ids), len(set(ids)))
        for row in rows:
            self.assertIn(row['strength'], ('strong', 'medium', 'weak', 'note'))
            self.assertTrue(row['title'] and row['explanation'])

    def test_text_has_each(self):
        text = call('checks').out
        for row in objects(call('checks', '--json')):
            self.assertIn(row['id'], text)


class Help(CommandTest):
    def test_version(self):
        self.assertTrue(re.fullmatch(r'bellbuoy \d+\.\d+\.\d+\n', call('--version').out))

    def test_help(self):
        for words in (['--help'], ['help'], ['help', 'check'], ['check', '--help']):
            with self.subTest(words=words):
                result = call(*words)
                self.assertEqual((result.status, result.err), (0, ''))
                self.assertIn('check', result.out)

    def test_help_names_the_program(self):
        self.assertIn('bellbuoy check [OPTION…] PATH…', call('help', 'check').out)
        told = call('--help').out
        for words in ('detects deceptive mail', 'man bellbuoy', 'bellbuoy help check', 'standard input'):
            self.assertIn(words, told)
        self.assertEqual(call('help', 'ring'), call('ring'))
        self.assertEqual(call('-V'), call('--version'))

    def test_help_ends_lines(self):
        for command in ('check', 'learn', 'memory', 'url', 'lookup', 'policy', 'doctor', 'lists', 'checks'):
            self.assertNotRegex(call('help', command).out, r' \n', command)

    def test_surplus(self):
        for words in (['doctor'], ['checks', '--json'], ['policy', 'show'], ['policy', 'fetch']):
            result = call(*words, 'more')
            self.assertEqual((result.status, result.out), (2, ''), words)
            self.assertIn('unexpected argument “more”', result.err)

    def test_unknown_command(self):
        result = call('ring')
        self.assertEqual((result.status, result.out), (2, ''))
        self.assertEqual(result.err.count('\n'), 1)


unittest.main(verbosity=2)
