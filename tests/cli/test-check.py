# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy check`: its inputs, its exit status, its options, its two kinds of output."""

import os
import pty
import re
import subprocess
import unittest

from command import DOUBTFUL, FALSE_BRAND, FALSE_LINK, PLAIN, PROGRAM, CommandTest, call, objects

FIXTURES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'data')
HOST = re.compile(r'[\w-]+(?:\[?\.\]?[\w-]+)+')
LOOKS_LATIN = re.compile('[\u0370-\u058f\u13a0-\u13ff]')  # Greek, Cyrillic, Armenian, Cherokee
# handed in by somebody who had logged in
SUBMITTED = """\
Received: from desk.other.example (desk.other.example [203.0.113.7])
\tby mx.provider.example (Postfix) with ESMTPSA id 1
\tfor <reader@provider.example>; Sun, 26 Jan 2025 09:00:00 +0900
From: Office <office@firm.example>
To: reader@provider.example
Subject: Hello

Hello
"""


def speaks_a_language():
    """Whether a locale is installed besides C: gettext looks at a language in no other, whichever it is."""
    installed = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=False).stdout.split()
    return any(name.lower().endswith('utf8') and not name.startswith('C.') for name in installed)


class Status(CommandTest):
    def test_nothing_found(self):
        self.assertEqual(call('check', self.write('a.eml', PLAIN)).status, 0)

    def test_something_found(self):
        self.assertEqual(call('check', self.write('a.eml', FALSE_LINK)).status, 1)

    def test_fail_on(self):
        for level, content, status in (('caution', DOUBTFUL, 1), ('caution', FALSE_BRAND, 1),
                                       ('danger', DOUBTFUL, 0), ('danger', FALSE_BRAND, 1),
                                       ('never', DOUBTFUL, 0), ('never', FALSE_BRAND, 0)):
            with self.subTest(level=level, status=status):
                self.assertEqual(call('check', '--fail-on', level, self.write('a.eml', content)).status, status)

    def test_wrong_usage(self):
        for words in (['check'], ['check', '--no-such'], ['check', '--fail-on', 'often', 'a.eml'], ['nonsense'], []):
            with self.subTest(words=words):
                self.assertEqual(call(*words).status, 2)

    def test_trouble_with_one_does_not_stop_the_others(self):
        missing = os.path.join(self.folder, 'missing.eml')
        result = call('check', '--json', missing, self.write('a.eml', FALSE_LINK))
        self.assertEqual(result.status, 1)
        self.assertEqual([found['error'] is None for found in objects(result)], [False, True])
        self.assertRegex(result.err, f'^bellbuoy: {re.escape(missing)}: .+\n'
                         'bellbuoy: checked: 1, with a warning: 1, not read: 1\n$')

    def test_what_is_no_mail(self):
        for name, content in (('empty.eml', ''), ('picture.png', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0')):
            with self.subTest(name=name):
                path = self.write(name, content)
                result = call('check', '--json', path)
                self.assertEqual(result.status, 2)
                self.assertEqual(result.err.count('\n'), 1, result.err)
                self.assertEqual(objects(result)[0]['path'], path)
                self.assertTrue(objects(result)[0]['error'])


class Inputs(CommandTest):
    def subjects(self, *words, **keywords):
        return [found['subject'] for found in self.check_json(*words, **keywords)]

    def test_standard_input(self):
        found = self.check_json('-', data=PLAIN.encode())[0]
        self.assertEqual((found['path'], found['index'], found['subject']), ('-', 0, 'Sunday'))

    def test_order_of_the_command_line(self):
        first = self.write('z.eml', PLAIN)
        second = self.write('a.eml', FALSE_LINK)
        self.assertEqual(self.subjects(first, second), ['Sunday', 'Your account'])

    def test_folder(self):
        self.write('mail/b.eml', FALSE_LINK)
        self.write('mail/a.eml', PLAIN)
        self.assertEqual(self.subjects(os.path.join(self.folder, 'mail')), ['Sunday', 'Your account'])

    def test_maildir(self):
        for name in ('cur/1.host:2,S', 'new/2.host', 'tmp/3.host'):
            self.write('Mail/' + name, PLAIN)
        self.assertEqual(len(self.subjects(os.path.join(self.folder, 'Mail'))), 2)

    def test_mbox(self):
        separator = 'From someone@people.example Sun Jan 26 09:00:00 2025\n'
        path = self.write('box', separator + PLAIN + '\n' + separator + FALSE_LINK)
        found = self.check_json(path)
        self.assertEqual([(one['index'], one['subject']) for one in found], [(0, 'Sunday'), (1, 'Your account')])

    @unittest.skipIf(os.geteuid() == 0, 'root may read everything')
    def test_no_right_to_read(self):
        path = self.write('closed/a.eml', PLAIN)
        os.chmod(os.path.dirname(path), 0)
        result = call('check', os.path.dirname(path))
        os.chmod(os.path.dirname(path), 0o700)
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, '^bellbuoy: .*closed: .+\n$')


class Options(CommandTest):
    def test_trusted_host(self):
        path = self.write('a.eml', FALSE_LINK)
        self.assertTrue(self.check_json(path)[0]['origin']['assumed'])
        told = self.check_json('--trusted-host', 'mx.provider.example', path)[0]
        self.assertFalse(told['origin']['assumed'])
        self.assertEqual(told['origin']['ip'], '203.0.113.7')

    def test_trusted_address(self):
        path = self.write('a.eml', FALSE_LINK)
        for text in ('203.0.113.7', '203.0.113.0/24'):
            self.assertIsNone(self.check_json('--trusted-host', text, path)[0]['origin']['ip'])
        for text in ('203.0.113.7/24', '203.0.113.0/33', '0.0.0.0/0', 'com', 'a b', ''):
            result = call('check', '--trusted-host', text, path)
            self.assertEqual(result.status, 2)
            self.assertRegex(result.err, '^bellbuoy: --trusted-host: .+\n$')

    def test_timing(self):
        path = self.write('a.eml', PLAIN)
        self.assertGreaterEqual(self.check_json('--timing', path)[0]['elapsed_us'], 0)
        self.assertNotIn('elapsed_us', self.check_json(path)[0])

    def test_contacts(self):
        card = self.write('book.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Hanako\nEMAIL:hanako@people.example\nEND:VCARD\n')
        self.assertEqual(call('check', '--contacts', card, self.write('a.eml', PLAIN)).status, 0)
        empty = self.write('empty.vcf', '')
        self.assertEqual(call('check', '--contacts', empty, self.write('a.eml', PLAIN)).status, 0)
        self.assertEqual(call('check', '--contacts', card + '.gone', self.write('a.eml', PLAIN)).status, 2)

    def test_gateway(self):
        wrapped = 'https://links.firm.example/?to=https%3A%2F%2Fwww.bank-site.com%2Flogin'
        path = self.write('a.eml', FALSE_LINK.replace('https://login.phish.test/update/', wrapped))
        self.assertEqual(self.check_json(path)[0]['links'][0]['state'], 'mismatch')
        link = self.check_json('--gateway', 'links.firm.example:to', path)[0]['links'][0]
        self.assertEqual((link['state'], link['wrappers'], link['host']),
                         ('match', ['gateway'], 'www.bank-site.com'))

    def test_own_domain(self):
        path = self.write('a.eml', 'Received: from a.example (unknown [203.0.113.7]) by mx.provider.example; '
                          'Sun, 26 Jan 2025 09:12:44 +0900\nFrom: desk@harbour.example\nTo: me@harbour.example\n'
                          'Subject: x\n\nHello\n')
        self.assertEqual(call('check', path).status, 0)
        self.assertEqual(call('check', '--own-domain', 'harbour.example', path).status, 1)

    def test_own_address_that_nobody_told(self):
        head = ('Return-Path: <me@home.example>\nReceived: from home.example (unknown [203.0.113.7]) by '
                'mx.provider.example; Sun, 26 Jan 2025 09:12:44 +0900\nFrom: me@home.example\nTo: me@home.example\n'
                'Subject: x\nContent-Type: text/html\n\n')
        for body, expected in (('<p><a href="https://stranger.example/">Keep</a></p>', True), ('<p>Backup done</p>', False)):
            with self.subTest(body=body):
                found = self.check_json(self.write('a.eml', head + body))[0]['findings']
                self.assertEqual('own-address' in [f['id'] for f in found], expected)

    def test_contact_at_another_address(self):
        card = self.write('book.vcf', 'BEGIN:VCARD\nFN:Hanako Yamada\nEMAIL:hanako@people.example\nEND:VCARD\n')
        path = self.write('a.eml', 'From: Hanako Yamada <x@other.example>\nSubject: x\n\nHello\n')
        self.assertEqual([f['id'] for f in self.check_json('--contacts', card, path)[0]['findings']],
                         ['contact-impersonation'])

    def test_trust(self):
        proof = 'Authentication-Results: mx.provider.example; dmarc=pass header.from=bank.example\n'
        mail = FALSE_LINK.replace('www.bank-site.com', 'www.eki-net.com')
        proven, unproven = self.write('a.eml', proof + mail), self.write('b.eml', mail)
        for trust in (['--trusted-sender', 'bank.example'], ['--trusted-link', 'bank.example=phish.test']):
            with self.subTest(trust=trust):
                found = self.check_json(*trust, proven, unproven)
                self.assertEqual([one['level'] for one in found], ['none', 'danger'])
                self.assertIn('link-text-mismatch', found[0]['policy']['suppressed'])
        self.assertEqual(call('check', proven).status, 1)
        self.assertEqual(call('check', '--trusted-link', 'bank.example', proven).status, 2)

    @unittest.skipUnless(speaks_a_language(), 'gettext translates in no installed locale')
    def test_language(self):
        path = self.write('a.eml', FALSE_LINK)
        for locale in ('ja_JP.UTF-8', 'C.UTF-8', 'C', 'xx_XX.UTF-8'):
            with self.subTest(locale=locale):
                self.assertRegex(call('check', '--lang', 'ja-JP', path, LC_ALL=locale).out, '[ぁ-ん]')
        self.assertNotRegex(call('check', '--lang', 'en-GB', path, LC_ALL='ja_JP.UTF-8').out, '[ぁ-ん]')

    def test_missing_words_are_told_once(self):
        paths = [self.write(f'{n}.eml', FALSE_LINK) for n in range(3)]
        for words, environment, n_lines in (((), {}, 0), (('--lang', 'ja'), {}, 0), (('--lang', 'en_GB'), {}, 0),
                                            ((), {'LC_ALL': 'xx_XX.UTF-8'}, 1)):
            with self.subTest(words=words, environment=environment):
                result = call('check', *words, *paths, **environment)
                self.assertEqual(result.status, 1)
                self.assertEqual(result.err.count('\n'), n_lines + 1, result.err)  # and the summary
                self.assertEqual(result.out.count('.eml\n'), 3)

    def test_json_is_utf8_in_every_locale(self):
        path = self.write('a.eml', PLAIN.replace('Sunday', 'えきねっと'))
        for locale in ('C', 'C.UTF-8', 'ja_JP.UTF-8'):
            with self.subTest(locale=locale):
                self.assertEqual(self.check_json(path, LC_ALL=locale)[0]['subject'], 'えきねっと')


class Text(CommandTest):
    def test_which_message(self):
        path = self.write('a.eml', FALSE_LINK.replace('Your account', 'See https://evil.test/ now'))
        lines = call('check', path, TZ='Asia/Tokyo').out.splitlines()
        self.assertEqual(lines[:4], [path, '  Subject: See https[:]//evil.test/ now',
                                     '  From: Bank <info@bank.example>', '  Date: 2025-01-26 09:00'])
        self.assertRegex(lines[4], '^Danger: ')

    def test_weak_signs_have_their_headline(self):
        mail = DOUBTFUL.replace('<form action="https://www.firm.example/"><input type="password" name="p"></form>', 'Hi')
        for content, headline in ((PLAIN, 'No warning for this message'),
                                  (mail, 'No warning for this message, only weak signs')):
            path = self.write('a.eml', content)
            self.assertIn(headline, call('check', path).out.splitlines())
            self.assertEqual(self.check_json(path)[0]['headline'], headline)

    def test_server_that_is_known(self):
        """It is named, so that it cannot be unknown."""
        result = call('check', self.write('a.eml', SUBMITTED))
        self.assertIn('  (The server that sent the message does not show who its sender is.)', result.out.splitlines())
        self.assertNotIn('could not be determined which server', result.out)

    def test_attached_file(self):
        """A file name is no host."""
        mail = PLAIN.replace('\n\n', """
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b

Text
--b
Content-Type: text/html
Content-Disposition: attachment; filename="Remittance_88120.htm"

<form action="https://gather.test/"><input type="password"></form>
--b--
""", 1)
        result = call('check', self.write('a.eml', mail))
        self.assertIn('Remittance_88120.htm', result.out)
        self.assertNotIn('htm', result.out.replace('Remittance_88120.htm', ''))

    def test_message_without_header(self):
        path = self.write('a.eml', 'X-Only: this\n\ntext\n')
        self.assertEqual(call('check', path).out.splitlines()[:2], [path, 'No warning for this message'])

    def test_only(self):
        paths = [self.write(name, content) for name, content in
                 (('a.eml', PLAIN), ('b.eml', DOUBTFUL), ('c.eml', FALSE_BRAND))]
        for level, shown in (('danger', paths[2:]), ('caution', paths[1:])):
            text = call('check', '--only', level, *paths)
            self.assertEqual([path for path in paths if path in text.out.splitlines()], shown)
            self.assertEqual((text.status, text.err),
                             (1, 'bellbuoy: checked: 3, with a warning: 2, not read: 0\n'))
            self.assertEqual([one['path'] for one in self.check_json('--only', level, *paths)], shown)
        for level in ('none', '', 'Danger'):
            self.assertEqual(call('check', '--only', level, paths[0]).status, 2)

    def test_both_names_and_no_live_url(self):
        result = call('check', self.write('a.eml', FALSE_LINK))
        self.assertIn('bank-site', result.out)
        self.assertIn('phish', result.out)
        self.assertNotRegex(result.out, r'https?://\S')

    def test_no_imitation_looks_genuine(self):
        """Over all fixtures: a host with letters that look Latin is shown in ASCII, except in what a message wrote."""
        for words in (['--json'], []):
            told = call('check', '--in-process', '--no-settings', '--fail-on', 'never', *words, FIXTURES).out
            lines = [line for line in told.splitlines() if 'as written' not in line]
            hosts = [host for line in lines for host in HOST.findall(re.sub(r'"(href|value)":"https?:[^"]*"', '', line))]
            self.assertTrue(any('xn--' in host for host in hosts))
            self.assertEqual([host for host in hosts if LOOKS_LATIN.search(host)], [])

    def test_no_escapes_from_mail(self):
        evil = FALSE_LINK.replace('Your account', 'x\x1b]0;owned\x07').replace('/update/', '/\x1b[2J/')
        self.assertNotRegex(call('check', self.write('a.eml', evil)).out, r'[\x00-\x08\x0b-\x1f\x7f]')

    def on_terminal(self, **environment):
        ours, theirs = pty.openpty()
        subprocess.run([PROGRAM, 'check', self.write('a.eml', FALSE_LINK)], stdout=theirs, check=False,
                       env={**os.environ, **environment})
        os.close(theirs)
        output = b''
        try:
            while chunk := os.read(ours, 65536):
                output += chunk
        except OSError:  # how Linux tells the end of a terminal
            pass
        os.close(ours)
        return output

    def test_colours(self):
        path = self.write('a.eml', FALSE_LINK)
        self.assertNotIn('\x1b', call('check', path).out)
        for environment in ({'TERM': 'xterm'}, {'TERM': 'xterm', 'NO_COLOR': ''}):
            self.assertIn(b'\x1b[', self.on_terminal(**environment))
        for environment in ({'TERM': 'xterm', 'NO_COLOR': '1'}, {'TERM': 'dumb'}, {'TERM': ''}):
            self.assertNotIn(b'\x1b[', self.on_terminal(**environment))

    def test_coloured_headline(self):
        """A page in bold red is hard to read."""
        coloured = [line for line in self.on_terminal(TERM='xterm').splitlines() if b'\x1b[' in line]
        self.assertEqual(len(coloured), 1, coloured)
        self.assertRegex(coloured[0], rb'^\x1b\[1;31mDanger: .*\x1b\[0m$')


unittest.main(verbosity=2)
