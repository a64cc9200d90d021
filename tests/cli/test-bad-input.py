# SPDX-License-Identifier: LGPL-2.1-or-later
"""Mail that is broken or made to break: an answer within the stated limits, never a crash."""

import unittest

from command import PLAIN, CommandTest, call, objects

HEAD = 'From: a@people.example\nSubject: bad\nMIME-Version: 1.0\n'
HTML = HEAD + 'Content-Type: text/html; charset=utf-8\n\n'


def nested(depth):
    """A multipart within a multipart, and so on; none of them is ever closed."""
    parts = (f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return HEAD + ''.join(parts) + 'Content-Type: text/plain\n\ndeep\n'


def many_parts(count):
    return HEAD + 'Content-Type: multipart/mixed; boundary=b\n\n' + '--b\n\npart\n' * count + '--b--\n'


# name: (the message, the limit that must be stated)
BAD = {
    'truncated in a header': (PLAIN[:20], None),
    'truncated in a boundary': (HEAD + 'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Ty', None),
    'truncated base64': (HEAD + 'Content-Transfer-Encoding: base64\n\nSGVsbG8', None),
    'nested parts': (nested(1000), 'depth'),
    'many parts': (many_parts(1000), 'parts'),
    'many links': (HTML + '<a href="https://a.example/">a</a>\n' * 12000, 'links'),
    'deep elements': (HTML + '<div>' * 50000 + 'x', 'html-depth'),
    'a long header': (HEAD + 'X-Long: ' + 'x' * 1000000 + '\n\nbody\n', 'header-bytes'),
    'many headers': (HEAD + 'X-One: 1\n' * 10000 + '\nbody\n', 'headers'),
    'a long text': (HEAD + '\n' + 'word ' * 2000000, 'text'),
    'a long address list': (HEAD + 'To: ' + 'a@people.example, ' * 20000 + '\n\n', None),
    'NUL bytes': (HEAD + '\nbe\0fore\0after\n', None),
    'NUL in a header': ('From: a@people.example\nSubject: be\0fore\n\nbody\n', None),
    'invalid UTF-8': (HEAD.encode() + b'Content-Type: text/plain; charset=utf-8\n\n\xff\xfe\xc0\x80\n', None),
    'invalid UTF-8 in a header': (b'From: \xff\xfe <a@people.example>\nSubject: \xc0\x80\n\nbody\n', None),
    'an unknown charset': (HEAD + 'Content-Type: text/plain; charset=klingon-8\n\nqapla\n', None),
    'a format string': (HEAD.replace('bad', '%s%n%s%n') + '\n%s%n\n', None),
    'no body': ('From: a@people.example\n', None),
    'only CR': (PLAIN.replace('\n', '\r'), None),
    'CR LF': (PLAIN.replace('\n', '\r\n'), None),
}


class BadInput(CommandTest):
    def test_each(self):
        for name, (content, limit) in BAD.items():
            with self.subTest(name=name):
                result = call('check', '--json', '--fail-on', 'never', self.write('bad.eml', content))
                self.assertIn(result.status, (0, 2), result.err)
                found = objects(result)
                self.assertEqual(len(found), 1)
                self.assertEqual(result.status == 2, found[0]['error'] is not None)
                if limit is not None:
                    self.assertIn(limit, found[0]['limits'])

    def test_all_in_words(self):
        for name, (content, _) in BAD.items():
            with self.subTest(name=name):
                result = call('check', '--fail-on', 'never', self.write('bad.eml', content))
                self.assertIn(result.status, (0, 2), result.err)


unittest.main(verbosity=2)
