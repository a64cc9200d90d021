# SPDX-License-Identifier: LGPL-2.1-or-later
"""Folders: which files count as mail, what the exit status says of the others, links, Maildirs, the summary."""

import os
import unittest

from command import FALSE_LINK, PLAIN, CommandTest, call, objects

NOTES = 'Milk and bread\n'


class Folders(CommandTest):
    def path(self, name):
        return os.path.join(self.folder, name)

    def names(self, *words):
        result = call('check', '--json', *words)
        return [os.path.relpath(one['path'], self.folder) for one in objects(result) if one['error'] is None]

    def summary(self, *words):
        return call('check', *words).err.splitlines()[-1]


class Status(Folders):
    def test_what_is_no_mail(self):
        """Files beside mail are no errors, unless asked for."""
        self.write('in/a.eml', PLAIN)
        self.write('in/notes.txt', NOTES)
        self.write('in/empty', '')
        self.write('in/b.png', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0')
        result = call('check', self.path('in'))
        self.assertEqual((result.status, result.err),
                         (0, 'bellbuoy: checked: 1, with a warning: 0, not read: 0; not mail: 3\n'))
        strict = call('check', '--strict', self.path('in'))
        self.assertEqual((strict.status, strict.err.count('\n')), (2, 4))
        self.assertEqual(call('check', self.path('in/notes.txt')).status, 2)

    def test_found_wins(self):
        self.write('in/a.eml', FALSE_LINK)
        self.write('in/notes.txt', NOTES)
        missing = self.path('missing')
        for words in ((self.path('in'),), (missing, self.path('in')), (self.path('in'), missing),
                      ('--strict', self.path('in'), missing)):
            self.assertEqual(call('check', *words).status, 1)
        self.assertEqual(call('check', '--fail-on', 'never', self.path('in'), missing).status, 2)

    def test_each_is_an_object(self):
        """Programs get one for each file, mail or not."""
        self.write('in/a.eml', PLAIN)
        self.write('in/notes.txt', NOTES)
        found = objects(call('check', '--json', self.path('in')))
        self.assertEqual([one['error'] for one in found], [None, 'not a mail message: no header field found'])

    def test_summary(self):
        for n in range(3):
            self.write(f'in/{n}.eml', PLAIN)
        self.write('in/x.eml', FALSE_LINK)
        self.assertEqual(self.summary(self.path('in')), 'bellbuoy: checked: 4, with a warning: 1, not read: 0')
        self.assertEqual(self.summary(self.path('in'), self.path('gone')),
                         'bellbuoy: checked: 4, with a warning: 1, not read: 1')
        self.assertEqual(call('check', self.path('in/x.eml')).err, '')
        self.assertEqual(call('check', '--json', self.path('in')).err.count('\n'), 1)

    def test_empty_folder(self):
        os.mkdir(self.path('in'))
        result = call('check', self.path('in'))
        self.assertEqual((result.status, result.out, result.err),
                         (0, '', 'bellbuoy: checked: 0, with a warning: 0, not read: 0\n'))


class Links(Folders):
    def test_loops(self):
        """Each file once, however many paths lead to it."""
        self.write('in/a.eml', PLAIN)
        for n in range(40):
            os.symlink('.', self.path(f'in/loop{n}'))
        os.mkdir(self.path('in/sub'))
        os.symlink('..', self.path('in/sub/up'))
        os.symlink(self.folder, self.path('in/sub/top'))
        for words in ((), ('--follow-links',)):
            self.assertEqual(self.names(*words, self.path('in')), ['in/a.eml'])

    def test_one_file(self):
        self.write('in/b.eml', PLAIN)
        os.link(self.path('in/b.eml'), self.path('in/c.eml'))
        os.symlink('b.eml', self.path('in/a.eml'))
        self.assertEqual(self.names(self.path('in')), ['in/a.eml'])
        self.assertEqual(self.names(self.path('in'), self.path('in')), ['in/a.eml', 'in/a.eml'])

    def test_out_of_the_folder(self):
        self.write('out/a.eml', PLAIN)
        self.write('in/b.eml', PLAIN)
        self.write('inner/c.eml', PLAIN)  # "in" begins its path too
        os.symlink('../out', self.path('in/folder'))
        os.symlink('../out/a.eml', self.path('in/file'))
        os.symlink('../inner/c.eml', self.path('in/near'))
        result = call('check', self.path('in'))
        self.assertEqual((result.status, result.err.count('skipped: a link out of the folder')), (0, 3))
        self.assertEqual(self.names(self.path('in')), ['in/b.eml'])
        self.assertEqual(self.names('--follow-links', self.path('in')), ['in/b.eml', 'in/file', 'in/near'])

    def test_what_is_named_is_followed(self):
        self.write('out/a.eml', PLAIN)
        os.symlink('out', self.path('in'))
        self.assertEqual(self.names(self.path('in')), ['in/a.eml'])


class Maildirs(Folders):
    def maildir(self, name):
        for part in ('cur', 'new', 'tmp'):
            self.write(f'{name}/{part}/1.host:2,S', PLAIN)

    def test_sub_folders(self):
        """Maildir++: sub-folders are hidden folders of the Maildir itself."""
        for name in ('Mail', 'Mail/.Sent', 'Mail/.Junk', 'Mail/.Archive.2024'):
            self.maildir(name)
        self.write('Mail/.Sent/maildirfolder', '')
        self.write('Mail/dovecot-uidlist', '3 V1\n')
        self.write('Mail/.hidden', PLAIN)
        self.write('Mail/.cache/a.eml', PLAIN)
        found = self.names(self.path('Mail'))
        self.assertEqual(sorted({os.path.dirname(name) for name in found}),
                         sorted(f'Mail/{sub}{part}' for sub in ('', '.Sent/', '.Junk/', '.Archive.2024/')
                                for part in ('cur', 'new')))
        self.assertEqual(len(found), 8)

    def test_without_an_inbox(self):
        self.maildir('Mail/.Sent')
        self.assertEqual(len(self.names(self.path('Mail'))), 2)

    def test_without_empty_folders(self):
        """As an archive restores it."""
        self.write('Mail/.Sent/cur/1.host:2,S', PLAIN)
        self.write('Mail/.Junk/new/1.host', PLAIN)
        self.assertEqual(len(self.names(self.path('Mail'))), 2)


class Jobs(Folders):
    def test_same_output(self):
        """Byte for byte, whatever the number of jobs; slow and large mail among quick ones."""
        for n in range(60):
            content = (PLAIN, FALSE_LINK, NOTES)[n % 3]
            self.write(f'in/{n:02}.eml', content + 'word\n' * (200_000 if n % 7 == 0 else 1))
        self.write('in/30-box', ''.join(f'From - Sun Jan 26 09:00:00 2025\n{PLAIN}\n' for _ in range(50)))
        os.mkfifo(self.path('in/05-pipe'))
        for words in (('check',), ('check', '--json')):
            one = call(*words, '-j', '1', self.path('in'), self.path('gone'))
            self.assertEqual(one.status, 1)
            for n in ('2', '7', '0'):
                self.assertEqual(call(*words, '-j', n, self.path('in'), self.path('gone')), one)
            self.assertEqual(call(*words, self.path('in'), self.path('gone')), one)

    def test_numbers(self):
        path = self.write('a.eml', PLAIN)
        for n in ('-1', '65', 'many', ''):
            result = call('check', '--jobs', n, path)
            self.assertEqual((result.status, result.out), (2, ''))
            self.assertEqual(result.err.count('\n'), 1, result.err)


if __name__ == '__main__':
    unittest.main(verbosity=2)
