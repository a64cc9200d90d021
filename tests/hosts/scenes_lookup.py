# SPDX-License-Identifier: LGPL-2.1-or-later
"""Name servers and registries are queried if the reader allows it, and the answers are added to the warning."""
import os
import sys

from gi.repository import Atspi

from accessible import text_of, walk
from evolution_driver import wait_for
from preferences import open_page
from scenes import DATA, MORE, check, settle, show

sys.path.append(str(DATA.parent / 'net'))
from lookup_mails import domain_of, subject_of, write_mail  # noqa: E402  pylint: disable=wrong-import-position
from name_server import NameServer  # noqa: E402  pylint: disable=wrong-import-position
from registry import Registry  # noqa: E402  pylint: disable=wrong-import-position

SERVER = NameServer({'_dmarc.strict.example': 'v=DMARC1; p=reject'})
SERVER.start()
REGISTRY = Registry({'vecterdian.shop': 5})
REGISTRY.start()
os.environ['BELLBUOY_DNS_SERVER'] = SERVER.address
os.environ['BELLBUOY_RDAP_SERVER'] = REGISTRY.address
REGISTRY.busy.add(domain_of('refused'))
MAILS = [DATA / 'client/lookup-unsigned.eml', write_mail('refused'), write_mail('offline')]
SELECT = 'lookup-unsigned'
LOOKS = {'settings': """
[org/bellbuoy/Bellbuoy]
lookups='on-request'
"""}
SIZE = '1000x1150'  # with room for three messages in the list
ASK = ('Look Up the Sender', '差出人と疑わしいドメイン')
NOW = ('Look Up', '調べる')
PROMISE = ('who registered vecterdian.shop', 'vecterdian.shopの登録者と登録日を問い合わせます')
STOP = ('Stop', '中止')
STOPPED = ('Stopped', '中止しました')
FAILED = ('The sender\'s address failed its check', '差出人の認証に失敗しています')
AGE = {'C.UTF-8': ('5 days ago',), 'ja_JP.UTF-8': ('5日前',)}
REFUSED = ('the registry is busy', '登録機関が混み合っています')
OFFLINE = ('the registry gave no answer', '登録機関から応答がありませんでした')
AUTOMATIC = 2


def tells_of_failure(evolution):
    return any(words in text_of(banner) for banner in evolution.banners(evolution.window) for words in FAILED)


def nothing_is_asked_unasked(evolution):
    evolution.wait_for_message('books of the year')
    evolution.wait_for_banner()
    settle()
    check(not SERVER.asked and not REGISTRY.asked, f'asked without consent: {SERVER.asked} {REGISTRY.asked}')
    check(not tells_of_failure(evolution), 'who told that?')


def find_words(evolution, words):
    window = evolution.other_window()
    return next((node for node in (walk(window) if window else ())
                 if any(word in (node.get_name() or '') for word in words)), None)


def says(evolution, words):
    return find_words(evolution, words) is not None


def open_questions(evolution):
    before = len(evolution.windows())
    evolution.choose(evolution.wait_for_button(evolution.banners, *MORE), *ASK)
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
        evolution.press_in_details(*STOP)  # in time: a lookup ends by itself after some seconds
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


def look_up_in_vain(evolution, name, words):
    """Looks up a message of which the registry does not answer: it is told, the warning stays, and the lookup may be
    made once more."""
    show(evolution, subject_of(name))
    before = len(evolution.windows())
    evolution.choose(evolution.wait_for_button(evolution.banners, *MORE), *ASK)
    wait_for('the details', lambda: len(evolution.windows()) > before)
    evolution.press_in_details(*NOW)
    wait_for('the reason', lambda: says(evolution, words))
    wait_for('the end of the progress', lambda: not says(evolution, STOP))
    promise = [sentence.replace('vecterdian.shop', domain_of(name)) for sentence in PROMISE]
    wait_for('the question again', lambda: says(evolution, promise))
    evolution.scroll_to(find_words(evolution, words), evolution.other_window())
    evolution.screenshot(f'look-up-{name}-{evolution.locale}')
    evolution.close_others()
    check(domain_of(name) in text_of(evolution.wait_for_banner()), 'the warning does not name the link any more')


def refusal_is_told(evolution):
    look_up_in_vain(evolution, 'refused', REFUSED)
    check(f'/domain/{domain_of("refused")}' in REGISTRY.asked, f'not asked: {REGISTRY.asked}')


def offline_leaves_the_warning(evolution):
    REGISTRY.stop()
    SERVER.stop()
    look_up_in_vain(evolution, 'offline', OFFLINE)


SCENES = (nothing_is_asked_unasked, menu_tells_who_is_asked, stop_leaves_the_warning, click_asks, refusal_is_told,
          automatic_asks_by_itself, offline_leaves_the_warning)
