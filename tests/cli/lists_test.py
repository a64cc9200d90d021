# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of block lists share: a subscription to a list of a server on loopback."""

import os
import struct

import command
from list_server import GOOD, ListServer

FETCHED_AT = 16  # of the file of a table: when it was last known to be the newest
HOUR = 3600  # seconds

MAIL = command.PLAIN.replace('ten?', 'ten? https://www.garden.example/ and {}')


class ListsTest(command.CommandTest):
    def setUp(self):
        super().setUp()
        self.server = ListServer()
        self.server.start()
        self.addCleanup(self.server.stop)
        self.environment = {'XDG_CACHE_HOME': self.folder, 'BELLBUOY_LIST_SERVER': self.server.address,
                            'GSETTINGS_BACKEND': 'memory', 'GIO_USE_PROXY_RESOLVER': 'dummy', 'LC_ALL': 'C.UTF-8'}
        self.words = f'corp urls {self.server.address}/list'
        self.table = os.path.join(self.folder, 'bellbuoy', 'lists', 'corp.sites')

    def lists(self, *words):
        return command.call('lists', '--list', self.words, *words, **self.environment)

    def update(self, page=GOOD):
        self.server.pages['/list'] = page
        return self.lists('update')

    def holds(self, url):
        return self.lists('test', url).status == 1

    def finding(self, url, *words):
        mail = self.write('mail.eml', MAIL.format(url))
        checked, = self.check_json('--list', self.words, *words, mail, **self.environment)
        found = [one for one in checked['findings'] if one['id'] == 'listed']
        return (checked['level'], found[0]) if found else (checked['level'], None)

    def set_fetched(self, when):
        with open(self.table, 'r+b') as file:
            file.seek(FETCHED_AT)
            file.write(struct.pack('<q', int(when)))
