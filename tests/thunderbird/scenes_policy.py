# SPDX-License-Identifier: LGPL-2.1-or-later
"""What an organisation sets by Thunderbird's own policies: it holds, it is grey on the page, and nonsense is ignored."""
from extension_page import open_tab, wait_within, within
from scenes import EKINET, SAMPLES, check, click_element, wait_for_banner, wait_for_question

MAILS = {'Samples': SAMPLES}
POLICY = {'link-action': 'block', 'own-domains': ['company.example'], 'banner-level': 7, 'colour': 'green'}
MANAGED = {'C.UTF-8': 'Managed by your organisation', 'ja_JP.UTF-8': 'この設定は組織が管理しています'}


def prepare(client):
    client.profile.set_policy(client.xpi, POLICY)


def fixed_settings_are_grey(client):
    open_tab(client, 'options')
    value = wait_within(client, 'options', 'the options', 'return document.querySelector("#link-action")?.value')
    check(value == 'block', value)
    grey = within(client, 'options', 'return [...document.querySelectorAll(":disabled[id]")].map(field => field.id)')
    check(sorted(grey) == ['link-action', 'own-domains'], f'{grey}')
    words = within(client, 'options', 'return [...document.querySelectorAll(".locked")].map(lock => lock.textContent)')
    check(len(words) == 2 and all(MANAGED[client.locale] in word for word in words), f'{words}')
    client.screenshot('policy')


def fixed_settings_hold(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    client.forget_opened()
    click_element(client, 'a[href*="vecterdian"]')
    wait_for_question(client)
    buttons = client.in_page('return question.querySelectorAll("button").length')
    check(buttons == 1, f'{buttons} buttons')
    client.key('Return')
    check(not client.opened(), 'the link was opened')


SCENES = (fixed_settings_are_grey, fixed_settings_hold)
