# SPDX-License-Identifier: LGPL-2.1-or-later
"""Changes on the preferences page apply at once, to the open message as well."""
import re

from gi.repository import Atspi

import subscription
from accessible import text_of, walk
from evolution_driver import wait_for
from preferences import CODES, MISMATCH, REGISTRATION, SWITCH, find_box, open_page
from scenes import SHOWN, check, settle, show_first

ADDRESS = ('Report address of your organisation', '組織の報告窓口のアドレス')
OWN_DOMAINS = ('Domains of your organisation', '組織のドメイン')
TRUSTED_SENDERS = ('Trusted senders', '信頼する差出人')
BLOCK_LISTS = ('Block lists', 'ブロックリスト')
BLOCKED_SITES = ('Blocked sites', 'ブロックするサイト')
REMOVE_COMPANY = ('Remove company.example', 'company.example を削除')
BLOCKED = ('A link opens a blocked site', 'ブロックされたサイトへのリンク')
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=2300000
[org/bellbuoy/Bellbuoy]
trusted-senders=['news.example', 'shop.example']
trusted-links=[('news.example', 'counter.example')]
"""}


def stored(evolution):
    return (evolution.base_dir / 'config/glib-2.0/settings/keyfile').read_text(encoding='utf-8')


def find_with(page, role, names):
    """Whether visible or scrolled out."""
    return next((node for node in walk(page) if node.get_role() == role and (node.get_name() or '') in names), None)


def add(evolution, page, names, words):
    """Enters `words` in the field of the list that is called so."""
    field = wait_for('the field', lambda: find_with(page, Atspi.Role.TEXT, names))
    Atspi.EditableText.set_text_contents(field, words)
    evolution.press(find_with(field.get_parent(), Atspi.Role.PUSH_BUTTON, ('Add', '追加')))


def page_tells_all(evolution):
    evolution.wait_for_message(SHOWN[0])
    page = open_page(evolution)
    text = text_of(page)
    for words in ('news.example', 'shop.example', 'counter.example'):
        check(words in text, f'{words} is not listed in: {text}')
    boxes = [node for node in walk(page) if node.get_role() == Atspi.Role.CHECK_BOX]
    check(len(boxes) > 15, f'only {len(boxes)} checks')
    evolution.screenshot(f'preferences-{evolution.locale}')
    evolution.close_others()


def trust_is_taken_back(evolution):
    page = open_page(evolution)
    evolution.press(evolution.wait_for_button(lambda: [page], 'Remove shop.example', 'shop.example を削除'))
    wait_for('the sender to go', lambda: 'shop.example' not in text_of(page))
    evolution.press(evolution.wait_for_button(lambda: [page], 'Remove news.example: ', 'news.example: '))
    wait_for('the link to go', lambda: 'counter.example' not in text_of(page))
    wait_for('both to be written', lambda: "trusted-senders=['news.example']" in stored(evolution)
             and 'counter.example' not in stored(evolution))
    evolution.close_others()


def own_domain_is_added(evolution):
    page = open_page(evolution)
    add(evolution, page, OWN_DOMAINS, ' someone@company.example')
    wait_for('the domain', lambda: find_with(page, Atspi.Role.PUSH_BUTTON, REMOVE_COMPANY))
    wait_for('it to be written', lambda: "own-domains=['company.example']" in stored(evolution))
    evolution.close_others()


def trusted_sender_is_added(evolution):
    page = open_page(evolution)
    add(evolution, page, TRUSTED_SENDERS, 'garden.example')
    wait_for('it to be written', lambda: "'garden.example'" in stored(evolution))
    evolution.close_others()


def what_is_no_site_is_not_added(evolution):
    page = open_page(evolution)
    add(evolution, page, BLOCKED_SITES, 'no site')
    add(evolution, page, BLOCKED_SITES, '*.scam.example')
    wait_for('it to be written', lambda: "block-sites=['*.scam.example']" in stored(evolution))
    evolution.close_others()


def show_honest(evolution):
    evolution.repeat(lambda: evolution.click_message('土曜日'), 'the honest message',
                     lambda: SHOWN[2] in evolution.document(evolution.window))
    settle()
    check(not evolution.banners(evolution.window), 'it was warned of before')


def fetched_list_counts_at_once(evolution):
    """Also for a message that is open, or was."""
    show_honest(evolution)
    add(evolution, open_page(evolution), BLOCK_LISTS, subscription.WORDS)
    wait_for('it to be written', lambda: subscription.NAME in stored(evolution))
    evolution.close_others()
    subscription.fetch(evolution, 'museum.example')
    words = text_of(evolution.wait_for_banner())
    check(any(title in words for title in BLOCKED) and subscription.NAME in words, f'something else is told: {words}')
    check(re.search(subscription.DAY, words), f'of which day it is: {words}')
    evolution.screenshot(f'listed-{evolution.locale}')
    subscription.fetch(evolution)
    wait_for('no banner', lambda: not evolution.banners(evolution.window))


def blocked_site_is_warned_of(evolution):
    """An honest message, until its link leads to a site that the reader blocks."""
    show_honest(evolution)
    page = open_page(evolution)
    add(evolution, page, BLOCKED_SITES, 'museum.example')
    wait_for('it to be written', lambda: "'museum.example'" in stored(evolution))
    evolution.close_others()
    check(any(words in text_of(evolution.wait_for_banner()) for words in BLOCKED), 'the banner tells something else')
    evolution.screenshot(f'blocked-site-{evolution.locale}')


def looking_is_switched_off(evolution):
    page = open_page(evolution)
    evolution.press(find_box(page, REGISTRATION))
    wait_for('it to be written', lambda: "lookup-kinds=['sender', 'reverse-name']" in stored(evolution))
    evolution.press(find_box(page, CODES))
    wait_for('it to be written', lambda: 'qr-codes=false' in stored(evolution))
    evolution.close_others()


def report_address_is_written(evolution):
    page = open_page(evolution)
    field = wait_for('the field', lambda: next((node for node in walk(page) if node.get_role() == Atspi.Role.TEXT
                                                and (node.get_name() or '') in ADDRESS), None))
    Atspi.EditableText.insert_text(field, 0, ' abuse@company.example', 22)
    check('abuse@' not in stored(evolution), 'it counts letter by letter')
    Atspi.Action.do_action(field, 0)
    wait_for('it to be written', lambda: "organization-report-address='abuse@company.example'" in stored(evolution))
    evolution.close_others()


def switching_off_counts_at_once(evolution):
    show_first(evolution)
    evolution.wait_for_banner()
    page = open_page(evolution)
    evolution.press(find_box(page, SWITCH))
    wait_for('the banner to go', lambda: not evolution.banners(evolution.window))
    evolution.press(find_box(page, SWITCH))
    evolution.wait_for_banner(evolution.window)
    evolution.close_others()


def single_check_is_switched_off(evolution):
    show_first(evolution)
    check(MISMATCH[0] in text_of(evolution.wait_for_banner()) or MISMATCH[1] in text_of(evolution.wait_for_banner()),
          'the banner does not name the link')
    page = open_page(evolution)
    evolution.press(find_box(page, MISMATCH))
    wait_for('a banner without the link', lambda: any(
        not any(words in text_of(banner) for words in MISMATCH) for banner in evolution.banners(evolution.window)))
    wait_for('it to be written', lambda: "suppressed-checks=['link-text-mismatch']" in stored(evolution))
    evolution.press(find_box(page, MISMATCH))
    wait_for('the link again', lambda: any(
        words in text_of(banner) for banner in evolution.banners(evolution.window) for words in MISMATCH))
    evolution.close_others()


SCENES = (page_tells_all, trust_is_taken_back, own_domain_is_added, trusted_sender_is_added,
          what_is_no_site_is_not_added, fetched_list_counts_at_once, blocked_site_is_warned_of,
          looking_is_switched_off, report_address_is_written, switching_off_counts_at_once,
          single_check_is_switched_off)
