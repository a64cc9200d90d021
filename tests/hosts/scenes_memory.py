# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the mailbox teaches: the results of a server that nobody configured are read once all its mail has shown that it
writes them, and are not once that is forgotten."""
import sqlite3

from gi.repository import Atspi

import mails
from accessible import walk, words_of
from evolution_driver import wait_for
from preferences import find_box, open_page
from scenes import check, settle

N_LETTERS = 24
HONEST = 'Our news'
LOOKS = {'settings': """
[org/bellbuoy/Bellbuoy]
memory=false
"""}
LEARN = ('Learn from my mail', 'メールから学習する')
RECEIVED = ('mail is received by mx.provider.example; its checks are read',
            'メールは mx.provider.example で受信されています。その検査結果を参照します')
LOOKED_AT = ('25 messages were looked at', '25 通を確認しました')
NOTHING = ('Nothing was learned yet.', 'まだ何も学習していません。')
FORGET = ('Forget: ', '消去: ')
FORGET_ALL = ('Forget Everything…', 'すべて消去(F)…', 'すべて消去')
FORGET_THEM = ('Forget', '消去する')
LOOK_BACK = ('Look Back at Your Mail', 'これまでのメールを確認')


MAILS = mails.letters(N_LETTERS, HONEST)
SELECT = 'letter99'


def memory_of(evolution):
    return evolution.profile.base / 'data/bellbuoy/memory.db'


def accounts_of(evolution):
    with sqlite3.connect(memory_of(evolution)) as database:
        return [account for account, in database.execute('SELECT account FROM side')]


def count_proven_senders(evolution):
    with sqlite3.connect(memory_of(evolution)) as database:
        return database.execute('SELECT count(*) FROM sender WHERE proven').fetchone()[0]


def button_with(root, names):
    """A button, whether visible or scrolled out."""
    return next((node for node in walk(root) if node.get_role() == Atspi.Role.PUSH_BUTTON
                 and (node.get_name() or '').startswith(names)), None)


def nothing_is_learned_while_it_is_off(evolution):
    evolution.wait_for_message(HONEST)
    evolution.wait_for_banner()
    check(not memory_of(evolution).exists(), 'something was learned')


def look_back_makes_honest_mail_silent(evolution):
    page = open_page(evolution)
    evolution.press(find_box(page, LEARN))
    wait_for('the look back', lambda: any(words in words_of(page) for words in LOOKED_AT))
    wait_for('the server', lambda: any(words in words_of(page) for words in RECEIVED))
    Atspi.Component.grab_focus(button_with(page, FORGET_ALL))  # to scroll there, for the picture
    evolution.screenshot(f'memory-page-{evolution.locale}')
    evolution.close_others()
    settle()
    check(accounts_of(evolution) == ['evolution/bellbuoy-sample'], f'{accounts_of(evolution)}')
    check(count_proven_senders(evolution) == N_LETTERS + 1, f'{count_proven_senders(evolution)} senders are proven')
    check(not evolution.banners(evolution.window), 'the honest message has a banner')
    evolution.screenshot(f'memory-learned-{evolution.locale}')


def account_is_forgotten(evolution):
    page = open_page(evolution)
    evolution.press(wait_for('the button', lambda: button_with(page, FORGET)))
    wait_for('nothing', lambda: any(words in words_of(page) for words in NOTHING))
    check(not accounts_of(evolution), f'{accounts_of(evolution)}')
    evolution.close_others()
    evolution.wait_for_banner(evolution.window)


def everything_is_forgotten(evolution):
    page = open_page(evolution)
    evolution.press(wait_for('the button', lambda: button_with(page, LOOK_BACK)))
    wait_for('the server', lambda: any(words in words_of(page) for words in RECEIVED))
    evolution.press(wait_for('the button', lambda: button_with(page, FORGET_ALL)))
    question = wait_for('the question', lambda: next(
        (window for window in evolution.windows() if window not in (evolution.window, page)), None))
    evolution.screenshot(f'memory-question-{evolution.locale}')
    evolution.press(evolution.wait_for_button(lambda: [question], *FORGET_THEM))
    wait_for('nothing', lambda: any(words in words_of(page) for words in NOTHING))
    check(not accounts_of(evolution), f'{accounts_of(evolution)}')
    evolution.close_others()


SCENES = (nothing_is_learned_while_it_is_off, look_back_makes_honest_mail_silent, account_is_forgotten,
          everything_is_forgotten)
