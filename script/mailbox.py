# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the scripts share that measure the memory: a mailbox in the order of its receipt, and the program's commands."""

import contextlib
import email
import email.utils
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

HEADER_BYTES = 1 << 16


def list_mail(folder):
    return sorted(path for path in pathlib.Path(folder).rglob('*') if path.is_file() and not path.name.startswith('.'))


def read_header(path):
    with open(path, 'rb') as stream:
        return email.message_from_bytes(stream.read(HEADER_BYTES))


def sender_of(path):
    """From's domain."""
    address = email.utils.parseaddr(str(read_header(path).get('From', '')))[1]
    return address.rpartition('@')[2].lower()


def server_of(path):
    """Whose name the newest results bear; empty if there are none."""
    name = str(read_header(path).get('Authentication-Results', '')).partition(';')[0].split()
    return name[0] if name and '=' not in name[0] else ''


def received_at(path):
    """When the newest server took the message, in seconds; the sender's date is his own."""
    header = read_header(path)
    newest = str((header.get_all('Received') or [''])[0])
    date = email.utils.parsedate_tz(re.sub(r'\([^()]*\)', '', newest.rpartition(';')[2]).strip()) \
        or email.utils.parsedate_tz(re.sub(r'\s+', ' ', newest.rpartition('; ')[2]))
    return email.utils.mktime_tz(date) if date else 0


def in_order(folder):
    return sorted(list_mail(folder), key=lambda path: (received_at(path), str(path)))


def findings_of(verdict):
    """Notes are not among them."""
    return {finding['id']: finding['strength'] for finding in verdict['findings'] if finding['strength'] != 'note'}


class Memory:
    """The program with a memory of its own, which is gone at the end."""

    def __init__(self, program, options=()):
        self.program = program
        self.options = options
        self.folder = tempfile.mkdtemp(prefix='bellbuoy-')
        self.file = os.path.join(self.folder, 'memory.db')
        self.learn(self.folder)  # of nothing: makes the file

    def __enter__(self):
        return self

    def __exit__(self, *error):
        for name in os.listdir(self.folder):
            os.unlink(os.path.join(self.folder, name))
        os.rmdir(self.folder)

    def run(self, *words):
        return subprocess.run([str(word) for word in (self.program, *words)], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False).stdout

    def learn(self, *paths):
        servers = [option for option in self.options if option.startswith('--trusted-host=')]
        self.run('learn', f'--memory={self.file}', '--account=local', *servers, *paths)

    def learn_mailbox(self, folder):
        """Learns all of it; the verdicts. Where it is too little to teach which server received it, the one that the
        results name is taken for configured."""
        self.learn(folder)
        verdicts = self.judge(*list_mail(folder))
        unread = [verdict for verdict in verdicts if verdict['authentication']['unread'] == 'below-an-assumed-server']
        servers = sorted({name for name in (server_of(verdict['path']) for verdict in unread) if name})
        if not servers:
            return verdicts
        self.options = (*self.options, *(f'--trusted-host={name}' for name in servers))
        self.learn(folder)
        return self.judge(*list_mail(folder))

    def judge(self, *paths, with_memory=True):
        """The verdicts on all that is mail. Without the program that reads it, all figures would be 0."""
        memory = (f'--memory={self.file}', '--account=local') if with_memory else ()
        output = self.run('check', '--json', '--fail-on=never', '--no-learn', *memory, *self.options, *paths)
        found = [json.loads(line) for line in output.splitlines()]
        why = next((one['error'] for one in found if 'bellbuoy-worker' in (one.get('error') or '')), None)
        if why:
            sys.exit(f'{self.program}: {why}')
        return [verdict for verdict in found if not verdict.get('error')]

    def list_senders(self):
        """The rows of `bellbuoy memory export` about senders."""
        rows = map(json.loads, self.run('memory', f'--memory={self.file}', 'export').splitlines())
        return [row for row in rows if 'sender' in row]

    def copy_servers(self, other):
        """Makes this the memory of @other without its senders."""
        with contextlib.closing(sqlite3.connect(other.file)) as source, \
                contextlib.closing(sqlite3.connect(self.file)) as target:
            source.backup(target)
            target.executescript('DELETE FROM sender; DELETE FROM name;')

    def forget_servers(self):
        """For mail that other servers received."""
        self.options = tuple(option for option in self.options if not option.startswith('--trusted-host='))
        with contextlib.closing(sqlite3.connect(self.file)) as database:
            database.executescript('DELETE FROM side;')
