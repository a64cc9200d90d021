#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages are read by a program that can die: what a message does to its process costs its own verdict alone."""

import base64
import json
import os
import shutil
import signal
import subprocess
import time
import unittest

from frames import FALSE_LINK, PATIENCE, PLAIN, HostTest

BELLBUOY = os.environ['BELLBUOY']
WORKER = os.environ['BELLBUOY_WORKER']
FAULTY = os.environ['BELLBUOY_WORKER_FAULTY']
OTHER_VERSION = os.path.join(os.environ['SOURCE_ROOT'], 'tests/worker/other-version.py')
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
        # but the one that was forked ahead for the next message
        self.wait_until(lambda: len(children(worker)) == 1)
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

    def examine(self):
        """What `bellbuoy doctor` prints in the same home."""
        return subprocess.run([BELLBUOY, 'doctor'], capture_output=True, encoding='utf-8', check=False,
                              env={**os.environ, 'HOME': self.home, 'GSETTINGS_BACKEND': 'memory'}).stdout

    def test_killed(self):
        """It is started again for the next message; the organisation is told."""
        host = self.talk(BELLBUOY_POLICY_ROOT=self.home)
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        self.kill(host)
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        self.assertRegex(self.examine(), r'\[note\] bellbuoy-worker ended by itself 1 time since Thunderbird was')
        status, _ = host.end()
        self.assertEqual((status, self.read_events()), (0, ['worker-died']))
        self.assertNotIn('Thunderbird was started', self.examine())

    def copy(self, program, name='bellbuoy-worker'):
        """In place of what may be there, as a package manager does it."""
        path = os.path.join(self.home, name)
        shutil.copy(program, path + '.new')
        os.chmod(path + '.new', 0o755)
        os.rename(path + '.new', path)
        return path

    def test_replaced(self):
        """An upgrade puts another version in the place of the program while the mail client runs."""
        path = self.copy(WORKER)
        host = self.talk(BELLBUOY_WORKER=path)
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        self.copy(OTHER_VERSION)
        self.assertEqual(host.judge(FALSE_LINK)['type'], 'verdict')  # by the one that runs
        self.kill(host)
        frame = host.judge(PLAIN)
        self.assertEqual((frame['type'], frame['code']), ('error', 'other-version'))
        self.assertIn('restart', frame['words'])
        self.copy(WORKER)
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        self.assertEqual(host.end()[0], 0)

    def test_removed(self):
        """Whoever removes the package is not left with a client that checks nothing and keeps silent."""
        path = self.copy(WORKER)
        host = self.talk(BELLBUOY_WORKER=path)
        plain = host.submit(PLAIN)
        self.assertIsNone(host.settle(plain)['failure'])
        os.unlink(path)
        self.assertTrue(host.judge(FALSE_LINK)['isWarned'])
        self.kill(host)
        frame = host.ask('shown', message=plain, documents=[])
        self.assertEqual((frame['type'], frame['isWarned']), ('verdict', False))
        self.assertIn('failed', frame['failure'])
        frame = host.judge(FALSE_LINK)
        self.assertEqual((frame['type'], frame['code']), ('error', 'no-worker'))
        self.assertIn('bellbuoy-worker', frame['words'])
        header = b'Received: from a.example by mx.provider.example; 1 Jan 2025 09:00:00 +0000\n'
        frame = host.ask('learn', account='thunderbird/profile/account1',
                         messages=[['1', base64.b64encode(header).decode()]])
        self.assertEqual((frame['type'], frame['code']), ('error', 'no-worker'))
        self.assertEqual(host.end()[0], 0)

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
