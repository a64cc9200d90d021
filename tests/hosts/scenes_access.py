# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a screen reader announces, and that everything can be done with the keyboard."""
from gi.repository import Atspi

from accessible import children, is_showing, text_of, walk
from evolution_driver import wait_for
from scenes import SHOWN, check

ADVICE = ('bookmark', 'ブックマーク')
HEADINGS = {'C.UTF-8': 'The route it took', 'ja_JP.UTF-8': '届いた経路'}


def letter_of(node):
    """The letter that, with Alt, acts on `node`; None. The binding reads "d;<Alt>d;" or so."""
    if 'Action' not in node.get_interfaces():
        return None
    for i in range(Atspi.Action.get_n_actions(node)):
        binding = Atspi.Action.get_key_binding(node, i) or ''
        for key in binding.split(';'):
            if key.lower().startswith('<alt>') and len(key) == len('<alt>') + 1:
                return key[-1].lower()
    return None


def outside(node, left_out):
    if node == left_out:
        return
    yield node
    for child in children(node):
        yield from outside(child, left_out)


def banner_is_announced(evolution):
    evolution.wait_for_message(SHOWN[0])
    banner = evolution.wait_for_banner()
    check(': ' in banner.get_name(), f'its name is not level and headline: {banner.get_name()}')
    check(any(words in banner.get_description() for words in ADVICE), 'its description is not the advice')


def values_are_labelled(evolution):
    banner = evolution.wait_for_banner()
    value = next(node for node in walk(banner) if 'vecterdian' in (node.get_name() or ''))
    labels = [relation.get_target(0).get_name() for relation in value.get_relation_set()
              if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    check(labels and labels[0] in ('Really opens', '実際の行き先'), f'the real host is labelled {labels}')


def letters_do_not_clash(evolution):
    banner = evolution.wait_for_banner()
    ours = [letter_of(node) for node in walk(banner) if is_showing(node) and letter_of(node)]
    others = {letter_of(node) for node in outside(evolution.window, banner) if is_showing(node)}
    check(sorted(ours) == ['d', 'j', 'p'], f'the letters are {ours}')
    check(not others & set(ours), f'{others & set(ours)} clash with Evolution')
    check(others - {None}, 'no letter of Evolution was found to compare with')


def buttons_are_reached_by_tab(evolution):
    banner = evolution.wait_for_banner()
    details = evolution.wait_for_button(lambda: [banner], 'Details', '詳細')
    Atspi.Component.grab_focus(details)
    wait_for('the focus', lambda: details.get_state_set().contains(Atspi.StateType.FOCUSED))
    evolution.activate(evolution.window)
    evolution.key('Tab')
    junk = evolution.wait_for_button(lambda: [banner], 'Mark as', 'ジャンクとして')
    wait_for('the focus to go on', lambda: junk.get_state_set().contains(Atspi.StateType.FOCUSED))


def details_have_headings(evolution):
    evolution.press(evolution.wait_for_button(evolution.banners, 'Details', '詳細'))
    details = wait_for('the details', evolution.other_window)
    headings = [node.get_name() for node in walk(details) if node.get_role() == Atspi.Role.HEADING]
    check(HEADINGS[evolution.locale] in headings, f'the headings are {headings}')
    check('participan.shop' in text_of(details), 'the route has no words')
    evolution.close_others()  # by Escape


SCENES = (banner_is_announced, values_are_labelled, letters_do_not_clash, buttons_are_reached_by_tab,
          details_have_headings)
