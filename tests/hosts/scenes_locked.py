# SPDX-License-Identifier: LGPL-2.1-or-later
"""Keys that the organisation has fixed, in dconf or by a policy file, are greyed, and say why; the others are the
reader's. The policy file changes while Evolution runs, and is broken for a while.
"""
import json
import subprocess

from gi.repository import Atspi

from accessible import is_showing, text_of, walk
from evolution_driver import wait_for
from preferences import CODES, MISMATCH, REGISTRATION, REVERSE_NAME, SWITCH, find_box, open_page
from scenes import SHOWN, check, settle

PATH = '/org/bellbuoy/Bellbuoy/'
LOOKS = {'settings': """
[org/bellbuoy/Bellbuoy]
enabled=true
trusted-senders=['news.example']
own-domains=['company.example']
suppressed-checks=['urgency']
organization-report-address='abuse@company.example'
""", 'locks': [PATH + key for key in ('enabled', 'lookups', 'own-domains', 'suppressed-checks',
                                      'organization-report-address')], 'policy': """
{"banner-level": {"value": "danger", "locked": true}, "link-action": "block",
 "receiving-servers": {"value": ["mx.company.example"], "merge": true}, "support-text": "Help desk: 7000",
 "qr-codes": {"value": true, "locked": true}, "lookup-kinds": {"value": ["registration"], "merge": true},
 "events": "file", "events-format": "plain", "events-fields": "domains"}
"""}
OPEN_POLICY = '{"support-text": "Help desk: 8000"}'
EVENTS = ('Your organisation is told', '組織に通知されます')
ERRORS = ('contains errors', 'ポリシーに誤りがあります')
ADDRESS = 'abuse@company.example'
REPORT = ('Report to Your Organisation', '組織の窓口に報告')
LEVEL_CHOICE = ('Only “Danger”', '「危険」')
EVERY_CHOICE = ('Every warning', 'すべて')
BLOCK_CHOICE = ('Never open', '開かない')
MANAGED = ('Managed by your organisation', 'この設定は組織が管理しています')


def is_usable(node):
    return node.get_state_set().contains(Atspi.StateType.SENSITIVE)


def button_with(page, *names):
    """A button, scrolled into sight or not."""
    return wait_for(names[0], lambda: next((node for node in walk(page) if (node.get_name() or '').startswith(names)
                                            and node.get_role() == Atspi.Role.PUSH_BUTTON), None))


def luminance(color):
    parts = [value / 255 for value in color]
    return sum(weight * (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
               for weight, part in zip((0.2126, 0.7152, 0.0722), parts))


def contrast(picture, node):
    """Of the text of a label with what is behind it (WCAG 2.1, 1.4.3), the darkest and the lightest of its pixels."""
    area = node.get_extents(Atspi.CoordType.SCREEN)
    crop = f'{area.width}x{area.height}+{area.x}+{area.y}'
    pixels = subprocess.run(['convert', str(picture), '-crop', crop, '-depth', '8', 'rgb:-'], stdout=subprocess.PIPE,
                            check=True).stdout
    levels = [luminance(pixels[i:i + 3]) for i in range(0, len(pixels), 3)]
    return (max(levels) + 0.05) / (min(levels) + 0.05)


def locked_text_can_be_read(evolution):
    page = open_page(evolution)
    picture = evolution.screenshot(f'locked-contrast-{evolution.locale}')
    labels = [node for node in walk(page) if is_showing(node) and node.get_role() == Atspi.Role.LABEL
              and (node.get_name() or '').startswith(MANAGED + SWITCH)]
    check(len(labels) > 1, f'{len(labels)} labels')
    for label in labels:
        check(contrast(picture, label) >= 4.5, f'{label.get_name()}: a contrast of {contrast(picture, label):.1f}')
    evolution.close_others()


def locked_keys_are_greyed(evolution):
    evolution.wait_for_message(SHOWN[0])
    page = open_page(evolution)
    for words in (SWITCH, MISMATCH):
        check(not is_usable(find_box(page, words)), f'{words[0]} can be changed')
    check(sum(text_of(page).count(words) for words in MANAGED) >= 2, f'the reason is not told: {text_of(page)}')
    check(not is_usable(button_with(page, 'Remove company.example', 'company.example を')),
          'a locked domain can be removed')
    evolution.screenshot(f'locked-{evolution.locale}')
    evolution.close_others()


def combo_with(page, words):
    return next((node for node in walk(page) if node.get_role() == Atspi.Role.COMBO_BOX
                 and (node.get_name() or '').startswith(words)), None)


def policy_is_greyed(evolution):
    page = open_page(evolution)
    check(not is_usable(combo_with(page, LEVEL_CHOICE)), 'a locked choice can be changed')
    check(is_usable(combo_with(page, BLOCK_CHOICE)), 'an unlocked default is grey')
    check(not is_usable(find_box(page, CODES)), 'a locked switch can be changed')
    check(not is_usable(find_box(page, REGISTRATION)), 'a kind of lookup of the organisation can be taken away')
    check(is_usable(find_box(page, REVERSE_NAME)), 'another kind cannot be changed')
    check(not is_usable(button_with(page, 'Remove mx.company.example', 'mx.company.example を')),
          'an entry of the organisation can be removed')
    check(any(words in text_of(page) for words in EVENTS), 'the reader is not told of events')
    evolution.screenshot(f'locked-policy-{evolution.locale}')
    evolution.close_others()


def events_are_written(evolution):
    path = evolution.profile.base / 'state/bellbuoy/events.ndjson'
    events = wait_for('the events', lambda: path.exists() and [json.loads(line) for line in path.open()])
    check([event['event'] for event in events] == ['warning-shown', 'reported'], f'{events}')
    check(len({event['message'] for event in events}) == 1, f'{events}')
    check(all(event['from_domain'] for event in events), f'{events}')


def broken_policy_stays_in_force(evolution):
    page = open_page(evolution)
    evolution.profile.write_policy('{"banner-level": ')
    wait_for('the errors', lambda: any(words in text_of(page) for words in ERRORS))
    check('policy.json:1: ' in text_of(page), 'the place of the error is not told')
    check(not is_usable(combo_with(page, LEVEL_CHOICE)), 'a broken file has taken the lock away')
    evolution.screenshot(f'locked-broken-{evolution.locale}')
    evolution.profile.write_policy(OPEN_POLICY)
    wait_for('the errors to go', lambda: not any(words in text_of(page) for words in ERRORS))
    wait_for('the lock to go', lambda: is_usable(combo_with(page, EVERY_CHOICE)))
    evolution.close_others()


def locked_keys_count(evolution):
    page = open_page(evolution)
    Atspi.Action.do_action(find_box(page, SWITCH), 0)
    settle()
    evolution.wait_for_banner(evolution.window)
    off = [node.get_name() for node in walk(page) if node.get_role() == Atspi.Role.CHECK_BOX
           and not node.get_state_set().contains(Atspi.StateType.CHECKED)]
    check(len(off) == 1, f'these are off: {off}')
    evolution.close_others()


def other_keys_are_the_readers(evolution):
    page = open_page(evolution)
    evolution.press(evolution.wait_for_button(lambda: [page], 'Remove news.example', 'news.example を'))
    wait_for('the sender to go', lambda: 'news.example' not in text_of(page))
    evolution.close_others()


def field_with(page, words):
    """A field, whether visible or scrolled out."""
    return next((node for node in walk(page) if node.get_role() == Atspi.Role.TEXT
                 and Atspi.Text.get_text(node, 0, -1) == words), None)


def turn_wheel(evolution, page, button):
    """Scrolls down with button 5, up with button 4."""
    for _ in range(10):
        evolution.click_on(page, button=button)


def report_address_is_shown(evolution):
    page = open_page(evolution)
    field = wait_for('the address', lambda: field_with(page, ADDRESS))
    check(not is_usable(field), 'the address can be changed')
    turn_wheel(evolution, page, 5)
    evolution.screenshot(f'locked-report-{evolution.locale}')
    turn_wheel(evolution, page, 4)
    evolution.close_others()


def report_goes_there(evolution):
    more = evolution.wait_for_button(lambda: evolution.banners(evolution.window), 'More', 'その他')
    evolution.press(more)
    items = wait_for('the menu', lambda: [node for node in walk(evolution.app) if is_showing(node)
                                          and node.get_role() == Atspi.Role.MENU_ITEM and node.get_name()])
    evolution.screenshot(f'locked-menu-{evolution.locale}')
    check(items[0].get_name().startswith(REPORT), f'{items[0].get_name()} is the first entry')
    evolution.press(items[0])
    composer = wait_for('the composer', evolution.other_window)
    wait_for('the address', lambda: ADDRESS in text_of(composer))
    settle()
    evolution.close_others()


SCENES = (locked_keys_are_greyed, locked_text_can_be_read, policy_is_greyed, report_address_is_shown, report_goes_there,
          events_are_written, broken_policy_stays_in_force, locked_keys_count, other_keys_are_the_readers)
WORDLESS = (locked_keys_count, other_keys_are_the_readers)
