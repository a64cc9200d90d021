# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages in pieces and what comes back: verdicts, clicks, details, and what the reader does about them."""

import json
import os
import unittest

from frames import FALSE_LINK, PLAIN, HostTest

HEAD = b'From: Shop <a@shop.test>\nMIME-Version: 1.0\nContent-Type: text/html; charset=UTF-8\n\n'


def link(href, text):
    return f'<a href="{href}">{text}</a> '.encode()


class Messages(HostTest):
    def test_verdict(self):
        verdict = self.talk().judge(FALSE_LINK)
        self.assertEqual((verdict['notice']['level'], verdict['isWarned'], verdict['isShown']), ('danger', True, True))
        self.assertEqual(verdict['falseLinks'], [
            {'href': 'https://login.phish.test/update/', 'address': 'https://login.phish.test/update/',
             'shown': 'www.bank-site.com', 'shownOwner': [4, 13], 'actual': 'login.phish.test', 'actualOwner': [6, 10],
             'company': None, 'kind': 'false-link'}])
        self.assertEqual((verdict['moreFalseLinks'], verdict['judgedHosts'], verdict['moreHosts']),
                         (0, ['fine.test'], False))
        self.assertTrue(verdict['isWhole'])
        lines = [line for finding in verdict['notice']['findings'] for line in finding['lines']]
        self.assertIn({'label': 'Really opens', 'value': 'login.phish.test', 'owner': [6, 10]}, lines)

    def test_quiet(self):
        verdict = self.talk().judge(PLAIN)
        self.assertEqual((verdict['notice']['level'], verdict['notice']['levelWord'], verdict['isWarned'],
                          verdict['isShown'], verdict['falseLinks']), ('none', '', False, False, []))

    def test_pieces_of_every_size(self):
        host = self.talk()
        whole = host.judge(FALSE_LINK)
        for size in (1, 2, 3, 100, len(FALSE_LINK) - 1, len(FALSE_LINK)):
            with self.subTest(size=size):
                again = host.judge(FALSE_LINK, piece=size)
                self.assertEqual({**again, 'id': 0, 'elapsedUs': 0}, {**whole, 'id': 0, 'elapsedUs': 0})

    def test_pieces_that_alternate(self):
        host = self.talk()
        half = len(FALSE_LINK) // 2
        for number, data in ((101, FALSE_LINK[:half]), (102, PLAIN[:9])):
            host.write_piece(number, 0, False, data)
        for number, data in ((102, PLAIN[9:]), (101, FALSE_LINK[half:])):
            host.write_piece(number, 1, True, data)
        self.assertEqual([host.settle(number)['notice']['level'] for number in (101, 102)], ['danger', 'none'])

    def test_what_is_no_message(self):
        host = self.talk()
        for data, code, level in ((b'', 'empty', 'none'), (b'\0\0\0', 'not-mail', 'none')):
            with self.subTest(code):
                error = host.judge(data)
                self.assertEqual((error['code'], error['notice']['level'], error['isShown']), (code, level, False))
                self.assertIn(error['words'], error['notice']['headline'])
                doubt = host.ask('link', message=error['id'], href='https://a.test/')['doubt']
                self.assertEqual((doubt['kind'], doubt['actual']), ('unread', 'https://a.test/'))
                self.assertEqual(host.ask('details', message=error['id'])['code'], 'gone')

    def test_wrong_pieces(self):
        host = self.talk()
        host.write_piece(50, 1, True, PLAIN)  # its beginning never came: passed over
        for number, part, text in ((51, 0, 'a'), (52, 0, 'a==='), (53, 0, 'YQ==YQ=='), (54, 0, 'Y Q='),
                                   (55, 0, '====')):
            host.write_text(number, part, text)
            self.assertEqual(host.answer(number)['code'], 'value', text)
        host.write_piece(56, 0, False, PLAIN)
        host.write_piece(56, 2, True, PLAIN)
        self.assertEqual(host.answer(56)['code'], 'value')
        host.write_piece(56, 3, True, PLAIN)
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        self.assertEqual(host.later, [])
        self.assertEqual(host.judge(PLAIN, context=9)['code'], 'gone')

    def test_an_id_twice(self):
        host = self.talk()
        number = host.submit(PLAIN)
        host.settle(number)
        self.assertEqual(host.settle(host.submit(FALSE_LINK, number=number))['code'], 'value')

    def test_cancel_in_the_middle(self):
        host = self.talk()
        host.write_piece(70, 0, False, FALSE_LINK)
        host.send({'type': 'cancel', 'id': 71, 'message': 70})
        host.send({'type': 'cancel', 'id': 72, 'message': 12345})
        host.write_piece(70, 1, True, b'x')
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')
        self.assertEqual(host.later, [])

    def test_busy(self):
        host = self.talk()
        for number in range(200, 240):
            host.write_piece(number, 0, False, PLAIN)
        host.write_piece(239, 1, True, b'')
        self.assertEqual(host.answer(239)['code'], 'busy')
        for number in range(200, 239):
            host.send({'type': 'cancel', 'id': number + 1000, 'message': number})
        self.assertEqual(host.judge(PLAIN)['type'], 'verdict')

    def test_the_oldest_give_way(self):
        host = self.talk()
        numbers = [host.settle(host.submit(PLAIN))['id'] for _ in range(70)]
        self.assertEqual(host.ask('details', message=numbers[0])['code'], 'gone')
        self.assertEqual(host.ask('details', message=numbers[-1])['type'], 'details')

    def test_more_links_than_a_frame_holds(self):
        """The frame stays under Thunderbird's limit, says what it left out, and a click is judged all the same."""
        host = self.talk()
        body = b''.join(link(f'https://evil{i}.test/{"a" * 900}', 'https://www.shop.test/') for i in range(1800))
        body += b''.join(link(f'https://h{i}.{"long" * 10}.test/', 'here') for i in range(6000))
        verdict = host.judge(HEAD + body)
        self.assertGreater(len(verdict['falseLinks']), 100)
        self.assertGreater(verdict['moreFalseLinks'], 100)
        self.assertTrue(verdict['moreHosts'])
        self.assertLessEqual(len(verdict['judgedHosts']), 2000)
        doubt = host.ask('link', message=verdict['id'], href=f'https://evil1799.test/{"a" * 900}')['doubt']
        self.assertEqual((doubt['kind'], doubt['actual']), ('false-link', 'evil1799.test'))

    def test_escapes(self):
        """Letters that JSON writes longer, and halves of surrogate pairs from JavaScript."""
        host = self.talk()
        body = b''.join(link(f'https://evil.test/{"&#1;" * 600}{i}', 'https://www.shop.test/') for i in range(600))
        verdict = host.judge(HEAD + body)
        self.assertEqual(verdict['type'], 'verdict')
        for text, shown in (('\ud800', '\ufffd'), ('a\ud83d\ude00', 'a\U0001f600'),
                            ('\ude00\ud83d', '\ufffd\ufffd'), ('\\ud800', '\\ud800'),
                            ('\ud800\ud83d\ude00', '\ufffd\U0001f600'), ('\ud800x', '\ufffdx')):
            with self.subTest(ascii(text)):
                doubt = host.ask('link', message=verdict['id'], href=f'https://a.test/{text}')['doubt']
                self.assertEqual((doubt['kind'], doubt['actual']), ('unread', f'https://a.test/{shown}'))


def document(*links, **members):
    return {'links': [[href, text, None, True] for href, text in links], 'forms': [], 'text': '', **members}


class Shown(HostTest):
    LIE = ('https://login.phish.test/in', 'https://www.bank-site.com/')

    def shown(self, host, number, *documents):
        return host.ask('shown', message=number, documents=list(documents))

    def test_what_only_thunderbird_shows(self):
        """The verdict counts for the message: a click is judged by it, and so are the details."""
        host = self.talk()
        number = host.judge(PLAIN)['id']
        self.assertEqual(host.ask('link', message=number, href=self.LIE[0])['doubt']['kind'], 'unread')
        verdict = self.shown(host, number, document(self.LIE))
        self.assertEqual((verdict['type'], verdict['more'], verdict['notice']['level']), ('verdict', False, 'danger'))
        self.assertEqual([link['href'] for link in verdict['falseLinks']], [self.LIE[0]])
        self.assertIn('shown-differently', [finding['id'] for finding in verdict['notice']['findings']])
        self.assertEqual(host.ask('link', message=number, href=self.LIE[0])['doubt']['kind'], 'false-link')
        self.assertEqual(host.ask('details', message=number)['notice']['level'], 'danger')

    def test_nothing_new(self):
        host = self.talk()
        before = host.judge(FALSE_LINK)
        after = self.shown(host, before['id'], document())
        self.assertEqual({**after, 'id': 0, 'elapsedUs': 0}, {**before, 'id': 0, 'elapsedUs': 0})

    def test_judged_again_with_what_is_shown(self):
        """Not told in between without it: the banner would go and come."""
        host = self.talk()
        number = host.judge(PLAIN)['id']
        self.shown(host, number, document(self.LIE))
        again = host.ask('again', message=number)
        self.assertEqual(again['notice']['level'], 'danger')
        self.assertEqual(self.shown(host, again['id'], document(self.LIE))['notice']['level'], 'danger')

    def test_what_is_left_out(self):
        host = self.talk()
        number = host.judge(PLAIN)['id']
        self.assertFalse(self.shown(host, number, document(leftOut=5))['isWhole'])

    def test_senseless_documents(self):
        host = self.talk()
        number = host.judge(PLAIN)['id']
        odd = {'links': {'a': [1]}, 'forms': [[]], 'text': 5, 'hasPasswordField': 'yes', 'leftOut': -1}
        self.assertEqual(self.shown(host, number, odd, {}, document(('\ud800', '\ud83d')))['type'], 'verdict')

    def test_refusals(self):
        host = self.talk()
        self.assertEqual(self.shown(host, 99999, document())['code'], 'gone')
        self.assertEqual(self.shown(host, host.judge(b'')['id'], document())['code'], 'value')


class Owners(HostTest):
    def test_utf16(self):
        """JavaScript counts a letter beyond the first plane as two."""
        host = self.talk()
        verdict = host.judge(HEAD + link('https://xn--n8j6ds53lwwkrqhv28a.evil.test/', 'https://www.shop.test/'))
        lines = [line for finding in verdict['notice']['findings'] for line in finding['lines'] if line['owner']]
        for line in lines:
            start, length = line['owner']
            units = line['value'].encode('utf-16-le')
            owner = units[2 * start:2 * (start + length)].decode('utf-16-le')
            self.assertIn(owner, ('evil.test', 'shop.test'))
        self.assertTrue(lines)


class Clicks(HostTest):
    def test_links(self):
        host = self.talk()
        number = host.settle(host.submit(FALSE_LINK))['id']
        for href, kind, actual in (('https://login.phish.test/update/', 'false-link', 'login.phish.test'),
                                   ('https://login.phish.test/other', 'false-link', 'login.phish.test'),
                                   ('https://unseen.test/', 'unread', 'https://unseen.test/')):
            with self.subTest(href):
                doubt = host.ask('link', message=number, href=href)['doubt']
                self.assertEqual((doubt['kind'], doubt['actual'], doubt['refused']), (kind, actual, False))
        for href in ('https://fine.test/x', 'mailto:a@b.test', '#top'):
            self.assertIsNone(host.ask('link', message=number, href=href)['doubt'], href)
        self.assertEqual(host.ask('link', message=99999, href='https://a.test/')['code'], 'gone')

    def test_lookalike(self):
        host = self.talk()
        verdict = host.judge(HEAD + link('https://www.paypa1.com/in', 'Log in'))
        found = [(link['kind'], link['shown']) for link in verdict['falseLinks']]
        self.assertEqual(found, [('lookalike', 'paypal.com')])
        doubt = host.ask('link', message=verdict['id'], href='https://www.paypa1.com/in')['doubt']
        self.assertEqual((doubt['kind'], doubt['shown'], doubt['actual']),
                         ('lookalike', 'paypal.com', 'www.paypa1.com'))

    def test_block(self):
        host = self.talk()
        host.ask('set', key='link-action', value='block')
        number = host.settle(host.submit(FALSE_LINK))['id']
        for href, refused in (('https://login.phish.test/update/', True), ('https://unseen.test/', False)):
            self.assertEqual(host.ask('link', message=number, href=href)['doubt']['refused'], refused)


class Actions(HostTest):
    def test_details(self):
        host = self.talk('ja')
        number = host.settle(host.submit(FALSE_LINK))['id']
        details = host.ask('details', message=number)
        self.assertEqual(details['story']['hops'][0]['kind'], 'reader')
        self.assertIn('boundary', [hop['kind'] for hop in details['story']['hops']])
        self.assertEqual([found['isFalse'] for found in details['story']['links']], [True, False])
        self.assertIn('login.phish[.]test', details['text'])
        self.assertRegex(details['notice']['advice'], '[ぁ-ん]')

    def test_details_without_a_warning(self):
        host = self.talk()
        details = host.ask('details', message=host.settle(host.submit(PLAIN))['id'])
        self.assertIn('proves nothing', details['notice']['advice'])
        self.assertEqual(details['story']['originLevel'], 'none')

    def test_report(self):
        for language, first in (('en', 'apwg'), ('ja', 'antiphishing-council')):
            host = self.talk(language)
            self.assertEqual(host.ask('report')['places'][0]['id'], first)
            host.ask('set', key='organization-report-address', value='abuse@firm.example')
            place = host.ask('report')['places'][0]
            self.assertEqual((place['id'], place['address']), ('organisation', 'abuse@firm.example'))
            host.ask('set', key='organization-report-address', value=None)

    def test_note(self):
        host = self.talk()
        number = host.settle(host.submit(FALSE_LINK))['id']
        path = os.path.join(self.home, 'data', 'bellbuoy', 'wrong-warnings.jsonl')
        question = host.ask('note', message=number, question=True)
        self.assertFalse(question['noted'] or os.path.exists(path))
        self.assertIn('wrong-warnings.jsonl', question['words'])
        note = host.ask('note', message=number)
        self.assertEqual((note['noted'], note['address']), (True, None))
        self.assertIn('link-text-mismatch', note['report'])
        self.assertFalse(host.ask('note', message=number, undo=True)['noted'])
        with open(path, encoding='utf-8') as file:
            self.assertEqual(file.read(), '')
        host.ask('set', key='organization-report-address', value='abuse@firm.example')
        self.assertIn('abuse@firm.example', host.ask('note', message=number)['words'])
        with open(path, encoding='utf-8') as file:
            self.assertEqual(json.loads(file.read())['level'], 'danger')

    def test_note_that_cannot_be_written(self):
        with open(os.path.join(self.home, 'data'), 'w', encoding='utf-8'):
            pass
        host = self.talk()
        note = host.ask('note', message=host.settle(host.submit(FALSE_LINK))['id'])
        self.assertFalse(note['noted'])
        self.assertIn('could not be noted', note['words'])

    def test_notes_of_two_programs(self):
        """Two clients note at once, and no note is lost."""
        hosts = [self.talk() for _ in range(4)]
        numbers = [host.settle(host.submit(FALSE_LINK))['id'] for host in hosts]
        for turn in range(10):
            for host, number in zip(hosts, numbers):
                host.send({'type': 'note', 'id': 5000 + turn, 'message': number})
        for host in hosts:
            for turn in range(10):
                self.assertTrue(host.answer(5000 + turn)['noted'])
        with open(os.path.join(self.home, 'data', 'bellbuoy', 'wrong-warnings.jsonl'), encoding='utf-8') as file:
            self.assertEqual(len(file.readlines()), 40)

    def test_again(self):
        host = self.talk()
        first = host.judge(FALSE_LINK)
        number = host.next_id()
        host.send({'type': 'again', 'id': number, 'message': first['id']})
        self.assertEqual({**host.settle(number), 'id': 0, 'elapsedUs': 0}, {**first, 'id': 0, 'elapsedUs': 0})
        self.assertEqual(host.ask('details', message=number)['type'], 'details')
        self.assertEqual(host.ask('again', message=first['id'])['code'], 'gone')

    def test_verify_is_the_readers_choice(self):
        host = self.talk()
        verdict = host.judge(FALSE_LINK)
        self.assertFalse(verdict['canLookUp'])
        self.assertEqual(host.ask('verify', message=verdict['id'])['code'], 'locked')


class Context(HostTest):
    def context(self, host, number, **members):
        return host.ask('context', context=number, **{'contacts': [], 'more': False, **members})

    def test_own_addresses(self):
        """Mail from the reader's own address that came from outside is warned of, once it is known to be their own."""
        host = self.talk()
        mail = FALSE_LINK.replace(b'info@bank.example', b'reader@provider.example').split(b'\n\n')[0] + b'\n\nhello\n'
        before = host.judge(mail)
        self.assertEqual(self.context(host, 1, ownAddresses=['reader@provider.example'])['context'], 1)
        after = host.judge(mail, context=1)
        self.assertNotEqual([finding['id'] for finding in before['notice']['findings']],
                            [finding['id'] for finding in after['notice']['findings']])

    def test_contacts_in_frames(self):
        host = self.talk()
        for start in range(0, 6000, 2000):
            people = [[f'Person {i}', f'p{i}@people.example'] for i in range(start, start + 2000)]
            host.send({'type': 'context', 'id': host.next_id(), 'context': 2, 'contacts': people, 'more': True})
        self.context(host, 2, contacts=[['Hanako Yamada', 'hanako@people.example']])
        mail = (b'From: Hanako Yamada <x@evil.test>\nTo: a@provider.example\nSubject: x\n'
                b'Reply-To: y@gmail.com\n\nhello\n')
        ids = [finding['id'] for finding in host.judge(mail, context=2)['notice']['findings']]
        self.assertIn('contact-impersonation', ids)
        self.context(host, 2)
        ids = [finding['id'] for finding in host.judge(mail, context=2)['notice']['findings']]
        self.assertNotIn('contact-impersonation', ids)

    def test_again_with_another(self):
        """Whom the reader knows has changed since the message was judged."""
        host = self.talk()
        self.context(host, 3)
        mail = b'From: Hanako Yamada <x@evil.test>\nTo: a@provider.example\nSubject: x\n\nhello\n'
        before = host.judge(mail, context=3)
        self.context(host, 4, contacts=[['Hanako Yamada', 'hanako@people.example']])
        for members, found in (({}, False), ({'context': 4}, True), ({}, True)):
            before = host.ask_again(before['id'], **members)
            self.assertEqual('contact-impersonation' in [one['id'] for one in before['notice']['findings']], found)
        self.assertEqual(host.ask('again', message=before['id'], context=99)['code'], 'gone')

    def test_the_oldest_give_way(self):
        host = self.talk()
        for number in range(1, 18):
            self.context(host, number)
        self.assertEqual(host.judge(PLAIN, context=1)['code'], 'gone')
        self.assertEqual(host.judge(PLAIN, context=17)['type'], 'verdict')


unittest.main()
