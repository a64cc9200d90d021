# SPDX-License-Identifier: LGPL-2.1-or-later
"""Inputs that are no plain message files: they are read where that is easy, else one sentence says what they are."""

import gzip
import os
import subprocess
import threading
import time
import unittest

from command import FALSE_LINK, PLAIN, PROGRAM, CommandTest, call, objects

BOX = ''.join(f'From - Sun Jan 26 09:00:00 2025\n{mail}\n' for mail in (PLAIN, FALSE_LINK, PLAIN))

# name: (the first bytes, a word of the sentence)
OTHERS = {
    'a.msg': (b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(504), 'Outlook message'),
    'a.pst': (b'!BDN' + bytes(100), 'readpst'),
    'a.zip': (b'PK\3\4' + bytes(100), 'unpack it first'),
    'a.bz2': (b'BZh91AY&SY' + bytes(100), 'unpack it first'),
    'a.xz': (b'\xfd7zXZ\0' + bytes(100), 'unpack it first'),
    'a.zst': (b'\x28\xb5\x2f\xfd' + bytes(100), 'unpack it first'),
    'a.pdf': (b'%PDF-1.7\n', 'PDF'),
    'a.html': (b'\r\n<!DOCTYPE html>\n<html><body>text</body></html>', 'web page'),
    'b.html': (b'\xef\xbb\xbf<html lang="en">\n<p>text</p>', 'web page'),
    'a.txt': (('\ufeff' + PLAIN).encode('utf-16-le'), 'UTF-16'),
}


class Compressed(CommandTest):
    def subjects(self, *words, **keywords):
        return [one['subject'] for one in self.check_json(*words, **keywords)]

    def test_message_and_mailbox(self):
        self.assertEqual(self.subjects(self.write('a.eml.gz', gzip.compress(PLAIN.encode()))), ['Sunday'])
        packed = gzip.compress(BOX.encode())
        expected = ['Sunday', 'Your account', 'Sunday']
        self.assertEqual(self.subjects(self.write('in/box.gz', packed)), expected)
        self.assertEqual(self.subjects('-', data=packed), expected)
        self.assertEqual(self.subjects(os.path.join(self.folder, 'in')), expected)

    def test_members_byte_by_byte(self):
        """As a slow pipe gives them: the end of one member comes before the beginning of the next."""
        packed = gzip.compress(BOX[:300].encode()) + gzip.compress(BOX[300:].encode())
        path = os.path.join(self.folder, 'pipe')
        os.mkfifo(path)

        def feed():
            with open(path, 'wb', buffering=0) as pipe:
                for number in range(len(packed)):
                    pipe.write(packed[number:number + 1])
                    time.sleep(0.0002)
        feeder = threading.Thread(target=feed)
        feeder.start()
        told = call('check', '--json', path)
        feeder.join()
        self.assertEqual([one['subject'] for one in objects(told)], self.subjects(self.write('box', BOX)))

    def test_several_members(self):
        """As "cat a.gz b.gz" makes it, and with the padding of a tape."""
        halves = [gzip.compress(BOX[:300].encode()), gzip.compress(b''), gzip.compress(BOX[300:].encode())]
        for padding in (b'', bytes(1000)):
            path = self.write('box.gz', b''.join(halves) + padding)
            self.assertEqual(len(self.subjects(path)), 3)

    def test_large(self):
        """Larger than the blocks in which it is read, packed or not."""
        words = ''.join(f'{n * 7919 % 1000003}\n' for n in range(300_000))
        path = self.write('box.gz', gzip.compress((BOX + words + BOX).encode()))
        self.assertEqual(len(self.subjects(path)), 6)

    def test_damaged(self):
        whole = gzip.compress((BOX + 'x' * 1000).encode())
        for content in (whole[:len(whole) // 2], whole[:-1], whole[:40] + b'\xff' * 40 + whole[80:], whole[:3]):
            result = call('check', self.write('box.gz', content))
            self.assertEqual(result.status, 2)
            self.assertIn('damaged or cut short', result.err)

    def test_bomb(self):
        """It unpacks to more than a message can be."""
        path = self.write('bomb.gz', gzip.compress(bytes(300 * 1024 * 1024), 1))
        result = call('check', path)
        self.assertEqual((result.status, result.out), (2, ''))
        self.assertIn('longer than a message can be', result.err)


class Others(CommandTest):
    def test_what_it_is(self):
        for name, (content, word) in OTHERS.items():
            with self.subTest(name=name):
                result = call('check', self.write(name, content))
                self.assertEqual((result.status, result.out), (2, ''))
                self.assertEqual(result.err.count('\n'), 1, result.err)
                self.assertIn(word, result.err)

    def test_in_a_folder(self):
        self.write('in/a.eml', PLAIN)
        for name, (content, _) in OTHERS.items():
            self.write('in/' + name, content)
        result = call('check', os.path.join(self.folder, 'in'))
        self.assertEqual((result.status, result.err),
                         (0, f'bellbuoy: checked: 1, with a warning: 0, not read: 0; not mail: {len(OTHERS)}\n'))

    def test_missing(self):
        path = os.path.join(self.folder, 'a.eml')
        self.assertEqual(call('check', path).err, f'bellbuoy: {path}: No such file or directory\n')

    def test_standard_input_by_its_path(self):
        for name in ('/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'):
            with self.subTest(name=name):
                path = self.write('a.eml', PLAIN)
                with open(path, 'rb') as file:
                    done = subprocess.run([PROGRAM, 'check', '--json', name], stdin=file, capture_output=True,
                                          check=False)
                self.assertIn(b'"subject":"Sunday"', done.stdout)
                self.assertEqual([one['subject'] for one in objects(call('check', '--json', name,
                                                                         data=PLAIN.encode()))], ['Sunday'])


if __name__ == '__main__':
    unittest.main(verbosity=2)
