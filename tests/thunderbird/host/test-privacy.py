# SPDX-License-Identifier: LGPL-2.1-or-later
"""With lookups off nothing leaves the machine: all fixtures are judged in a network namespace of their own, and the
native program and what it starts make no socket but those of the AF_UNIX family."""

import os
import pathlib
import sys
import unittest

from frames import HostTest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / 'net'))

from socket_trace import SocketTrace  # noqa: E402 pylint: disable=wrong-import-position

DATA = pathlib.Path(os.environ['TEST_DATA'])


class Privacy(HostTest):
    def setUp(self):
        super().setUp()
        self.trace = SocketTrace(self)

    def look_at(self, host, path):
        """As a reader does who opens the message, then the details, and asks where it can be reported."""
        verdict = host.judge(path.read_bytes())
        if verdict['type'] == 'error':
            return
        host.ask('details', message=verdict['id'])
        host.ask('report')
        self.assertFalse(verdict['canLookUp'])

    def test_all_fixtures(self):
        host = self.talk(wrapper=self.trace.prefix)
        paths = sorted(DATA.rglob('*.eml'))
        self.assertGreater(len(paths), 300)
        for path in paths:
            self.look_at(host, path)
        host.end()
        self.assertEqual(self.trace.families() - {'AF_UNIX'}, set())

    def test_it_would_be_seen(self):
        """What the reader asks for finds nobody there."""
        host = self.talk(wrapper=self.trace.prefix)
        host.ask('set', key='lookups', value='on-request')
        verdict = host.judge((DATA / 'samples/1-ekinet.eml').read_bytes())
        number = host.next_id()
        host.send({'type': 'verify', 'id': number, 'message': verdict['id']})
        host.settle(number)
        host.end()
        self.assertIn('AF_INET', self.trace.families())


unittest.main()
