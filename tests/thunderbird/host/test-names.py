# SPDX-License-Identifier: LGPL-2.1-or-later
"""The native program and the extension know each other by the same names, wherever these stand."""

import json
import os
import re
import unittest

ROOT = os.path.join(os.environ['SOURCE_ROOT'], 'plugin', 'thunderbird')


def read(*names):
    with open(os.path.join(ROOT, *names), encoding='utf-8') as file:
        return file.read()


class Names(unittest.TestCase):
    def test_names(self):
        host = json.loads(read('host', 'org.bellbuoy.host.json.in'))
        extension = json.loads(read('manifest.json.in'))['browser_specific_settings']['gecko']['id']
        self.assertEqual(host['allowed_extensions'], [extension])
        port = read('background', 'port.js')
        self.assertIn(f'"{host["name"]}"', port)
        protocol = read('PROTOCOL.md')
        self.assertIn(f'`{host["name"]}`', protocol)
        self.assertIn(f'`{extension}`', protocol)

    @staticmethod
    def schema():
        return json.loads(read('protocol.schema.json'))['$defs']

    def test_number(self):
        """Of the protocol."""
        numbers = {
            'PROTOCOL.md': re.search(r'^# .* protocol (\d+)$', read('PROTOCOL.md'), re.MULTILINE)[1],
            'port.js': re.search(r'PROTOCOL = (\d+);', read('background', 'port.js'))[1],
            'host': re.search(r'#define PROTOCOL (\d+)', read('host', 'host-request-settings.c'))[1],
            'schema': str(self.schema()['hello']['properties']['protocol']['const']),
        }
        self.assertEqual(len(set(numbers.values())), 1, numbers)


unittest.main()
