# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command as a person calls it: a folder of mail for each test, and what came of a call."""

import collections
import json
import os
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ['BELLBUOY']

Result = collections.namedtuple('Result', 'status out err')

PLAIN = """\
From: Hanako <hanako@people.example>
To: Reader <reader@provider.example>
Subject: Sunday
Date: Sun, 26 Jan 2025 09:00:00 +0900
Message-ID: <sunday@people.example>

Shall we meet at ten?
"""

FALSE_LINK = """\
Received: from smtp.other.example (unknown [203.0.113.7])
\tby mx.provider.example (Postfix) with ESMTP id 1
\tfor <reader@provider.example>; Sun, 26 Jan 2025 09:00:00 +0900
From: Bank <info@bank.example>
To: reader@provider.example
Subject: Your account
Date: Sun, 26 Jan 2025 09:00:00 +0900
Message-ID: <account@bank.example>
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8

<p><a href="https://login.phish.test/update/">https://www.bank-site.com/login</a></p>
"""

# The same with a brand in it that is registered: no doubt is left.
# Two things that do not fit, neither of them a proof.
DOUBTFUL = '''\
From: Office <office@firm.example>
To: reader@provider.example
Reply-To: someone.else@gmail.com
Subject: Hello
Message-ID: <doubtful@firm.example>
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8

<form action="https://www.firm.example/"><input type="password" name="p"></form>
'''

FALSE_BRAND = (FALSE_LINK.replace('info@bank.example', 'member@eki-net.com')
               .replace('www.bank-site.com', 'www.eki-net.com'))


def call(*words, data=b'', **environment):
    """Runs `bellbuoy WORDS…`; the keywords are environment variables, None takes one away."""
    env = {**os.environ, **environment}
    env = {name: value for name, value in env.items() if value is not None}
    done = subprocess.run([PROGRAM, *words], input=data, capture_output=True, env=env, timeout=120, check=False)
    return Result(done.returncode, done.stdout.decode('utf-8', 'replace'), done.stderr.decode('utf-8', 'replace'))


def objects(result):
    return [json.loads(line) for line in result.out.splitlines()]


class CommandTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def check_json(self, *words, **keywords):
        return objects(call('check', '--json', *words, **keywords))
