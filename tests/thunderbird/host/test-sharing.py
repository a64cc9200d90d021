# SPDX-License-Identifier: LGPL-2.1-or-later
"""One memory, and three programs that use it at once: the host, and two that are killed while they write. Evolution
writes to it with the same code as the host (client/buoy-learning.c)."""

import base64
import contextlib
import json
import os
import random
import sqlite3
import subprocess
import time
import unittest

from frames import HostTest

N_KILLS = 200
N_WRITERS = 2
N_MESSAGES = 3  # of a writer, which then writes early: first servers, then senders
LONGEST_START = 0.06  # seconds until it has written all of them, on a fast machine
BUSY = 'thunderbird/profile/account'
MAIL = '''\
Authentication-Results: mx.provider.example; dkim=pass header.d=garden{number}.example;
\tdmarc=pass header.from=garden{number}.example
Received: from out.garden{number}.example (out.garden{number}.example [198.{network}.100.7])
\tby mx.provider.example (Postfix) with ESMTPS id 1
\tfor <reader@provider.example>; {day} Jan 2025 09:00:00 +0000
From: Garden <news@garden{number}.example>
To: reader@provider.example
Subject: News
Date: {day} Jan 2025 09:00:00 +0000
Message-ID: <{number}@garden.example>

Hello.
'''


def mail(number):
    return MAIL.format(number=number, network=20 + number % 200, day=1 + number % 28)


class Sharing(HostTest):
    def setUp(self):
        super().setUp()
        self.path = os.path.join(self.home, 'data/bellbuoy/memory.db')

    def write_mail(self, name, numbers):
        folder = os.path.join(self.home, name)
        os.mkdir(folder)
        for number in numbers:
            with open(os.path.join(folder, f'{number}.eml'), 'w', encoding='ascii') as file:
                file.write(mail(number))
        return folder

    def begin(self, account, folder):
        words = [os.environ['BELLBUOY'], 'learn', f'--memory={self.path}', f'--account={account}', folder]
        return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def learn(self, host, numbers):
        """What the host has answered is kept."""
        answer = host.ask('learn', account=BUSY, messages=[
            [str(number), base64.b64encode(mail(number).encode()).decode()] for number in numbers])
        self.assertEqual(answer.get('taken'), len(numbers), answer)

    def senders(self, account):
        lines = subprocess.run([os.environ['BELLBUOY'], 'memory', f'--memory={self.path}', 'export'],
                               stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
        return {row['sender']: row['confirmed'] for row in map(json.loads, lines)
                if 'sender' in row and row['account'] == account}

    def test_at_once(self):
        """None waits for another for ever, and none loses what another wrote."""
        folders = [self.write_mail(f'mail{writer}', range(100 * writer, 100 * writer + 60))
                   for writer in range(N_WRITERS)]
        host = self.talk()
        writers = [self.begin(f'local{writer}', folder) for writer, folder in enumerate(folders)]
        for number in range(1000, 1060, 2):
            self.learn(host, [number, number + 1])
        for writer, process in enumerate(writers):
            self.assertEqual(process.communicate(timeout=60)[1], b'')
            self.assertEqual(process.returncode, 0)
            self.assertEqual(len(self.senders(f'local{writer}')), 60)
        self.assertEqual(len(self.senders(BUSY)), 60)

    def test_killed(self):
        """What was written once is there to the end, whenever the others are killed."""
        folders = [self.write_mail(f'mail{writer}', range(100 * writer, 100 * writer + N_MESSAGES))
                   for writer in range(N_WRITERS)]
        chance = random.Random(1)
        host = self.talk()
        for number in range(N_KILLS // N_WRITERS):
            writers = [self.begin(f'local{writer}', folder) for writer, folder in enumerate(folders)]
            self.learn(host, [number])
            time.sleep(chance.uniform(0, LONGEST_START))
            for process in writers:
                process.kill()
                process.communicate()
        self.assertEqual(self.senders(BUSY), {f'garden{number}.example': 1 for number in range(N_KILLS // N_WRITERS)})
        for writer, folder in enumerate(folders):
            self.assertEqual(self.begin(f'local{writer}', folder).wait(60), 0)
            self.assertEqual(set(self.senders(f'local{writer}').values()), {1})
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            self.assertEqual(database.execute('PRAGMA integrity_check').fetchall(), [('ok',)])
        self.assertFalse(os.path.exists(self.path + '.damaged'))


if __name__ == '__main__':
    unittest.main()
