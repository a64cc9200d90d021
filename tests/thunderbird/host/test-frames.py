# SPDX-License-Identifier: LGPL-2.1-or-later
"""What goes over the wire: greeting, limits, garbage, and the end."""

import json
import os
import random
import select
import signal
import struct
import threading
import time
import unittest

import frames
from frames import FALSE_LINK, PLAIN, Gone, HostTest, pack

MEBI = 1024 * 1024


class Greeting(HostTest):
    def test_hello(self):
        hello = self.start().greet()
        self.assertEqual((hello['protocol'], hello['language'], hello['locale']), (1, 'en', True))
        self.assertIn('link-text-mismatch', [check['id'] for check in hello['checks']])

    def test_language(self):
        for locale in ('C.UTF-8', 'C', 'ja_JP.UTF-8', 'xx_XX.UTF-8'):
            for tag, language, headline in (('ja', 'ja', 'リンク先が表示と違います'), ('en-US', 'en', None)):
                with self.subTest(locale=locale, tag=tag):
                    host = self.start(LC_ALL=locale, LANG=None, LANGUAGE=None)
                    hello = host.greet(tag)
                    self.assertEqual((hello['language'], hello['locale']), (language, True))
                    words = json.dumps(host.judge(FALSE_LINK)['notice'], ensure_ascii=False)
                    self.assertEqual('リンク' in words, language == 'ja', headline)

    def test_no_locale(self):
        """Where only C is installed, and `locale` can't be asked, the words are English, and the extension knows."""
        hello = self.start(LC_ALL='C', LANG=None, LANGUAGE=None, PATH='/nowhere').greet('ja')
        self.assertEqual((hello['language'], hello['locale']), ('en', False))

    def test_before_hello(self):
        host = self.start()
        self.assertEqual(host.ask('report')['code'], 'protocol')
        self.assertEqual(host.greet()['type'], 'hello')
        self.assertEqual(host.ask('report')['type'], 'report')
        self.assertEqual(host.greet()['code'], 'value')
        self.assert_ends_well(host)

    def test_other_protocol(self):
        host = self.start()
        answer = host.ask('hello', protocol=2, version='9', language='ja')
        self.assertEqual(answer['code'], 'protocol')
        self.assertRegex(answer['words'], '更新')
        self.assertEqual(host.ask('report')['code'], 'protocol')
        self.assert_ends_well(host)

    def test_newer_extension(self):
        host = self.talk()
        host.write(pack({'type': 'teleport', 'id': 77, 'where': ['x']}))
        self.assertEqual(host.answer(77)['code'], 'unknown')
        host.write(pack({'type': 'report', 'id': 78, 'colour': 'red'}))
        self.assertEqual(host.answer(78)['type'], 'report')


class Wire(HostTest):
    def test_a_byte_at_a_time(self):
        host = self.talk()
        for byte in pack({'type': 'report', 'id': 50}) + pack({'type': 'report', 'id': 51}):
            host.write(bytes([byte]))
        self.assertEqual([host.answer(50)['type'], host.answer(51)['type']], ['report', 'report'])

    def test_many_at_once(self):
        host = self.talk()
        host.write(b''.join(pack({'type': 'report', 'id': number}) for number in range(100, 400)))
        for number in range(100, 400):
            self.assertEqual(host.answer(number)['type'], 'report')

    def test_bad_frames_end_it(self):
        """One line on standard error, exit status 1, and nothing else."""
        bad = {
            'too long': struct.pack('=I', 768 * 1024 + 1),
            'much too long': b'\xff\xff\xff\xff',
            'empty': struct.pack('=I', 0),
            'no JSON': pack(b'{"type":'),
            'no object': pack(b'[1]'),
            'no text': pack(b'"hello"'),
            'no UTF-8': pack(b'{"type":"\xff"}'),
            'a zero byte': pack(b'{"type":"report","id":1}\0'),
            'deep': pack(b'[' * 100_000 + b']' * 100_000),
            'deep in a member': pack(b'{"type":"report","id":1,"x":' + b'[' * 100_000 + b']' * 100_000 + b'}'),
            'a comment': pack(b'/*' + b'[' * 300_000 + b'*/{"type":"report","id":1}'),
            'no type': pack({'id': 1}),
            'a number for a type': pack({'type': 1, 'id': 1}),
            'no id': pack({'type': 'report'}),
            'id 0': pack({'type': 'report', 'id': 0}),
            'a text for an id': pack({'type': 'report', 'id': '1'}),
            'a fraction': pack({'type': 'report', 'id': 1.5}),
            'too great an id': pack({'type': 'report', 'id': 2 ** 53}),
            'a missing member': pack({'type': 'cancel', 'id': 1}),
            'another type': pack({'type': 'link', 'id': 1, 'message': 1, 'href': 5}),
            'null': pack({'type': 'link', 'id': 1, 'message': 1, 'href': None}),
            'people': pack({'type': 'context', 'id': 1, 'context': 1, 'contacts': [['a']], 'more': False}),
        }
        for name, data in bad.items():
            with self.subTest(name):
                host = self.talk()
                host.write(data)
                host.process.wait(frames.PATIENCE)
                self.assertEqual(host.process.returncode, 1)
                self.assertRegex(host.process.stderr.read().decode(), r'^bellbuoy-host: [^\n]+\n$')

    def test_the_longest_frame(self):
        host = self.talk()
        text = json.dumps({'type': 'report', 'id': 5, 'x': ''})
        host.write(pack(text.replace('""', '"' + 'a' * (768 * 1024 - len(text)) + '"').encode()))
        self.assertEqual(host.answer(5)['type'], 'report')

    def test_garbage(self):
        """Whatever comes, it ends by itself: it neither hangs nor is killed by a signal."""
        seeds = random.Random(1)
        whole = pack({'type': 'hello', 'id': 1, 'protocol': 1, 'version': '0', 'language': 'ja'}) + pack(
            {'type': 'message', 'id': 2, 'part': 0, 'context': None, 'last': True, 'data': 'RnJvbTogYQ0K'})
        for turn in range(60):
            host = self.start()
            data = bytearray(whole if turn % 3 else seeds.randbytes(200))
            for _ in range(turn % 3):
                data[seeds.randrange(len(data))] = seeds.randrange(256)
            try:
                host.write(bytes(data))
                host.process.stdin.close()
            except (Gone, BrokenPipeError):
                pass
            self.assertIn(host.process.wait(frames.PATIENCE), (0, 1), bytes(data))
            host.kill()


class End(HostTest):
    def test_end_of_input(self):
        self.assert_ends_well(self.talk())
        self.assert_ends_well(self.start())

    def test_end_in_a_frame(self):
        host = self.talk()
        host.write(pack({'type': 'report', 'id': 5})[:-3])
        self.assert_ends_well(host)

    def test_end_amid_work(self):
        """Also with a large message under way it is gone at once."""
        host = self.talk()
        host.submit(FALSE_LINK + b'<a href="https://x.test/">https://y.test/</a> ' * 200_000)
        began = time.monotonic()
        self.assertEqual(host.end()[0], 0)
        self.assertLess(time.monotonic() - began, 5)

    def test_nobody_reads(self):
        host = self.talk()
        host.process.stdout.close()
        host.submit(PLAIN)
        self.assertEqual(host.process.wait(frames.PATIENCE), 0)

    @unittest.skipIf(os.environ.get('SANITIZED'), 'takes minutes')
    def test_backlog(self):
        """Answers that nobody reads do not fill the memory: it stops to listen, and goes on later."""
        host = self.talk()
        number = host.submit(FALSE_LINK)
        frame = pack({'type': 'details', 'id': 9, 'message': number})
        data = frame * (100 * MEBI // len(frame))
        written = self.write_as_long_as_it_goes(host, data)
        self.assertLess(written, len(data))
        rest = threading.Thread(target=host.write, args=(data[written:written + -written % len(frame)],))
        rest.start()
        self.assertEqual(host.answer(number)['type'], 'verdict')
        for _ in range(-(-written // len(frame))):
            self.assertIn(b'"id":9,', host.read_text())
        rest.join()

    @staticmethod
    def write_as_long_as_it_goes(host, data):
        descriptor = host.process.stdin.fileno()
        os.set_blocking(descriptor, False)
        written = 0
        while written < len(data) and select.select([], [descriptor], [], 2)[1]:
            written += os.write(descriptor, data[written:written + MEBI])
        os.set_blocking(descriptor, True)
        return written

    def test_stopped(self):
        """It answers what came while it stood still."""
        host = self.talk()
        host.process.send_signal(signal.SIGSTOP)
        numbers = [host.submit(FALSE_LINK) for _ in range(5)]
        self.assertIsNone(host.read(0.5))
        host.process.send_signal(signal.SIGCONT)
        for number in numbers:
            self.assertEqual(host.settle(number)['notice']['level'], 'danger')

    def test_killed(self):
        """The next one begins anew: nothing is left behind that it could stumble over."""
        host = self.talk()
        for _ in range(20):
            host.submit(FALSE_LINK)
        host.process.kill()
        self.assertEqual(host.process.wait(), -signal.SIGKILL)
        self.assertEqual(self.talk().judge(FALSE_LINK)['notice']['level'], 'danger')


unittest.main()
