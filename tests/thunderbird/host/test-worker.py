#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages are read by a program that can die: what a message does to its process costs its own verdict alone."""

import json
import os
import signal
import time
import unittest

from frames import FALSE_LINK, PATIENCE, PLAIN, HostTest

FAULTY = os.environ['BELLBUOY_WORKER_FAULTY']
FAULTS = {'crash': {'crashed'}, 'loop': {'timed-out'}, 'lie': {'crashed'},
          'memory': {'crashed', 'timed-out'}}  # whichever limit a slow machine reaches first
N_WAITING = 16  # at a time; the host refuses more than it can hold


def marked(message, word, number=0):
    return f'X-Number: {number}\nX-Test-Fault: {word}\n'.encode() + message


def children(pid):
    """Of whichever thread, the dead among them too."""
    found = []
    for thread in os.listdir(f'/proc/{pid}/task'):
        with open(f'/proc/{pid}/task/{thread}/children', encoding='ascii') as file:
            found += [int(word) for word in file.read().split()]
    return found


def is_running(pid):
    try:
        with open(f'/proc/{pid}/stat', encoding='ascii') as file:
            return file.read().rsplit(')', 1)[1].split()[0] not in 'ZX'
    except (FileNotFoundError, ProcessLookupError):
        return False


class WorkerTest(HostTest):
    def worker(self, host):
        """The program; there is none but it."""
        pid, = (pid for pid in children(host.process.pid) if is_running(pid))
        return pid

    def wait_until(self, condition):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.01)

    def count_files(self, host):
        return len(os.listdir(f'/proc/{host.process.pid}/fd'))


class Faults(WorkerTest):
    def check(self, word, frame):
        """Whoever built a message so that it cannot be read is warned of."""
        with self.subTest(word=word):
            self.assertEqual(frame['type'], 'error' if word in FAULTS else 'verdict')
            self.assertTrue(frame['isWarned'])
            self.assertIn(frame.get('code'), FAULTS.get(word, {None}))

    def test_faults(self):
        """Exactly the marked ones get no verdict."""
        host = self.talk(BELLBUOY_WORKER=FAULTY)
        self.assertTrue(host.judge(FALSE_LINK)['isWarned'])
        worker, files = self.worker(host), self.count_files(host)
        words = ['', 'crash', 'print', 'lie', '', 'memory', '', 'loop']
        for start in range(0, 200, N_WAITING):
            some = {}
            for number in range(start, start + N_WAITING):
                word = words[number % (len(words) if start == 0 else 4)]
                some[host.submit(marked(FALSE_LINK, word, number))] = word
            for number, word in some.items():
                self.check(word, host.settle(number))
        self.wait_until(lambda: not children(worker))
        self.assertEqual((self.worker(host), self.count_files(host)), (worker, files))
        self.assert_ends_well(host)
        self.wait_until(lambda: not is_running(worker))

    def test_not_tried_again(self):
        """A message that hung its process is remembered by its content."""
        host = self.talk(BELLBUOY_WORKER=FAULTY)
        for _ in range(2):
            self.assertEqual(host.judge(marked(PLAIN, 'loop'))['code'], 'timed-out')
        started = time.monotonic()
        self.assertEqual(host.judge(marked(PLAIN, 'loop'))['code'], 'timed-out')
        self.assertLess(time.monotonic() - started, 1)
        self.assert_ends_well(host)


class Program(WorkerTest):
    def setUp(self):
        super().setUp()
        self.events = os.path.join(self.home, 'events.ndjson')
        folder = os.path.join(self.home, 'etc', 'bellbuoy', 'policy.d')
        os.makedirs(folder)
        with open(os.path.join(folder, '1.json'), 'w', encoding='utf-8') as file:
            json.dump({'events': 'file', 'events-file': self.events, 'events-format': 'plain'}, file)

    def read_events(self):
        with open(self.events, encoding='utf-8') as file:
            return [json.loads(line)['event'] for line in file]

    def kill(self, host):
        worker = self.worker(host)
        os.kill(worker, signal.SIGKILL)
        self.wait_until(lambda: worker not in children(host.process.pid))

    def test_killed(self):
        """It is started again for the next message; the organisation is told."""
        host = self.talk(BELLBUOY_POLICY_ROOT=self.home)
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        self.kill(host)
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        status, _ = host.end()
        self.assertEqual((status, self.read_events()), (0, ['worker-died']))

    def test_missing(self):
        """No message is read in the host's own process instead."""
        host = self.talk(BELLBUOY_WORKER='/nonexistent')
        for message in PLAIN, FALSE_LINK:
            frame = host.judge(message)
            self.assertEqual((frame['type'], frame['code'], frame['isWarned']), ('error', 'no-worker', False))
            self.assertIn('bellbuoy-worker', frame['words'])

    def test_ends_with_host(self):
        host = self.talk()
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        worker = self.worker(host)
        host.process.kill()
        self.wait_until(lambda: not is_running(worker))


unittest.main(verbosity=2)
