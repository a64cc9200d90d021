# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the mailbox teaches: the results of a server that nobody configured are read once all its mail has shown that it
writes them, and are not once that is forgotten."""
import sqlite3

import mails
from evolution_driver import wait_for
from scenes import check, settle

N_LETTERS = 24
SERVER = 'mx.provider.example'
HONEST = 'Our news'
LOOKS = {'settings': """
[org/bellbuoy/Bellbuoy]
memory=false
"""}
TEXT = """\
Received: from out.shop{number}.example (out.shop{number}.example [198.{network}.100.7])
\tby {server} (Postfix) with ESMTPS id 1
\tfor <hanako@example.ne.jp>; {day} Jan 2026 09:00:00 +0000
Authentication-Results: {server}; dkim=pass header.d=shop{number}.example; dmarc=pass header.from=shop{number}.example
From: Shop <news@shop{number}.example>
To: hanako@example.ne.jp
Subject: {subject}
Date: {day} Jan 2026 09:00:00 +0000
Message-ID: <{number}@shop.example>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

{body}
"""
COUNTED = '<p>See <a href="https://counter.elsewhere.example/c?u=1">www.shop99.example</a></p>'


def letter(number, subject, body='<p>Hello.</p>'):
    text = TEXT.format(number=number, network=number % 12, day=1 + number % 20, server=SERVER, subject=subject,
                       body=body)
    return mails.write(f'letter{number}', text.encode('ascii'))


MAILS = [letter(number, f'Letter {number}') for number in range(N_LETTERS)] + [letter(99, HONEST, COUNTED)]
SELECT = 'letter99'


def switch(evolution, is_on):
    path = evolution.profile.base / 'config/glib-2.0/settings/keyfile'
    text = path.read_text(encoding='utf-8')
    path.write_text(text.replace(f'memory={str(not is_on).lower()}', f'memory={str(is_on).lower()}'), encoding='utf-8')


def memory_of(evolution):
    return evolution.profile.base / 'data/bellbuoy/memory.db'


def accounts_of(evolution):
    with sqlite3.connect(memory_of(evolution)) as database:
        return [account for account, in database.execute('SELECT account FROM side')]


def nothing_is_learned_while_it_is_off(evolution):
    evolution.wait_for_message(HONEST)
    evolution.wait_for_banner()
    check(not memory_of(evolution).exists(), 'something was learned')


def look_back_makes_honest_mail_silent(evolution):
    switch(evolution, True)
    wait_for('the account', lambda: memory_of(evolution).exists()
             and accounts_of(evolution) == ['evolution/bellbuoy-sample'])
    wait_for('the banner to go', lambda: not evolution.banners())
    settle()
    check(not evolution.banners(), 'it came back')
    evolution.screenshot(f'memory-learned-{evolution.locale}')


SCENES = (nothing_is_learned_while_it_is_off, look_back_makes_honest_mail_silent)
