# SPDX-License-Identifier: LGPL-2.1-or-later
"""bellbuoy-host as Thunderbird starts it, and the frames that go to and fro, held to the schema in both directions."""

import base64
import itertools
import json
import os
import select
import shutil
import struct
import subprocess
import tempfile
import time
import unittest

import jsonschema

PROGRAM = os.environ['BELLBUOY_HOST']
SCHEMA_PATH = os.environ['PROTOCOL_SCHEMA']
PIECE = 288 * 1024
PATIENCE = 120  # seconds; machines are slow at times
MAX_ANSWER = 1024 * 1024 - 4096

FALSE_LINK = b"""\
Received: from smtp.other.example (unknown [203.0.113.7])
\tby mx.provider.example (Postfix) with ESMTP id 1
\tfor <reader@provider.example>; Sun, 26 Jan 2025 09:00:00 +0900
From: Bank <info@bank.example>
To: reader@provider.example
Subject: Your account
Message-ID: <account@bank.example>
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8

<p><a href="https://login.phish.test/update/">https://www.bank-site.com/login</a> <a href="https://fine.test/">fine</a></p>
"""

PLAIN = b"From: a@people.example\nTo: b@provider.example\nSubject: x\nDate: Sun, 26 Jan 2025 09:00:00 +0900\n\nhello\n"


def with_attachment(megabytes):
    """FALSE_LINK with an attachment of that size."""
    head, body = FALSE_LINK.replace(b'text/html; charset=UTF-8', b'multipart/mixed; boundary=x').split(b'\n\n', 1)
    attachment = (b'QUJD' * 19 + b'\n') * (megabytes * 1024 * 1024 // 77)
    return (head + b'\n\n--x\nContent-Type: text/html\n\n' + body
            + b'\n--x\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n' + attachment
            + b'--x--\n')


def read_schema():
    """A validator for each type of frame: with "oneOf" a fault would only say that nothing fits."""
    with open(SCHEMA_PATH, encoding='utf-8') as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    directions = {}
    for direction in ('to-host', 'to-extension'):
        directions[direction] = {}
        for reference in schema['$defs'][direction]['oneOf']:
            name = reference['$ref'].rsplit('/', 1)[1]
            kind = schema['$defs'][name]['properties']['type']
            for word in kind.get('enum', [kind.get('const')]):
                directions[direction][word] = jsonschema.Draft202012Validator(
                    {'$defs': schema['$defs'], '$ref': f'#/$defs/{name}'})
    return directions


SCHEMA = read_schema()


def check(direction, frame):
    SCHEMA[direction][frame['type']].validate(frame)


def pack(frame):
    text = frame if isinstance(frame, bytes) else json.dumps(frame).encode()
    return struct.pack('=I', len(text)) + text


class Gone(Exception):
    """The host has ended."""


class Host:
    """A running host, without any greeting yet; `wrapper` comes before its command."""

    def __init__(self, home, wrapper=(), **environment):
        self.ids = itertools.count(1)
        self.buffer = b''
        self.later = []  # frames that came while another was waited for
        settings = {'GSETTINGS_BACKEND': 'keyfile', 'HOME': home, 'XDG_CONFIG_HOME': home + '/config',
                    'XDG_DATA_HOME': home + '/data', 'LC_ALL': 'C.UTF-8', 'DBUS_SESSION_BUS_ADDRESS': 'disabled:',
                    'BELLBUOY_RDAP_SERVER': 'http://127.0.0.1:1'}  # no registry is asked
        settings.update(environment)
        given = {**os.environ, **{name: value for name, value in settings.items() if value is not None}}
        for name in (name for name, value in settings.items() if value is None):
            given.pop(name, None)
        self.process = subprocess.Popen([*wrapper, PROGRAM, '/manifest.json', 'bellbuoy@bellbuoy.org'], env=given,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def write(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise Gone from error

    def send(self, frame):
        check('to-host', frame)
        self.write(pack(frame))

    def read(self, seconds=PATIENCE):
        """The next frame; None if none comes in time."""
        text = self.read_text(seconds)
        if text is None:
            return None
        frame = json.loads(text.decode('utf-8'))
        check('to-extension', frame)
        return frame

    def read_text(self, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while len(self.buffer) < 4 or len(self.buffer) < 4 + struct.unpack('=I', self.buffer[:4])[0]:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            if not ready:
                return None
            data = os.read(self.process.stdout.fileno(), 1024 * 1024)
            if not data:
                raise Gone
            self.buffer += data
        length = struct.unpack('=I', self.buffer[:4])[0]
        text = self.buffer[4:4 + length]
        self.buffer = self.buffer[4 + length:]
        assert length <= MAX_ANSWER, length
        return text

    def wait(self, wanted, seconds=PATIENCE):
        """The first frame for which `wanted (frame)` holds, also of those that were passed over before."""
        for frame in self.later:
            if wanted(frame):
                self.later.remove(frame)
                return frame
        end = time.monotonic() + seconds
        while True:
            frame = self.read(max(0, end - time.monotonic()))
            assert frame is not None, 'nothing came'
            if wanted(frame):
                return frame
            self.later.append(frame)

    def answer(self, number, seconds=PATIENCE):
        return self.wait(lambda frame: frame['id'] == number, seconds)

    def ask(self, kind, **members):
        number = next(self.ids)
        self.send({'type': kind, 'id': number, **members})
        return self.answer(number)

    def greet(self, language='en', **members):
        return self.ask('hello', protocol=1, version='0', language=language, **members)

    def submit(self, message, context=None, number=None, piece=PIECE, **members):
        """Sends a message in pieces; gives its id."""
        number = number or next(self.ids)
        pieces = [message[start:start + piece] for start in range(0, len(message), piece)] or [b'']
        for part, data in enumerate(pieces):
            first = {'context': context, **members} if part == 0 else {}
            self.send({'type': 'message', 'id': number, 'part': part, 'last': part == len(pieces) - 1,
                       'data': base64.b64encode(data).decode(), **first})
        return number

    def write_text(self, number, part, text, last=True):
        """A piece as it is given, also one that no extension sends."""
        self.write(pack({'type': 'message', 'id': number, 'part': part, 'last': last, 'data': text}))

    def write_piece(self, number, part, last, data):
        self.write_text(number, part, base64.b64encode(data).decode(), last)

    def write_frame(self, frame):
        """One that no extension sends."""
        self.write(pack(frame))

    def ask_again(self, message, **members):
        number = next(self.ids)
        self.send({'type': 'again', 'id': number, 'message': message, **members})
        return self.settle(number)

    def next_id(self):
        return next(self.ids)

    def memory(self):
        """What it has in memory, in megabytes; under a sanitizer that tells nothing of it."""
        if os.environ.get('SANITIZED'):
            return 0
        with open(f'/proc/{self.process.pid}/status', encoding='ascii') as file:
            return next(int(line.split()[1]) for line in file if line.startswith('VmRSS:')) // 1024

    def settle(self, number, seconds=PATIENCE):
        """The last verdict on a message, or the error."""
        while True:
            frame = self.answer(number, seconds)
            if not frame.get('more'):
                return frame

    def judge(self, message, **members):
        return self.settle(self.submit(message, **members))

    def end(self):
        """Closes the standard input; the exit status and what stands on standard error."""
        self.process.stdin.close()
        status = self.process.wait(PATIENCE)
        return status, self.process.stderr.read().decode()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                stream.close()
            except BrokenPipeError:
                pass


class HostTest(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix='bellbuoy-host-')
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)

    def write_policy(self, policy):
        """The machine's policy file for BELLBUOY_POLICY_ROOT=self.home, a text or what JSON is made of, replaced as an
        editor does."""
        path = os.path.join(self.home, 'etc', 'bellbuoy', 'policy.json')
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + '~', 'w', encoding='utf-8') as file:
            file.write(policy if isinstance(policy, str) else json.dumps(policy))
        os.replace(path + '~', path)

    def start(self, **environment):
        """Without a greeting."""
        host = Host(self.home, **environment)
        self.addCleanup(host.kill)
        return host

    def talk(self, language='en', **environment):
        host = self.start(**environment)
        host.greet(language)
        return host

    def assert_ends_well(self, host):
        self.assertEqual(host.end(), (0, ''))
