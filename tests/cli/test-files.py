# SPDX-License-Identifier: LGPL-2.1-or-later
"""Files that are none, that change or that cannot be opened: a clear word, never a hang and never a crash."""

import json
import os
import re
import resource
import socket
import subprocess
import threading
import unittest

from command import FALSE_LINK, PLAIN, PROGRAM, CommandTest

SEPARATOR = 'From hanako@people.example Sun Jan 26 09:00:00 2025\n'
LIMIT = 20  # seconds; nothing here takes two


def run(*words, **keywords):
    return subprocess.run([PROGRAM, 'check', *words], capture_output=True, text=True, timeout=LIMIT, check=False,
                          **keywords)


def few(n):
    """What a child does first, so that it has no more than @n descriptors."""
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (n, n))


class Files(CommandTest):
    def subjects(self, *words, **keywords):
        done = run('--json', '--fail-on', 'never', *words, **keywords)
        return [found.get('subject', found['error']) for found in objects_of(done)], done

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_pipe_in_a_folder(self):
        os.mkfifo(self.path('a-pipe'))
        self.write('b.eml', PLAIN)
        subjects, done = self.subjects(self.folder)
        self.assertEqual((subjects, done.returncode), (['Sunday'], 0))
        self.assertIn('a-pipe: skipped', done.stderr)

    def test_socket(self):
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(self.path('a-socket'))
            self.write('b.eml', PLAIN)
            subjects, done = self.subjects(self.folder)
            self.assertEqual((subjects, done.returncode), (['Sunday'], 0))
            self.assertIn('a-socket: skipped', done.stderr)
            self.assertEqual(run(self.path('a-socket')).returncode, 2)

    def test_device(self):
        for path in ('/dev/zero', '/dev/null', '/dev/tty'):
            done = run(path)
            self.assertEqual(done.returncode, 2)
            self.assertIn('neither a file nor a folder', done.stderr)
        os.symlink('/dev/zero', self.path('endless.eml'))
        done = run(self.folder)
        self.assertEqual((done.returncode, done.stdout), (0, ''))
        self.assertIn('endless.eml: skipped', done.stderr)
        self.assertEqual(run('--contacts', '/dev/zero', self.write('a.eml', PLAIN)).returncode, 2)

    def test_named_pipe(self):
        os.mkfifo(self.path('pipe'))
        done = run(self.path('pipe'))
        self.assertEqual(done.returncode, 2)
        self.assertIn('nothing writes to this pipe', done.stderr)

        writer = threading.Thread(target=lambda: self.write('pipe', PLAIN))
        writer.start()
        subjects, done = self.subjects(self.path('pipe'))
        writer.join(LIMIT)
        self.assertEqual((subjects, done.returncode), (['Sunday'], 0))

    def test_process_substitution(self):
        path = self.write('a.eml', PLAIN)
        for writer in (f'cat {path}', f'sleep 0.2; cat {path}', f'head -c 20 {path}; sleep 0.2; tail -c +21 {path}'):
            done = subprocess.run(['bash', '-c', f'"{PROGRAM}" check --json <({writer})'], capture_output=True,
                                  text=True, timeout=LIMIT, check=False)
            self.assertEqual([found['subject'] for found in objects_of(done)], ['Sunday'], done.stderr)

    def test_standard_input(self):
        subjects, done = self.subjects('-', input=PLAIN)
        self.assertEqual((subjects, done.returncode), (['Sunday'], 0))
        folder = os.open(self.folder, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        self.assertEqual(run('-', stdin=folder).returncode, 2)

    def test_links_to_folders(self):
        os.symlink('.', self.path('a'))
        os.symlink('.', self.path('b'))
        os.symlink(self.folder, self.path('c'))
        self.write('in/d.eml', PLAIN)
        subjects, done = self.subjects(self.folder)
        self.assertEqual((subjects, done.returncode), (['Sunday'], 0))
        self.assertNotIn('skipped', done.stderr)
        self.assertEqual(self.subjects(self.path('a/in'))[0], ['Sunday'])
        os.symlink(self.path('in'), self.path('named'))
        self.assertEqual(self.subjects(self.path('named'))[0], ['Sunday'], 'what is named is followed')

    def test_links_to_files(self):
        os.mkdir(self.path('in'))
        os.symlink(self.write('a.eml', PLAIN), self.path('in/link.eml'))
        os.symlink('nowhere', self.path('in/dangling.eml'))
        subjects, done = self.subjects(self.path('in'))
        self.assertEqual(done.returncode, 2)
        self.assertEqual(subjects, ['No such file or directory'])
        self.assertIn('link.eml: skipped: a link out of the folder', done.stderr)
        self.assertEqual(self.subjects('--follow-links', self.path('in'))[0], ['No such file or directory', 'Sunday'])

    def test_file_that_shrinks(self):
        """The half that is left is judged, or the whole; SIGBUS ended the process where it was mapped."""
        path = self.write('large.eml', PLAIN + 'word\n' * 8_000_000)
        process = subprocess.Popen([PROGRAM, 'check', '--json', path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        os.truncate(path, 5000)
        out, err = process.communicate(timeout=LIMIT)
        self.assertEqual(process.returncode, 0, err)
        self.assertIn(b'"subject":"Sunday"', out)

    def test_no_descriptor_left(self):
        """All that comes in by standard input is judged; what would have to be opened is told of."""
        path = self.write('a.eml', PLAIN)
        # a search for leaks opens files at the end
        options = dict(os.environ, ASAN_OPTIONS=os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0')
        words = [PROGRAM, 'check', '--json', '--in-process', '--fail-on', 'never', '-', path, self.folder]
        with subprocess.Popen(words, env=options, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            process.stdin.write((SEPARATOR + PLAIN + '\n' + SEPARATOR + PLAIN + 'x' * 2_000_000).encode())
            process.stdin.flush()  # the program has begun to read
            resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (3, 3))
            out, err = process.communicate(timeout=LIMIT)
        found = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(process.returncode, 2, err)
        self.assertEqual([one['error'] is None for one in found], [True, True, False, False])
        self.assertEqual(err.count(b'Too many open files'), 2, err)

    def test_few_descriptors(self):
        self.write('in/a.eml', PLAIN)
        self.write('in/b.eml', FALSE_LINK)
        self.write('in/jis.eml', PLAIN.replace('Message-ID', 'MIME-Version: 1.0\nContent-Type: text/plain; '
                                               'charset=iso-2022-jp\nMessage-ID'))
        for n in range(4, 9):
            with self.subTest(n=n):
                words = ['--no-settings'] if n == 4 else []  # these need one
                subjects, done = self.subjects(*words, '--in-process', self.path('in'), preexec_fn=few(n))
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(len(subjects), 3)

    def test_few_descriptors_for_the_worker(self):
        """A process for a message needs some; where there are none, each message says so."""
        for name in 'ab':
            self.write(f'in/{name}.eml', PLAIN)
        for n, status in (20, 0), (6, 2):
            with self.subTest(n=n):
                subjects, done = self.subjects('-j', '1', self.path('in'), preexec_fn=few(n))
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertEqual(subjects, ['Sunday' if status == 0 else
                                            'the system has no process, file or memory left for it'] * 2)

    def test_large_address_book(self):
        """A picture in a card is one line, folded 40,000 times."""
        picture = 'x' * 74 + ('\r\n ' + 'x' * 74) * 40000
        book = self.write('book.vcf', f'BEGIN:VCARD\r\nFN:Han\r\n ako Yamada\r\nPHOTO:{picture}\r\n'
                          'EMAIL:hanako@people.example\r\nEND:VCARD\r\n')
        mail = self.write('a.eml', PLAIN.replace('Hanako <hanako@people.example>', 'Hanako Yamada <x@evil.example>'))
        found = self.subjects('--contacts', book, mail)[1].stdout
        self.assertIn('contact-impersonation', found)

    def test_deep_folders(self):
        """Deeper than a path can be long; made by an archive."""
        here = os.getcwd()
        self.addCleanup(os.chdir, here)
        os.chdir(self.folder)
        for _ in range(60):
            os.mkdir('x' * 100)
            os.chdir('x' * 100)
        os.chdir(self.folder)
        self.write('y.eml', PLAIN)
        subjects, done = self.subjects(self.folder)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(subjects, ['File name too long', 'Sunday'])

    def test_file_without_an_end(self):
        path = '/proc/kmsg'
        if not os.access(path, os.R_OK):
            self.skipTest(f'{path} cannot be read')
        self.assertIn(run(path).returncode, (0, 1, 2))

    def test_output_is_full(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, 'check', self.write('a.eml', PLAIN)], stdout=full, stderr=subprocess.PIPE,
                                  text=True, timeout=LIMIT, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn('standard output: No space left', done.stderr)

    def test_mbox(self):
        """Cut at every separator, wherever the blocks end in which it is read."""
        sizes = [0, 1, 900, 1023 * 1024, 1024 * 1024 - 500, 3 * 1024 * 1024] + [1024 * 1024 // 7] * 20
        for newline in ('\n', '\r\n'):
            text = (SEPARATOR + PLAIN.replace('Sunday', f'no. {n}') + 'x' * 70 + '\n' + 'word\n' * (size // 5)
                    for n, size in enumerate(sizes))
            path = self.write('box', '\n'.join(text).replace('\n', newline))
            subjects, done = self.subjects(path)
            self.assertEqual((subjects, done.returncode), ([f'no. {n}' for n in range(len(sizes))], 0))
            with open(path, 'rb') as file:
                self.assertEqual(self.subjects('-', stdin=file)[0], subjects)

    def test_from_in_a_text(self):
        text = SEPARATOR + PLAIN + '\nFrom here on it rains.\n\nFrom: no separator\nFrom a@b.example 10:00\n'
        self.assertEqual(self.subjects(self.write('box', text))[0], ['Sunday'])


class HostileNames(CommandTest):
    """No name of a file and no option makes a terminal do something, or a line that is not ours."""

    NAMES = ['\033[2J.eml', 'a\nbellbuoy: b: fine\n.eml', 'c\rDanger.eml', '\u009b31m.eml', '\u202egpj.eml',
             'e\u2028f.eml', '\x07\x08.eml', 'g\u200bh.eml', '\U000e0061.eml', '-\033c', 'i\udcffj.eml', 'k  l.eml']
    FORBIDDEN = re.compile('[\0-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff'
                           '\U000e0000-\U000e0fff]')

    def assert_clean(self, done, *lines):
        for text in (done.stdout.decode(), done.stderr.decode()):
            self.assertIsNone(self.FORBIDDEN.search(text), repr(text))
            for line in text.splitlines():
                self.assertTrue(line == '' or line.startswith(lines), repr(text))

    def run_in(self, *words):
        return subprocess.run([PROGRAM, *words], capture_output=True, timeout=LIMIT, check=False, cwd=self.folder)

    def test_read(self):
        for name in self.NAMES:
            self.write(name, PLAIN)
            self.write('box/' + name, SEPARATOR + PLAIN + '\n' + SEPARATOR + PLAIN)
        done = self.run_in('check', self.folder)
        self.assert_clean(done, self.folder, 'No warning', '  ', 'bellbuoy: checked: 36,')
        self.assertEqual(done.stdout.count(self.folder.encode()), 3 * len(self.NAMES))
        self.assertIn(b'/\\u001b[2J.eml\n', done.stdout)
        self.assertIn(b'/k  l.eml\n', done.stdout)
        self.assert_clean(self.run_in('check', '--json', self.folder), '{"schema":1,', 'bellbuoy: checked: 36,')

    def test_unreadable(self):
        for name in self.NAMES:
            for words in (['check', '--', name], ['check', '--json', '--', name], ['check', '--contacts', name, 'a'],
                          ['check', '--trusted-host', name, 'a'], ['check', '--fail-on', name, 'a'],
                          ['check', '--' + name], ['checks', '--' + name], ['url', '--' + name], [name],
                          ['check', '--lang', name, 'missing'], ['help', name]):
                with self.subTest(words=words):
                    done = self.run_in(*words)
                    self.assertEqual(done.returncode, 2)
                    self.assert_clean(done, 'bellbuoy: ', '{"schema":1,', 'Usage:', '  ')

    def test_left_out(self):
        for name in self.NAMES:
            os.mkfifo(os.path.join(self.folder, name))
        done = self.run_in('check', self.folder)
        self.assert_clean(done, 'bellbuoy: ')
        self.assertEqual(done.stderr.count(b'skipped'), len(self.NAMES))


def objects_of(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


unittest.main(verbosity=2)
