# SPDX-License-Identifier: LGPL-2.1-or-later
"""For every fixture: what a lookup asks, counted at the servers that are asked, is what its words promise before; no
more, and in the end no less. The servers are stand-ins on loopback, which know nothing."""

import ipaddress
import os
import pathlib
import re
import sys
import unittest

from frames import HostTest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / 'net'))

from name_server import NameServer  # noqa: E402 pylint: disable=wrong-import-position
from registry import Registry  # noqa: E402 pylint: disable=wrong-import-position

DATA = pathlib.Path(os.environ['TEST_DATA'])
REGISTERED = re.compile(r'who registered (\S+?)(?: \(\S+\))?, and when')
SENDER = re.compile(r'asks the name servers of (\S+?)(?: \(\S+\))? for its policy')
SERVER = re.compile(r'the name of the sending server, ([0-9a-fA-F.:]+)\.$')


def find_all(pattern, sentences):
    return [found.group(1) for found in map(pattern.search, sentences) if found]


def as_asked(domain):
    """A-labels, as a server is asked for them."""
    return domain.encode('idna').decode().lower()


class Promise(HostTest):
    def setUp(self):
        super().setUp()
        self.names = NameServer({})
        self.names.start()
        self.registry = Registry({})
        self.registry.start()
        self.addCleanup(self.registry.stop)
        self.host = self.talk(BELLBUOY_DNS_SERVER=self.names.address, BELLBUOY_RDAP_SERVER=self.registry.address)
        self.host.ask('set', key='lookups', value='on-request')

    def look_up(self, path):
        """What is promised, and then asked, of a registry and of name servers."""
        verdict = self.host.judge(path.read_bytes())
        if not verdict.get('canLookUp'):
            return None
        promised = self.host.ask('details', message=verdict['id'])['questions']
        self.assertEqual((self.registry.asked, self.names.asked), ([], []), path)
        number = self.host.next_id()
        self.host.send({'type': 'verify', 'id': number, 'message': verdict['id']})
        self.host.settle(number)
        asked = list(self.registry.asked), list(self.names.asked)
        self.registry.asked.clear()
        self.names.asked.clear()
        return promised, *asked

    def assert_promised(self, name, promised):
        """Of name servers: below the domain that is named, or the reverse name of the address that is."""
        below = [as_asked(domain) for domain in find_all(SENDER, promised)]
        exactly = [ipaddress.ip_address(address).reverse_pointer for address in find_all(SERVER, promised)]
        self.assertTrue(name.lower() in exactly or any(f'.{name.lower()}'.endswith('.' + domain) for domain in below),
                        f'{name}: {promised}')

    def test_all_fixtures(self):
        promised_domains, asked_domains, n_names = set(), set(), 0
        for path in sorted(DATA.rglob('*.eml')):
            found = self.look_up(path)
            if found is None:
                continue
            promised, domains, names = found
            with self.subTest(path=path.name):
                here = {as_asked(domain) for domain in find_all(REGISTERED, promised)}
                asked = {question.removeprefix('/domain/') for question in domains}
                self.assertLessEqual(asked, here)
                self.assertEqual(len(asked), len(domains))  # none twice
                for name in names:
                    self.assert_promised(name, promised)
                promised_domains |= here
                asked_domains |= asked
                n_names += len(names)
        self.assertEqual(asked_domains, promised_domains)
        self.assertGreater(len(asked_domains), 50)
        self.assertGreater(n_names, 50)


unittest.main()
