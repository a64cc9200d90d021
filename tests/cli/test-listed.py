# SPDX-License-Identifier: LGPL-2.1-or-later
"""What `bellbuoy check` makes of block lists."""

import os
import time
import unittest

import command
from list_server import GOOD
from lists_test import HOUR, MAIL, ListsTest


class Verdicts(ListsTest):
    def test_words(self):
        self.update()
        level, found = self.finding('http://phish.example/')
        self.assertEqual((level, found['strength']), ('danger', 'strong'))
        self.assertEqual(found['title'], 'A link opens a blocked site')
        self.assertEqual(found['evidence'], [{'kind': 'actual-host', 'value': 'phish.example'},
                                             {'kind': 'block-list', 'value': 'corp'},
                                             {'kind': 'list-of', 'value': time.strftime('%Y-%m-%d', time.gmtime())}])

    def headlines(self, mail, *words):
        words = ['--list', self.words, *words, self.write('mail.eml', mail)]
        return [self.check_json('--lang', language, *words, **self.environment)[0]['headline']
                for language in ('en', 'ja')]

    def test_headline(self):
        """A list says nothing about the sender; what does comes first."""
        self.update()
        listed, own = MAIL.format('http://phish.example/'), MAIL.format('http://a.example/')
        self.assertEqual(self.headlines(listed), ['A link opens a site on the block list “corp”',
                                                  'ブロックリスト「corp」に載っているサイトへのリンクがあります'])
        self.assertEqual(self.headlines(own, '--block-site', 'a.example'),
                         ['A link opens a site that is blocked in your settings',
                          '設定でブロックされているサイトへのリンクがあります'])
        false = command.FALSE_BRAND.replace('login.phish.test', 'phish.example')
        self.assertEqual(self.headlines(false), ['This message may not be from the sender it names',
                                                 '名乗っている相手からのメールではないおそれがあります'])

    def test_japanese(self):
        self.update()
        told = command.call('check', '--lang', 'ja', '--list', self.words,
                            self.write('mail.eml', MAIL.format('http://phish.example/')), **self.environment)
        self.assertIn('ブロックされたサイトへのリンクがあります', told.out)
        self.assertIn('ブロックリスト', told.out)

    def test_longest_mail(self):
        """Lists take no steps from what judges the sender, nor from the last link."""
        self.update()
        links = ''.join(f'<a href="https://shop.example/{number}">{number}</a>\n' for number in range(9000))
        text = command.PLAIN.replace('Subject:', 'MIME-Version: 1.0\nContent-Type: text/html\nSubject:')
        mail = self.write('long.eml', text + links + '<a href="http://phish.example/">x</a>')
        checked, = self.check_json('--list', self.words, mail, **self.environment)
        self.assertEqual([found['id'] for found in checked['findings'] if found['id'] in ('listed', 'unread-content')],
                         ['listed'])

    def test_other_site(self):
        self.update()
        self.assertEqual(self.finding('https://shop.example/'), ('none', None))

    def test_old_list(self):
        self.update()
        self.set_fetched(time.time() - 47 * HOUR)
        self.assertEqual(self.finding('http://phish.example/')[0], 'danger')
        self.set_fetched(time.time() - 49 * HOUR)
        level, found = self.finding('http://phish.example/')
        self.assertEqual((level, found['strength']), ('none', 'note'))

    def test_own_sites(self):
        self.update()
        self.assertEqual(self.finding('http://phish.example/', '--allow-site', 'phish.example'), ('none', None))
        self.assertEqual(self.finding('http://phish.example/', '--own-domain', 'phish.example'), ('none', None))
        self.assertEqual(self.finding('http://a.example/x/y', '--block-site', 'a.example/x')[0], 'danger')
        told = command.call('check', '--block-site', 'com', self.write('mail.eml', MAIL), **self.environment)
        self.assertEqual(told.status, 2)

    def test_nothing_is_asked(self):
        self.update()
        self.server.asked.clear()
        self.finding('http://phish.example/')
        self.assertEqual(self.server.asked, [])

    def test_administrators_folder(self):
        """`--folder` keeps the list for others; without it the reader's own stays as it was."""
        folder = os.path.join(self.folder, 'all')
        self.server.pages['/list'] = GOOD
        self.assertEqual(self.lists('update', '--folder', folder).status, 0)
        self.assertEqual((os.listdir(folder), os.path.exists(self.table)), (['corp.sites'], False))


if __name__ == '__main__':
    unittest.main()
