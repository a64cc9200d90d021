# SPDX-License-Identifier: LGPL-2.1-or-later
"""One set of settings for all mail programs of the reader: what is set elsewhere holds here at once, and the other way
round."""
import re

import subscription
from scenes import (DATA, EKINET, SAMPLES, button_place, check, click_element, has_banner, settle,
                    wait_for_banner, wait_for_question)
from waiting import wait_for

MAILS = {'Circle': sorted((DATA / 'client').glob('[1-3]-*.eml')), 'Samples': SAMPLES}
HONEST = '土曜日'
HEADLINE = {'C.UTF-8': 'A link opens a site on the block list', 'ja_JP.UTF-8': '」に載っているサイトへのリンクがあります'}
BLOCKED = {'C.UTF-8': 'A link opens a blocked site', 'ja_JP.UTF-8': 'ブロックされたサイトへのリンク'}
PROVEN = 'Books of the month'
MORE = ('More', 'その他')
TRUST = ('Trust Mail from circle.example', 'circle.example からのメールを信頼する')
YES = ('Trust', '信頼する')
UNDO = ('Undo', '取り消す', '元に戻す')
FOCUS_ON_LAST = '''
  const box = banner.querySelector(".box");
  [...box.querySelectorAll("button:not(.fold)")].at(-1).focus();
  box.className += " old";'''
FOCUSED = 'return banner?.activeElement?.textContent ?? ""'
QUIET = 'return banner?.querySelector(".quiet")?.innerText'


def _show(client):
    client.show_folder('Circle')
    client.run('''
      const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
      const rows = [...Array(pane.gDBView.rowCount).keys()];
      const date = row => pane.gDBView.getMsgHdrAt(row).messageKey;
      pane.threadTree.selectedIndex = rows.sort((a, b) => date(a) - date(b))[0];''')
    wait_for_banner(client)


def link_action_set_elsewhere_holds_at_once(client):
    _show(client)
    client.settings('set', 'link-action', 'block')
    link = 'a[href*="counter.example"]'

    def refused():
        click_element(client, link)
        wait_for_question(client)
        found = client.in_page('return question.querySelectorAll("button").length') == 1
        if found:
            client.screenshot('question-blocked')
        client.key('Escape')
        client.wait_in_page('no question', 'return !question')
        return found
    wait_for('links that are refused', refused)
    client.settings('reset', 'link-action')


def level_set_elsewhere_holds_at_once(client):
    _show(client)
    client.settings('set', 'enabled', 'false')
    wait_for('no banner', lambda: not has_banner(client))
    client.settings('reset', 'enabled')
    wait_for_banner(client)


def site_blocked_elsewhere_counts_at_once(client):
    client.show(HONEST, 'Samples')
    settle()
    check(not has_banner(client), 'it was warned of before')
    client.settings('set', 'block-sites', "['museum.example']")
    words = wait_for_banner(client)
    check(BLOCKED[client.locale] in words, f'something else is told: {words}')
    client.screenshot('blocked-site')
    client.settings('reset', 'block-sites')
    wait_for('no banner', lambda: not has_banner(client))


def fetched_list_counts_at_once(client):
    """Also for a message that is open, or was."""
    client.settings('set', 'lists', str([subscription.WORDS]))
    client.show(HONEST, 'Samples')
    settle()
    check(not has_banner(client), 'it was warned of before')
    subscription.fetch(client, 'museum.example')
    words = wait_for_banner(client)
    check(BLOCKED[client.locale] in words and subscription.NAME in words, f'something else is told: {words}')
    check(HEADLINE[client.locale] in words, f'more is told than the list knows: {words}')
    check(re.search(subscription.DAY, words), f'of which day it is: {words}')
    client.screenshot('listed')
    subscription.fetch(client)
    wait_for('no banner', lambda: not has_banner(client))
    client.settings('reset', 'lists')


def trust_given_elsewhere_counts_at_once(client):
    _show(client)
    client.settings('set', 'trusted-senders', "['circle.example']")
    wait_for('no banner', lambda: not client.in_page('return banner?.querySelector("[role=alert]") != null'))
    client.settings('reset', 'trusted-senders')
    wait_for_banner(client)


def trust_given_here_counts_elsewhere(client):
    _show(client)
    client.click_at(*button_place(client, *MORE))
    client.click_accessible(*TRUST)
    client.screenshot('popup-trust')
    client.click_accessible(*YES)
    wait_for('the trust', lambda: 'circle.example' in client.settings('get', 'trusted-senders'))
    client.key('Escape')
    words = client.wait_in_page('the bar that tells', QUIET)
    check('circle.example' in words, words)
    client.screenshot('trusted')
    client.click_at(*button_place(client, *UNDO))
    wait_for('no trust', lambda: 'circle.example' not in client.settings('get', 'trusted-senders'))
    wait_for_banner(client)


def changed_verdict_leaves_the_keyboard(client):
    """All that the banner shows is made anew then."""
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    client.in_page(FOCUS_ON_LAST)
    check(client.in_page(FOCUSED).startswith(MORE), 'the button does not take the keyboard')
    client.settings('set', 'block-sites', "['ekl-net.vecterdian.shop']")
    client.wait_in_page('the changed warning', 'return banner?.querySelector(".box:not(.old)") != null')
    words = client.in_page(FOCUSED)
    check(words.startswith(MORE), f'the keyboard is on “{words}”')
    client.settings('reset', 'block-sites')


SCENES = (link_action_set_elsewhere_holds_at_once, level_set_elsewhere_holds_at_once,
          site_blocked_elsewhere_counts_at_once, fetched_list_counts_at_once, trust_given_elsewhere_counts_at_once,
          trust_given_here_counts_elsewhere, changed_verdict_leaves_the_keyboard)
WORDLESS = (changed_verdict_leaves_the_keyboard,)
