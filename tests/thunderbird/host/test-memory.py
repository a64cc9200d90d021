# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the mail of an account teaches, which the extension names."""

import base64
import json
import os
import subprocess
import time
import unittest

from frames import PATIENCE, HostTest

ACCOUNT = 'thunderbird/profile/account1'
SERVER = 'mx.provider.example'
ENOUGH = 24
MAIL = '''\
Received: from out.shop{number}.example (out.shop{number}.example [198.{network}.100.7])
\tby mx.provider.example (Postfix) with ESMTPS id 1
\tfor <reader@provider.example>; {day} Jan 2025 09:00:00 +0000
Authentication-Results: mx.provider.example; dkim=pass header.d=shop{number}.example;
	dmarc=pass header.from=shop{number}.example
From: Shop <news@shop{number}.example>
To: reader@provider.example
Subject: News
Date: {day} Jan 2025 09:00:00 +0000
Message-ID: <{number}@shop.example>
Content-Type: text/html

{body}
'''
COUNTED = '<a href="https://counter.elsewhere.example/c?u=1">www.shop99.example</a>'


def mail(number, body='<p>Hello.</p>'):
    return MAIL.format(number=number, network=number % 12, day=1 + number % 20, body=body).encode()


def unproven(number):
    """Such a message, for which the reader's server found no proof."""
    return mail(number).replace(b'=pass', b'=none')


class Memory(HostTest):
    def findings(self, host, data):
        notice = host.settle(host.submit(data, account=ACCOUNT))['notice']
        return [finding['id'] for finding in notice['findings']]

    def level(self, host, **members):
        return host.settle(host.submit(mail(99, COUNTED), **members))['notice']['level']

    def words(self, host):
        return host.ask('memory', accounts=[[ACCOUNT, 'Work'], ['thunderbird/profile/account2', 'Home']])

    def learn(self, host, count=ENOUGH, account=ACCOUNT):
        return host.ask('learn', account=account, messages=[
            [str(number), base64.b64encode(mail(number)).decode()] for number in range(count)])

    def test_look_back(self):
        host = self.talk()
        self.assertEqual(self.level(host, account=ACCOUNT), 'danger')
        self.assertEqual(self.learn(host)['taken'], ENOUGH)
        self.assertEqual(self.level(host, account=ACCOUNT), 'none')
        self.assertEqual(self.level(host), 'danger')
        self.assertEqual(self.level(host, account='thunderbird/profile/account2'), 'danger')
        self.assertEqual([account['words'] for account in self.words(host)['accounts']],
                         [f'Work: mail is received by {SERVER}; its checks are read.'])

    def test_look_back_teaches_senders(self):
        """From headers: who was proven on two days and now is not. Once the servers are known, which is after a batch."""
        host = self.talk()
        self.learn(host)
        again = [mail(30).replace(b'11 Jan', b'%d Jan' % number).replace(b'<30@', b'<30-%d@' % number)
                 for number in (1, 2, 3)]
        host.ask('learn', account=ACCOUNT, messages=[[str(number), base64.b64encode(data).decode()]
                                                     for number, data in enumerate(again, start=100)])
        self.assertIn('proof-missing', self.findings(host, unproven(30)))

    def test_opened_messages_teach(self):
        host = self.talk()
        for number in range(ENOUGH):
            host.settle(host.submit(mail(number), account=ACCOUNT, lesson=str(number)))
        end = time.monotonic() + PATIENCE
        while self.level(host, account=ACCOUNT) != 'none':
            self.assertLess(time.monotonic(), end)

    def test_messages_that_may_not_teach(self):
        """In the junk folder, or warned of."""
        host = self.talk()
        for number in range(ENOUGH):
            host.settle(host.submit(mail(number), account=ACCOUNT))
            host.settle(host.submit(mail(number, '<a href="https://phish.test/">https://www.bank-site.com/</a>'),
                                    account=ACCOUNT, lesson=f'warned {number}'))
        self.assertNotIn(SERVER, str(self.words(host)['accounts']))  # a proven sender was warned of: that is known

    def test_senders(self):
        """Who was proven three times, and now is not."""
        host = self.talk()
        self.learn(host)
        self.assertNotIn('proof-missing', self.findings(host, unproven(30)))
        for number in (1, 2, 3):
            again = mail(30).replace(b'11 Jan', b'%d Jan' % number).replace(b'<30@', b'<30-%d@' % number)
            host.settle(host.submit(again, account=ACCOUNT, lesson=f'again {number}'))
        end = time.monotonic() + PATIENCE
        while 'proof-missing' not in self.findings(host, unproven(30)):
            self.assertLess(time.monotonic(), end)
        self.assertIn("25 senders' domains are remembered.", self.words(host)['kept'])
        host.ask('forget')
        self.assertNotIn('proof-missing', self.findings(host, unproven(30)))

    def teach_sender(self, host):
        """Three days of proven mail; the id of the last verdict."""
        self.learn(host)
        for number in (1, 2, 3):
            again = mail(30).replace(b'11 Jan', b'%d Jan' % number).replace(b'<30@', b'<30-%d@' % number)
            last = host.submit(again, account=ACCOUNT, lesson=f'again {number}')
            host.settle(last)
        self.wait_for(lambda: 'proof-missing' in self.findings(host, unproven(30)))
        return last

    def wait_for(self, done):
        end = time.monotonic() + PATIENCE
        while not done():
            self.assertLess(time.monotonic(), end)

    def was_warned(self):
        path = os.path.join(self.home, 'data/bellbuoy/memory.db')
        lines = subprocess.run([os.environ['BELLBUOY'], 'memory', '--memory', path, 'export'], stdout=subprocess.PIPE,
                               check=True, text=True).stdout.splitlines()
        return any(json.loads(line).get('warned') for line in lines)

    def test_junk_is_taken_back(self):
        host = self.talk()
        last = self.teach_sender(host)
        self.assertEqual(host.ask('junk', message=last, junk=True)['type'], 'done')
        self.wait_for(self.was_warned)
        host.ask('junk', message=last, junk=False)
        self.wait_for(lambda: not self.was_warned())
        self.assertEqual(host.ask('junk', message=123456, junk=True)['code'], 'gone')

    def test_warning_of_what_is_displayed(self):
        """A message that taught as an honest one is warned of once its display is known."""
        host = self.talk()
        last = self.teach_sender(host)
        self.assertFalse(self.was_warned())
        lie = ['https://login.phish.test/', 'https://www.bank-site.com/', None, True]
        shown = host.ask('shown', message=last, documents=[{'links': [lie], 'forms': [], 'text': ''}])
        self.assertTrue(shown['isWarned'])
        self.wait_for(self.was_warned)

    def test_one_sender_is_forgotten(self):
        host = self.talk()
        self.teach_sender(host)
        self.assertEqual(host.ask('forget-sender', sender='shop30.example')['type'], 'done')
        self.assertNotIn('proof-missing', self.findings(host, unproven(30)))
        self.assertIsNotNone(self.words(host)['kept'])

    def test_old_senders_are_forgotten(self):
        host = self.talk()
        self.teach_sender(host)
        host.ask('set', key='memory-days', value=365)
        host.ask('accounts', prefix='thunderbird/profile/', accounts=[ACCOUNT])
        self.assertNotIn('proof-missing', self.findings(host, unproven(30)))

    def test_same_message_teaches_once(self):
        host = self.talk()
        self.assertEqual(self.learn(host)['taken'], ENOUGH)
        self.assertEqual(self.learn(host)['taken'], 0)

    def test_forgetting(self):
        host = self.talk()
        self.learn(host)
        self.assertEqual(host.ask('forget', account=ACCOUNT)['type'], 'done')
        self.assertEqual(self.level(host, account=ACCOUNT), 'danger')
        self.assertEqual(self.learn(host)['taken'], ENOUGH)
        self.assertIsNotNone(self.words(host)['kept'])
        host.ask('forget')
        self.assertEqual((self.words(host)['accounts'], self.words(host)['kept']), ([], None))

    def test_deleted_account(self):
        host = self.talk()
        self.learn(host)
        self.learn(host, account='evolution/work')
        host.ask('accounts', prefix='thunderbird/profile/', accounts=['thunderbird/profile/account2'])
        self.assertEqual(self.words(host)['accounts'], [])
        self.assertIsNotNone(self.words(host)['kept'])

    def test_switched_off(self):
        host = self.talk()
        host.ask('set', key='memory', value=False)
        self.assertEqual(self.learn(host)['code'], 'locked')
        host.settle(host.submit(mail(1), account=ACCOUNT, lesson='1'))
        self.assertFalse(os.path.exists(os.path.join(self.home, 'data/bellbuoy/memory.db')))

    def test_damaged_header(self):
        host = self.talk()
        answer = host.ask('learn', account=ACCOUNT, messages=[['a', '?'], ['b', ''], ['c', 'AAAA']])
        self.assertEqual(answer['taken'], 0)

    def test_next_session_knows_it(self):
        self.learn(self.talk())
        self.assertEqual(self.level(self.talk(), account=ACCOUNT), 'none')


if __name__ == '__main__':
    unittest.main()
