# SPDX-License-Identifier: LGPL-2.1-or-later
"""Options that are wrong are errors, and settings of the mail clients count unless an option replaces them."""

import os
import unittest

from command import FALSE_LINK, PLAIN, CommandTest, call

WRONG = {
    '--trusted-host': ('', 'a b', 'com'),
    '--own-address': ('', 'foo', '@people.example', 'a@', 'a b@people.example', 'Hanako <hanako@people.example>'),
    '--own-domain': ('', 'not a domain', 'com', 'co.jp', '203.0.113.7', 'https://firm.example/', '*.firm.example',
                     '.'),
    '--trusted-sender': ('', 'com', 'a@firm.example', 'firm.example/x'),
    '--trusted-link': ('', 'foo', 'firm.example', 'firm.example=', '=firm.example', 'firm.example=com', 'a=b=c'),
    '--gateway': ('', ':::', 'links.firm.example:', 'https://links.firm.example', 'com'),
    '--lang': ('', 'xx', 'klingon', '../ja', 'j\u00e4', '.UTF-8'),
    '--only': ('', 'none'),
    '--fail-on': ('', 'often'),
    '--jobs': ('', '-1', '1000'),
}

RIGHT = {
    '--own-address': ('me@people.example', 'Me@people.example', 'me@b\u00fccher.example'),
    '--own-domain': ('firm.example', 'b\u00fccher.example', 'localhost', 'Firm.Example'),
    '--trusted-sender': ('firm.example',),
    '--trusted-link': ('firm.example=mailer.example',),
    '--gateway': ('links.firm.example', 'links.firm.example:url'),
    '--lang': ('en', 'en_GB', 'en-US', 'en_US.UTF-8', 'ja', 'ja_JP.UTF-8', 'ja-JP', 'C'),
}

FROM_INSIDE = '''Received: from a.example (unknown [203.0.113.7]) by mx.provider.example; Sun, 26 Jan 2025 09:12 +0900
From: desk@harbour.example
To: me@harbour.example
Subject: x

Hello
'''


class Values(CommandTest):
    def test_wrong(self):
        path = self.write('a.eml', PLAIN)
        for option, values in WRONG.items():
            for value in values:
                with self.subTest(option=option, value=value):
                    result = call('check', f'{option}={value}', path)
                    self.assertEqual((result.status, result.out), (2, ''))
                    self.assertEqual(result.err.count('\n'), 1, result.err)

    def test_right(self):
        path = self.write('a.eml', PLAIN)
        for option, values in RIGHT.items():
            for value in values:
                with self.subTest(option=option, value=value):
                    self.assertEqual(call('check', option, value, path).status, 0)

    def test_address_book_that_is_none(self):
        path = self.write('a.eml', PLAIN)
        result = call('check', '--contacts', path, path)
        self.assertEqual(result.status, 2)
        self.assertIn('not a vCard file', result.err)


@unittest.skipUnless(os.environ.get('BELLBUOY_SCHEMAS'), 'the schema is not compiled')
class Settings(CommandTest):
    def check(self, settings, *words):
        self.write('config/glib-2.0/settings/keyfile', '[org/bellbuoy/Bellbuoy]\n' + settings)
        return call('check', *words, GSETTINGS_BACKEND='keyfile', GSETTINGS_SCHEMA_DIR=os.environ['BELLBUOY_SCHEMAS'],
                    XDG_CONFIG_HOME=os.path.join(self.folder, 'config'), HOME=self.folder, G_DEBUG=None)

    def test_settings_count(self):
        path = self.write('a.eml', FROM_INSIDE)
        self.assertEqual(self.check('', path).status, 0)
        self.assertEqual(self.check("own-domains=['harbour.example']\n", path).status, 1)
        self.assertEqual(self.check("own-domains=['harbour.example']\n", '--no-settings', path).status, 0)

    def test_options_win(self):
        path = self.write('a.eml', FROM_INSIDE)
        for words, status in ((('--own-domain', 'other.example'), 0), (('--gateway', 'links.firm.example'), 1)):
            self.assertEqual(self.check("own-domains=['harbour.example']\n", *words, path).status, status)

    def test_other_domain_of_the_organisation(self):
        """What an administrator sets silences links among the organisation's own domains."""
        path = self.write('a.eml', 'From: a@firm.example\nTo: b@firm.example\nSubject: x\nContent-Type: text/html\n\n'
                          '<a href="https://pay.holdings.example/">https://pay.firm.example/</a>')
        self.assertEqual(self.check('', path).status, 1)
        self.assertEqual(self.check("own-domains=['firm.example']\n", path).status, 1)
        self.assertEqual(self.check("own-domains=['firm.example', 'holdings.example']\n", path).status, 0)

    def test_check_that_is_off(self):
        path = self.write('a.eml', FALSE_LINK)
        result = self.check("suppressed-checks=['link-text-mismatch']\n", '--json', path)
        self.assertIn('"suppressed":["link-text-mismatch"]', result.out)

    def test_no_settings_at_all(self):
        path = self.write('a.eml', PLAIN)
        result = call('check', path, GSETTINGS_SCHEMA_DIR=None, XDG_DATA_DIRS=self.folder)
        self.assertEqual((result.status, result.err), (0, ''))


if __name__ == '__main__':
    unittest.main(verbosity=2)
