# SPDX-License-Identifier: LGPL-2.1-or-later
"""What an organisation sets by Thunderbird's own policies, or by a policy file of Bellbuoy's: it holds, it is grey on
the page, and nonsense is ignored. The file changes while Thunderbird runs.
"""
import json

from extension_page import open_tab, wait_within, within
from scenes import EKINET, SAMPLES, check, click_element, wait_for_banner, wait_for_question
from waiting import wait_for

MAILS = {'Samples': SAMPLES}
POLICY = {'link-action': 'block', 'own-domains': ['company.example'], 'banner-level': 7, 'colour': 'green'}
FILE = {'lookups': {'value': 'off', 'locked': True}, 'qr-codes': {'value': True, 'locked': True},
        'lookup-kinds': {'value': ['registration'], 'merge': True},
        'trusted-senders': {'value': ['a.example'], 'merge': True}, 'support-text': 'Help desk: 7000'}
MANAGED = {'C.UTF-8': 'Managed by your organisation', 'ja_JP.UTF-8': 'この設定は組織が管理しています'}


def prepare(client):
    client.profile.set_policy(client.xpi, POLICY)
    events = {'events': 'file', 'events-format': 'plain', 'events-file': str(_events(client))}
    client.profile.write_policy_file(json.dumps({**FILE, **events}))


def _events(client):
    return client.profile.base / 'events.ndjson'


def fixed_settings_are_grey(client):
    open_tab(client, 'options')
    value = wait_within(client, 'options', 'the options', 'return document.querySelector("#link-action")?.value')
    check(value == 'block', value)
    grey = within(client, 'options', 'return [...document.querySelectorAll(":disabled[id]")].map(field => field.id)')
    check(sorted(grey) == ['link-action', 'lookup-kinds-registration', 'lookups', 'own-domains', 'qr-codes'], f'{grey}')
    words = within(client, 'options', 'return [...document.querySelectorAll(".locked")].map(lock => lock.textContent)')
    check(len(words) == 4 and all(MANAGED[client.locale] in word for word in words), f'{words}')
    client.screenshot('policy')


def fixed_settings_hold(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    client.forget_opened()
    click_element(client, 'a[href*="vecterdian"]')
    words = wait_for_question(client)
    check('Help desk: 7000' in words, f'the question does not name whom to ask: {words}')
    buttons = client.in_page('return question.querySelectorAll("button").length')
    check(buttons == 1, f'{buttons} buttons')
    client.key('Return')
    check(not client.opened(), 'the link was opened')
    wait_for('the event', lambda: 'link-blocked' in _events(client).read_text(encoding='utf-8'))
    check('vecterdian' not in _events(client).read_text(encoding='utf-8'), 'an event names the link')


def policy_file_is_followed(client):
    open_tab(client, 'options')
    entry = 'return [...document.querySelectorAll("li button:not(#memory-state *)")].map(button => button.disabled)'
    check(wait_within(client, 'options', 'the entries', entry) == [True, True], 'an entry can be removed')
    client.profile.write_policy_file('{"lookups": ')
    trouble = ('return [...document.querySelectorAll(".trouble")].map(node => node.textContent)'
               '.find(text => text.includes("policy.json"))')
    words = wait_within(client, 'options', 'the errors', trouble)
    check('policy.json:1: ' in words, words)
    client.screenshot('policy-broken')
    locked = 'return document.querySelector("#lookups").disabled'
    check(within(client, 'options', locked), 'a broken file has taken the lock away')
    client.profile.write_policy_file('{}')
    wait_within(client, 'options', 'the lock to go', f'return !(await (async () => {{ {locked} }}) ())')
    check(within(client, 'options', trouble) is None, 'the errors are still told')


SCENES = (fixed_settings_are_grey, fixed_settings_hold, policy_file_is_followed)
