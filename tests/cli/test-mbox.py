# SPDX-License-Identifier: LGPL-2.1-or-later
"""Mailboxes as programs write them: each message is found, and a text that looks like a separator makes none."""

import email
import mailbox
import os
import subprocess
import unittest

from command import DOUBTFUL, FALSE_LINK, PLAIN, PROGRAM, CommandTest

DATE = 'Sun Jan 26 09:00:00 2025'

# who writes it: the separator
SEPARATORS = {
    'RFC 4155': f'From hanako@people.example {DATE}',
    'padded day': 'From hanako@people.example  Mon Jan  6 09:00:00 2025',
    'Gmail Takeout': 'From 1822345678901234567@xxx Sun Jan 26 09:00:00 +0000 2025',
    'Thunderbird': f'From - {DATE}',
    'new Thunderbird': 'From ',
    'new Thunderbird, stripped': 'From -',
    'Python': f'From MAILER-DAEMON {DATE}',
    'Python without a date': 'From MAILER-DAEMON',
    'Mailman': f'From hanako at people.example  {DATE}',
    'cron': f'From root {DATE}',
    'no seconds': 'From root Sun Jan 26 09:00 2025',
    'a zone': 'From root Sun Jan 26 09:00:00 JST 2025',
    'UUCP': f'From hanako {DATE} remote from people',
    'RFC 5322': 'From hanako@people.example Sun, 26 Jan 2025 09:00:00 +0900',
    'ISO 8601': 'From hanako 2025-01-26T09:00:00',
    'no date': 'From hanako@people.example',
    'quoted sender': f'From "Hanako Y"@people.example {DATE}',
}

MAILS = (('Sunday', PLAIN, 'none'), ('Hello', DOUBTFUL, 'caution'), ('Your account', FALSE_LINK, 'danger'),
         ('Sunday', PLAIN, 'none'))


def joined(separator, mails=tuple(mail[1] for mail in MAILS)):
    return '\n'.join(separator + '\n' + mail for mail in mails)


def with_length(mail, add=0):
    head, body = mail.split('\n\n', 1)
    return f'{head}\nContent-Length: {len(body.encode()) + add}\n\n{body}'


class Mailboxes(CommandTest):
    def found(self, content):
        return [(one['index'], one['subject'], one['level']) for one in self.check_json(self.write('box', content))]

    def assert_all(self, content):
        self.assertEqual(self.found(content), [(n, mail[0], mail[2]) for n, mail in enumerate(MAILS)])

    def test_separators(self):
        for name, separator in SEPARATORS.items():
            for feed in ('\n', '\r\n', '\r'):
                with self.subTest(name=name, feed=feed):
                    self.assert_all(joined(separator).replace('\n', feed))

    def test_a_kind_each(self):
        kinds = list(SEPARATORS.values())
        box = '\n'.join(kind + '\n' + PLAIN for kind in kinds)
        self.assertEqual(len(self.found(box)), len(kinds))

    def test_no_empty_line_before(self):
        self.assert_all(joined(SEPARATORS['Thunderbird']).replace('\n\nFrom - ', '\nFrom - '))

    def test_empty_lines_first(self):
        self.assert_all('\n\r\n' + joined(SEPARATORS['Mailman']) + '\n\n\n')

    def test_byte_order_mark_first(self):
        self.assert_all('\ufeff' + joined(SEPARATORS['Thunderbird']))

    def test_what_python_writes(self):
        path = os.path.join(self.folder, 'box')
        box = mailbox.mbox(path)
        for mail in MAILS:
            box.add(email.message_from_string(mail[1] + '\nFrom here on it rains.\n'))
        box.close()
        self.assertEqual([one['level'] for one in self.check_json(path)], [mail[2] for mail in MAILS])

    def test_what_quotes(self):
        """mboxo and mboxrd: a ">" before what would be a separator."""
        text = f'\n>From root {DATE}\n>From: x@y.example\n\n>>From root {DATE}\nSubject: x\n'
        self.assert_all(joined(SEPARATORS['cron'], [mail[1] + text for mail in MAILS]))

    def test_what_does_not_quote(self):
        """mboxcl2: a whole message in the text of another belongs to that text."""
        text = f'\nFrom root {DATE}\nFrom: x@y.example\nSubject: inside\n\nx\n'
        for feed in ('\n', '\r\n'):
            mails = [with_length((mail[1] + text).replace('\n', feed).replace(feed, '\n')) for mail in MAILS]
            if feed == '\r\n':
                mails = [with_length(mail[1] + text, add=(mail[1] + text).split('\n\n', 1)[1].count('\n'))
                         for mail in MAILS]
            with self.subTest(feed=feed):
                self.assert_all(joined(SEPARATORS['RFC 4155'], mails).replace('\n', feed))

    def test_false_length(self):
        """The field comes from a sender, who would hide the next message in his own."""
        whole = joined(SEPARATORS['RFC 4155'])
        for add in (len(whole) - len(PLAIN), 10 ** 9, -1, 0):
            with self.subTest(add=add):
                mails = [with_length(PLAIN, add), *(mail[1] for mail in MAILS[1:])]
                self.assert_all(joined(SEPARATORS['RFC 4155'], mails))
        inner = len(FALSE_LINK) + len(SEPARATORS['RFC 4155']) + 2
        self.assert_all(joined(SEPARATORS['RFC 4155'], [with_length(PLAIN, inner), *(mail[1] for mail in MAILS[1:])]))

    def test_text_that_makes_no_separator(self):
        texts = ('From here on it rains.', f'From root {DATE}\nstill the text', 'From John\nSubject: not that one',
                 'From Monday to Friday:\nNote: nobody is in', f'From: root {DATE}\nSubject: x',
                 f' From root {DATE}\nTo: x',
                 'From fc88cba7f1f37b9cf3b296eace2422dd0e173502 Mon Sep 17 00:00:00 2001\nFrom: David <d@x.example>')
        for text in texts:
            for separator in ('', SEPARATORS['RFC 4155'] + '\n', SEPARATORS['Thunderbird'] + '\n'):
                with self.subTest(text=text, separator=separator):
                    self.assertEqual(self.found(f'{separator}{PLAIN}\n{text}\n'), [(0, 'Sunday', 'none')])

    def test_text_after_such_a_line_is_read(self):
        """GMime would end the message there."""
        for begin in ('', SEPARATORS['RFC 4155'] + '\n'):
            mail = FALSE_LINK.replace('<p>', '<p>\nFrom here on:\n')
            self.assertEqual(self.found(begin + mail), [(0, 'Your account', 'danger')])

    def test_patches(self):
        patch = 'From fc88cba7f1f37b9cf3b296eace2422dd0e173502 Mon Sep 17 00:00:00 2001'
        self.assert_all(joined(patch))

    def test_path_of_a_message(self):
        path = self.write('box', joined(SEPARATORS['cron']))
        alone = self.write('one.eml', SEPARATORS['cron'] + '\n' + PLAIN)
        done = subprocess.run([PROGRAM, 'check', path, alone], capture_output=True, text=True, check=False)
        lines = done.stdout.splitlines()
        self.assertEqual([n for n in range(4) if f'{path}#{n}' in lines], [0, 1, 2, 3])
        self.assertIn(alone, lines)


class Hostile(CommandTest):
    """What only looks like a separator begins no message; tests/bench/mailboxes.py measures what it costs."""

    def test_no_separators(self):
        begin = f'From - {DATE}\n{with_length(PLAIN, 50_000_000)}\n'
        for unit in ('From - \n', 'From ' + 'Jan ' * 240 + '\n', 'From ' + ' ' * 990,
                     f'From x {DATE}\nContent-Length: 60000000\n', 'From ' + '1' * 900 + '\nx: y\n', '\n'):
            with self.subTest(unit=unit[:20]):
                messages = self.check_json(self.write('box', begin + unit * (20_000 // len(unit))))
                self.assertEqual([one['subject'] for one in messages if not one['error']], ['Sunday'])


if __name__ == '__main__':
    unittest.main(verbosity=2)
