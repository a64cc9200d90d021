# SPDX-License-Identifier: LGPL-2.1-or-later
"""Name servers and registries are queried if the reader allows it, and the answers are added to the warning."""
import os
import sys

from gi.repository import Atspi

from evolution_driver import text_of, wait_for, walk
from preferences import open_page
from scenes import DATA, check, settle

sys.path.append(str(DATA.parent / 'net'))
from name_server import NameServer  # noqa: E402  pylint: disable=wrong-import-position
from registry import Registry  # noqa: E402  pylint: disable=wrong-import-position

SERVER = NameServer({'_dmarc.strict.example': 'v=DMARC1; p=reject'})
SERVER.start()
REGISTRY = Registry({'vecterdian.shop': 5})
REGISTRY.start()
os.environ['BELLBUOY_DNS_SERVER'] = SERVER.address
os.environ['BELLBUOY_RDAP_SERVER'] = REGISTRY.address
MAILS = [DATA / 'client/lookup-unsigned.eml']
SELECT = 'lookup-unsigned'
LOOKS = {'settings': """
[org/bellbuoy/Bellbuoy]
lookups='on-request'
"""}
MORE = ('More', 'その他')
ASK = ('Look up', '差出人と疑わしいドメイン')
NOW = ('Look Up', '調べる')
PROMISE = ('who registered vecterdian.shop', 'vecterdian.shopの登録者と登録日を照会します')
STOP = ('Stop', '中止')
STOPPED = ('It was stopped', '中止しました')
FAILED = ('The sender\'s address failed its check', '差出人の認証に失敗しています')
AGE = {'C.UTF-8': ('5 days ago',), 'ja_JP.UTF-8': ('5日前',)}
AUTOMATIC = 2


def tells_of_failure(evolution):
    return any(words in text_of(banner) for banner in evolution.banners(evolution.window) for words in FAILED)


def nothing_is_asked_unasked(evolution):
    evolution.wait_for_message('books of the year')
    evolution.wait_for_banner()
    settle()
    check(not SERVER.asked and not REGISTRY.asked, f'asked without consent: {SERVER.asked} {REGISTRY.asked}')
    check(not tells_of_failure(evolution), 'who told that?')


def says(evolution, words):
    return any(word in (node.get_name() or '') for node in walk(evolution.other_window()) for word in words)


def open_questions(evolution):
    before = len(evolution.windows())
    evolution.choose(evolution.find_button(evolution.wait_for_banner(), *MORE), *ASK)
    wait_for('the details', lambda: len(evolution.windows()) > before)
    wait_for('the promise', lambda: says(evolution, PROMISE))


def menu_tells_who_is_asked(evolution):
    open_questions(evolution)
    settle()
    check(not SERVER.asked and not REGISTRY.asked, f'asked before it was wanted: {SERVER.asked} {REGISTRY.asked}')
    evolution.screenshot(f'look-up-promise-{evolution.locale}')
    evolution.close_others()


def stop_leaves_the_warning(evolution):
    open_questions(evolution)
    REGISTRY.pause()
    try:
        evolution.press_in_details(*NOW)
        wait_for('the question', lambda: REGISTRY.asked)
        evolution.press_in_details(*STOP)  # in time: a look-up ends by itself after some seconds
        wait_for('the end of it', lambda: says(evolution, STOPPED))
    finally:
        REGISTRY.go_on()
    check(evolution.banners(evolution.window) and not tells_of_failure(evolution), 'the warning changed')
    evolution.screenshot(f'look-up-stopped-{evolution.locale}')
    evolution.close_others()


def click_asks(evolution):
    open_questions(evolution)
    evolution.press_in_details(*NOW)
    wait_for('the age of the domain', lambda: says(evolution, AGE[evolution.locale]))
    wait_for('the answer in the banner', lambda: tells_of_failure(evolution))
    evolution.screenshot(f'registered-{evolution.locale}')
    evolution.close_others()
    check(len(evolution.banners(evolution.window)) == 1, 'two banners')
    check(set(REGISTRY.asked) == {'/domain/bulk.example', '/domain/vecterdian.shop'},
          f'the registry was asked: {REGISTRY.asked}')
    check(all(name.endswith(('strict.example', '.in-addr.arpa')) for name in SERVER.asked),
          f'asked for others: {SERVER.asked}')
    evolution.screenshot(f'looked-up-{evolution.locale}')


def automatic_asks_by_itself(evolution):
    page = open_page(evolution)
    combo = [node for node in walk(page) if node.get_role() == Atspi.Role.COMBO_BOX][-1]
    for choice in (0, AUTOMATIC):
        Atspi.Selection.select_child(combo, choice)
        wait_for('it to be written', lambda words=('off', None, 'automatic')[choice]:
                 f"lookups='{words}'" in (evolution.base_dir / 'config/glib-2.0/settings/keyfile').read_text())
        if choice == 0:
            wait_for('a banner that knows less', lambda: evolution.banners(evolution.window)
                     and not tells_of_failure(evolution))
    wait_for('the answer in the banner', lambda: tells_of_failure(evolution))
    evolution.screenshot(f'lookups-{evolution.locale}')
    evolution.close_others()


SCENES = (nothing_is_asked_unasked, menu_tells_who_is_asked, stop_leaves_the_warning, click_asks,
          automatic_asks_by_itself)
