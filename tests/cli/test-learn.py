# SPDX-License-Identifier: LGPL-2.1-or-later
"""What `bellbuoy check` learns from the mail that it is given, before it analyses any of it."""

import base64
import json
import os
import unittest

from command import CommandTest, call, objects

# A server that writes its results right below its own line, where a sender may write as well.
MAIL = """\
Received: from out.shop{number}.example (out.shop{number}.example [{address}])
\tby mx.provider.example (Postfix) with ESMTPS id 1
\tfor <reader@provider.example>; {day} Jan 2025 09:00:00 +0000
Authentication-Results: {server}; dkim=pass header.d=shop{number}.example; dmarc=pass header.from=shop{number}.example
From: Shop <news@shop{number}.example>
To: reader@provider.example
Subject: News
Date: {day} Jan 2025 09:00:00 +0000
Message-ID: <{number}@shop.example>

News.
"""

ENOUGH = 20


def mail(number, server='mx.provider.example', networks=10):
    return MAIL.format(number=number, server=server, day=1 + number % 9, address=f'198.{number % networks}.100.7')


class Learning(CommandTest):
    def states(self, *words):
        found = self.check_json(*words)
        return {(one['authentication']['state'], one['authentication']['assumed']) for one in found}

    def box(self, n=ENOUGH, name='mail', **keywords):
        for number in range(n):
            self.write(f'{name}/{number:02}.eml', mail(number, **keywords))
        return os.path.join(self.folder, name)

    def test_folder(self):
        self.assertEqual(self.states(self.box()), {('pass', False)})

    def test_files_of_one_folder(self):
        folder = self.box()
        self.assertEqual(self.states(*[os.path.join(folder, name) for name in os.listdir(folder)]), {('pass', False)})

    def test_folders_of_one_account(self):
        self.box(ENOUGH // 2, 'account/a')
        for number in range(ENOUGH // 2, ENOUGH):
            self.write(f'account/b/{number}.eml', mail(number))
        self.assertEqual(self.states(os.path.join(self.folder, 'account')), {('pass', False)})

    def test_mbox(self):
        separator = 'From someone@people.example Sun Jan 26 09:00:00 2025\n'
        path = self.write('box', '\n'.join(separator + mail(number) for number in range(ENOUGH)))
        self.assertEqual(self.states(path), {('pass', False)})

    def test_contacts_of_a_pipe(self):
        """They can be read only once, and hold for each folder that taught something."""
        box = self.box()
        self.write('mail/card.eml', mail(1).replace('Shop <news@shop1.example>', 'Hanako Yamada <hanako@gmail.com>'))
        card = b'BEGIN:VCARD\nFN:Hanako Yamada\nEMAIL:hanako@people.example\nEND:VCARD\n'
        found = [finding['id'] for one in objects(call('check', '--json', '--contacts', '/dev/stdin', box, data=card))
                 for finding in one['findings']]
        self.assertIn('contact-impersonation', found)

    def test_no_learn(self):
        self.assertEqual(self.states('--no-learn', self.box()), {('none', True)})

    def test_too_few(self):
        self.assertEqual(self.states(self.box(ENOUGH - 1)), {('none', True)})
        self.assertEqual(self.states(self.box(40, 'few', networks=9)), {('none', True)})

    def test_configured_server_counts_more(self):
        self.assertEqual(self.states('--trusted-host', 'mx.other.example', self.box()), {('none', True)})

    def test_what_the_server_does_not_write_is_not_read(self):
        """The server writes no results: those of one busy sender are his own."""
        folder = self.box()
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            with open(path, encoding='utf-8') as stream:
                text = stream.read()
            self.write(os.path.join('mail', name), text.replace('Authentication-Results', 'X-Results'))
        for number in range(100, 200):
            self.write(f'mail/{number}.eml', mail(number, networks=1))
        self.assertEqual({state for state, _ in self.states(folder)}, {'none'})

    def test_inner_name_is_no_proof(self):
        """Anybody can write a line of that name below the server's."""
        folder = self.box()
        forged = mail(99).replace('[198.9.100.7]', '[203.0.113.66]').replace(
            'From: Shop', mail(98, networks=99).split('From: Shop', maxsplit=1)[0] + 'From: Shop')
        path = self.write('mail/forged.eml', forged)
        found = next(one for one in self.check_json(folder) if one['path'] == path)
        self.assertEqual(found['origin']['ip'], '203.0.113.66')


class Memory(CommandTest):
    def setUp(self):
        super().setUp()
        self.memory = '--memory=' + os.path.join(self.folder, 'memory.db')
        for number in range(ENOUGH):
            self.write(f'mail/{number:02}.eml', mail(number))

    def learn(self, *words):
        return call('learn', self.memory, *words, os.path.join(self.folder, 'mail'), LC_ALL='C.UTF-8')

    def shown(self, *words):
        return call('memory', self.memory, 'show', *words, LC_ALL='C.UTF-8').out

    def state(self, *words):
        path = self.write('new.eml', mail(50))
        found = self.check_json(self.memory, *words, path)[0]
        return found['authentication']['state']

    def test_learned_mail_is_used(self):
        before = self.check_json('--no-learn', self.write('new.eml', mail(50)))[0]
        self.assertEqual(before['authentication']['state'], 'none')
        result = self.learn()
        self.assertEqual((result.status, result.out), (0, '20 messages read, 20 learned from\n'))
        self.assertEqual(self.state(), 'pass')

    def test_other_files(self):
        self.write('mail/notes.txt', 'no mail\n')
        self.write('mail/empty', '')
        self.assertEqual(self.learn().out, '20 messages read, 20 learned from\n')
        result = call('learn', self.memory, self.write('a.html', '<html></html>'), LC_ALL='C.UTF-8')
        self.assertEqual((result.status, result.out), (2, '0 messages read, 0 learned from\n'))
        self.assertIn('a web page; save the message itself', result.err)

    def test_show(self):
        self.learn()
        self.assertRegex(call('memory', self.memory, 'show', LC_ALL='C.UTF-8').out,
                         r'^local\n  Its mail is received by mx\.provider\.example; the checks of '
                         r'mx\.provider\.example are read\.\n20 senders are remembered \([0-9.]+.kB\)\n$')

    def test_nothing_to_show(self):
        missing = '--memory=' + os.path.join(self.folder, 'mistyped.db')
        for words in (['check', missing, self.write('a.eml', mail(3))], ['memory', missing, 'show']):
            result = call(*words)
            self.assertEqual((result.status, result.out), (2, ''))
            self.assertIn('No such file or directory', result.err)
        self.assertFalse(os.path.exists(missing.partition('=')[2]))
        call('learn', self.memory, self.write('none/a.txt', ''), LC_ALL='C.UTF-8')
        self.assertEqual(self.shown(), 'Nothing was learned from mail yet\n')
        self.assertEqual(self.shown('a.example'), 'a.example: nothing is remembered\n')

    def test_export(self):
        self.learn('--account=work')
        rows = [json.loads(line) for line in call('memory', self.memory, 'export').out.splitlines()]
        self.assertEqual(rows[0],
                         {'account': 'work', 'server': 'mx.provider.example', 'checker': 'mx.provider.example'})
        self.assertIn({'account': 'work', 'sender': 'shop3.example', 'messages': 1, 'confirmed': 1,
                       'first': '2025-01-04', 'last': '2025-01-04', 'warned': False}, rows)

    def forge(self):
        """The same sender's mail, unproven, from a stranger's server."""
        text = mail(3).replace('dkim=pass header.d=shop3.example; dmarc=pass header.from=shop3.example',
                               'dkim=none; spf=none; dmarc=none').replace('198.3.100.7', '203.0.113.66')
        path = self.write('forged.eml', text)
        return {finding['id'] for finding in self.check_json('--no-learn', self.memory, path)[0]['findings']}

    def test_senders(self):
        self.write('mail/again.eml', mail(3).replace('4 Jan', '14 Jan'))
        self.learn()
        self.assertIn('local: 2 messages, 2 of them confirmed, 2025-01-04 to 2025-01-14',
                      call('memory', self.memory, 'show', 'Shop3.example', LC_ALL='C.UTF-8').out)
        self.assertIn('proof-missing', self.forge())
        self.assertEqual(call('memory', self.memory, 'forget', 'shop3.example').status, 0)
        self.assertNotIn('proof-missing', self.forge())

    def test_learned_twice(self):
        self.learn()
        self.learn()
        self.assertIn('local: 1 message,', call('memory', self.memory, 'show', 'shop3.example', LC_ALL='C.UTF-8').out)

    def test_fetched(self):
        """The same message, as another server of the reader hands it on."""
        self.learn()
        self.write('mail/fetched.eml', 'Received: from mx.provider.example (mx.provider.example [198.51.100.3])\n'
                   '\tby home.example (Postfix) with ESMTP id 2; 4 Jan 2025 09:05:00 +0000\n' + mail(3))
        self.learn('--trusted-host=home.example')
        self.assertIn('local: 1 message,', call('memory', self.memory, 'show', 'shop3.example', LC_ALL='C.UTF-8').out)

    def rows(self):
        lines = call('memory', self.memory, 'export').out.splitlines()
        return {row['sender']: row for row in map(json.loads, lines) if 'sender' in row}

    def test_left_alone(self):
        """Junk, and what was deleted or is the reader's own, under the names that other programs give these folders."""
        for name in ('Junk/1', '.Junk/cur/2:2,S', '.Archive.Trash/cur/3:2,S', 'Sent.mbox', 'Local.sbd/Drafts',
                     'cur/4:2,ST', '迷惑メール/5'):
            self.write(f'mail/{name}', mail(70))
        self.assertEqual(self.learn().out, '20 messages read, 20 learned from\n')
        self.assertNotIn('shop70.example', self.rows())
        self.write('mail/Sentences/1', mail(70))
        self.learn()
        self.assertIn('shop70.example', self.rows())

    def test_configured_server(self):
        """One message teaches no server; what is configured needs no lesson."""
        path = self.write('one.eml', mail(3))
        call('learn', self.memory, path)
        self.assertEqual(self.rows()['shop3.example']['confirmed'], 0)
        call('memory', self.memory, 'clear')
        call('learn', self.memory, '--trusted-host=mx.provider.example', path)
        self.assertEqual(self.rows()['shop3.example']['confirmed'], 1)
        self.assertEqual(call('learn', self.memory, '--trusted-host=com', path).status, 2)

    def policy(self, **keys):
        self.write('etc/bellbuoy/policy.json', json.dumps(keys))
        return {'BELLBUOY_POLICY_ROOT': self.folder}

    def test_locked_off(self):
        path = os.path.join(self.folder, 'mail')
        result = call('learn', self.memory, path, **self.policy(memory={'value': False, 'locked': True}))
        self.assertEqual((result.status, result.out), (2, ''))
        self.assertIn('your organisation does not allow learning from mail', result.err)
        self.assertEqual(call('learn', self.memory, path, **self.policy(memory=False)).status, 0)

    def test_no_worker(self):
        """Nothing was learned because nothing could be read, which is not the same as that there was nothing."""
        path = os.path.join(self.folder, 'mail')
        result = call('learn', self.memory, path, LC_ALL='C.UTF-8', BELLBUOY_WORKER='/nonexistent')
        self.assertEqual(result.status, 2)
        self.assertEqual(result.err, 'bellbuoy: learn: the program bellbuoy-worker does not start\n')
        self.assertEqual(self.rows(), {})
        self.assertEqual(self.learn().status, 0)

    def test_limit(self):
        """Old mail teaches which servers receive it, but its senders are not kept longer than the limit."""
        self.assertEqual(call('learn', self.memory, os.path.join(self.folder, 'mail'),
                              **self.policy(**{'memory-days': 365})).status, 0)
        self.assertEqual(self.rows(), {})
        self.assertEqual(self.state(), 'pass')

    def test_accounts(self):
        self.learn('--account=work')
        self.assertEqual(self.state(), 'pass')  # the only one
        self.assertEqual(self.state('--account=home'), 'none')

    def test_forget(self):
        self.learn('--account=work')
        self.assertEqual(call('memory', self.memory, 'forget-account', 'work').status, 0)
        self.assertEqual(self.state(), 'none')
        self.learn()
        self.assertEqual(call('memory', self.memory, 'clear').status, 0)
        self.assertEqual(self.shown(), 'Nothing was learned from mail yet\n')

    def test_wrong_usage(self):
        for words in (['learn'], ['memory'], ['memory', self.memory], ['memory', self.memory, 'lose'],
                      ['memory', '--memory=/dev/null/x', 'show'], ['check', '--memory=/dev/null/x', 'a.eml']):
            with self.subTest(words=words):
                self.assertEqual(call(*words).status, 2)


SHOP = """\
Authentication-Results: mx.provider.example; {results}
Received: from {host} ({host} [{address}])
\tby mx.provider.example (Postfix) with ESMTPS id 1
\tfor <reader@provider.example>; {day} 2025 09:{number:02}:00 +0000
From: Shop <news@{domain}>
To: reader@provider.example
Subject: News
Date: 1 Jan 2025 09:00:00 +0000
Message-ID: <{number}@{domain}>
MIME-Version: 1.0
Content-Type: text/html

{text}
"""
NEWS = '<p>News.</p><a href="https://www.{domain}/">Read more</a>'
MILD = ('<p>Dear customer, your account will be suspended within 24 hours unless you act now.</p>'
        '<a href="https://abc-def.web.app/x">Read more</a>')
FALSE = '<a href="https://evil.example/">https://www.{domain}/</a>'


class Senders(CommandTest):
    """What a sender's past is worth to the next message, and what it would cost to buy that."""

    def setUp(self):
        super().setUp()
        self.memory = '--memory=' + os.path.join(self.folder, 'memory.db')

    def shop(self, number, day, text, domain='shop.example', proven=True, host=None):
        results = (f'dkim=pass header.d={domain}; dmarc=pass header.from={domain}' if proven
                   else 'spf=none; dkim=none; dmarc=none')
        return SHOP.format(number=number, day=day, domain=domain, results=results, text=text.format(domain=domain),
                           host=host or f'mail.{domain}', address='203.0.113.66' if host else '198.51.100.7')

    def judge(self, days, text, past=NEWS, domain='shop.example', taught=True, **keywords):
        for number, day in enumerate(days):
            self.write(f'past/{number}.eml', self.shop(number, day, past, domain, proven=taught))
        call('learn', self.memory, os.path.join(self.folder, 'past'))
        path = self.write('new.eml', self.shop(99, '20 Jun', text, domain, **keywords))
        found = self.check_json('--no-learn', self.memory, path)[0]
        return found['level'], {finding['id'] for finding in found['findings']}

    def test_mild_signs(self):
        """Three messages on three days over a month, each proven, none warned of."""
        table = [
            (['1 May', '2 May', '3 May'], {}, 'caution'),
            (['1 May', '1 May', '3 Jun'], {}, 'caution'),
            (['1 May', '3 Jun'], {}, 'caution'),
            (['1 May', '20 May', '3 Jun'], {'taught': False}, 'caution'),
            (['1 May', '20 May', '3 Jun'], {'past': MILD}, 'caution'),
            (['1 May', '20 May', '3 Jun'], {'domain': 'sendgrid.net'}, 'caution'),
            (['1 May', '20 May', '3 Jun'], {}, 'none'),
        ]
        for days, keywords, level in table:
            with self.subTest(days=days, **keywords):
                self.assertEqual(self.judge(days, MILD, **keywords)[0], level)
            call('memory', self.memory, 'clear')
            for number in range(len(days)):
                os.unlink(os.path.join(self.folder, f'past/{number}.eml'))

    @unittest.skipUnless('BELLBUOY_QR_HELPER' in os.environ, 'pictures are not read')
    def test_picture(self):
        """What only a picture gives away is held against its sender as well."""
        with open(os.path.join(os.environ['TEST_DATA'], '../qr/lookalike.png'), 'rb') as stream:
            picture = base64.encodebytes(stream.read()).decode()
        mail = self.shop(1, '1 May', picture).replace(
            'Content-Type: text/html', 'Content-Type: image/png\nContent-Transfer-Encoding: base64')
        call('learn', self.memory, self.write('past/picture.eml', mail))
        rows = [json.loads(line) for line in call('memory', self.memory, 'export').out.splitlines()]
        self.assertEqual([(row['sender'], row['warned']) for row in rows if 'sender' in row], [('shop.example', True)])

    def test_false_link(self):
        """No past excuses what is false."""
        self.assertEqual(self.judge(['1 May', '20 May', '3 Jun'], FALSE)[0], 'danger')

    def test_forgery(self):
        level, found = self.judge(['1 May', '20 May', '3 Jun'], NEWS, proven=False, host='out.stranger.example')
        self.assertEqual(level, 'danger')
        self.assertIn('proof-missing', found)

    OWN_PASS = 'spf=pass smtp.mailfrom=stranger.example; dkim=pass header.d=stranger.example; dmarc=none'
    LIST = ('List-Id: <talk.{host}>\nList-Post: <mailto:talk@{host}>\nSender: talk-bounces@{host}\n')
    LIST_RESULTS = ('spf=pass smtp.mailfrom={host}; dkim=fail header.d=shop.example;'
                    ' dmarc=fail header.from=shop.example')
    RELAYED = ('Received: from mail.shop.example (mail.shop.example [198.51.100.7]) by out.stranger.example with ESMTPS'
               ' id 7\n\tfor <reader@provider.example>; 20 Jun 2025 08:59:00 +0000\nCc: reader@out.stranger.example\n')
    DELIVERIES = [
        # what, the host that handed it in, results, fields, whether it is warned of
        ('unproven', 'out.stranger.example', 'spf=none; dkim=none; dmarc=none', '', True),
        ('failed', 'out.stranger.example', 'spf=fail smtp.mailfrom=shop.example; dkim=none; dmarc=fail', '', True),
        ('a pass of its own', 'out.stranger.example', OWN_PASS, '', True),
        ('says that it rewrites', 'out.stranger.example', OWN_PASS,
         'Return-Path: <SRS0=ab=cd=shop.example=news@out.stranger.example>\n', True),
        ('says that it forwards', 'out.stranger.example', OWN_PASS, RELAYED, True),
        ('a list of which mail came before', 'lists.talk.example', LIST_RESULTS, LIST, False),
        ('says that it is a list', 'out.stranger.example', LIST_RESULTS, LIST, True),
        ("the reader's forwarder", 'mail.college.example', 'spf=pass smtp.mailfrom=college.example; dkim=none;'
         ' dmarc=fail header.from=shop.example', '', False),
        ('a forwarder that keeps the signature', 'out.relay.example', 'spf=pass smtp.mailfrom=relay.example;'
         ' dkim=pass header.d=shop.example; dmarc=pass header.from=shop.example', '', False),
        ('no results', 'out.relay.example', '', '', False),
    ]

    def deliver(self, number, day, host, results, fields, domain='shop.example'):
        text = self.shop(number, day, NEWS, domain, host=host)
        begin = f'Authentication-Results: mx.provider.example; {results.format(host=host)}\n' if results else ''
        return begin + text.split('\n', 1)[1].replace('From: Shop', fields.format(host=host) + 'From: Shop', 1)

    def test_deliveries(self):
        """The same message of a known sender, forged and honestly delivered. Only proof excuses a stranger's server."""
        for number, day in enumerate(['2 May', '4 May', '6 May']):
            post = self.deliver(50 + number, day, 'lists.talk.example', 'spf=pass smtp.mailfrom={host}', self.LIST,
                                'garden.example')
            self.write(f'past/list-{number}.eml', post)
        self.judge(['1 May', '20 May', '3 Jun'], NEWS)
        for what, host, results, fields, is_warned in self.DELIVERIES:
            with self.subTest(what):
                path = self.write('new.eml', self.deliver(99, '20 Jun', host, results, fields))
                found = self.check_json('--no-learn', self.memory, '--own-address=reader@college.example', path)[0]
                self.assertEqual(found['level'], 'danger' if is_warned else 'none', found['findings'])

    def test_one_day(self):
        """One lucky day is no habit."""
        self.assertNotIn('proof-missing',
                         self.judge(['1 May', '1 May'], NEWS, proven=False, host='out.stranger.example')[1])


unittest.main(verbosity=2)
