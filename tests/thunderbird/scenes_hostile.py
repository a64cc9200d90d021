# SPDX-License-Identifier: LGPL-2.1-or-later
"""No style sheet of a sender's hides, covers or moves the banner: judged by what is at each point of it, and by its
pixels, which are those over a message without any style sheet."""
import hostile
from scenes import COVERED, check, click_element, crop, element_place, same_pixels, wait_for_banner
from waiting import Failure

MAILS = {'Hostile': hostile.files()}


def _open(client, name):
    client.show(name)
    text = wait_for_banner(client)
    check('login.elsewhere.example' in text, f'{name}: {text}')


def _judge(client, name, part='.box'):
    found = client.in_page(COVERED, part)
    check(not found.pop('strange'), f'{name}: something else is there')
    return found


def _hold(client, names, act=lambda name: None):
    """Each of the messages is shown; what fails is told of all."""
    client.show(hostile.HONEST_LOOKS, 'Hostile')
    wait_for_banner(client)
    reference = crop(client, 'hostile-reference', _judge(client, hostile.HONEST_LOOKS))
    faults = []
    for name in names:
        try:
            _open(client, name)
            act(name)
            same_pixels(client, reference, 'hostile', _judge(client, name))
        except Failure as failure:
            client.screenshot(f'hostile-{name.replace(" ", "-")}')
            faults.append(f'{name}: {failure}')
    check(not faults, '\n'.join(faults))


def style_sheets_hide_nothing(client):
    _hold(client, [*hostile.STYLES, *hostile.PLAIN_BODIES, *hostile.ROOTS, *hostile.HEADS])


def root_says_nothing_of_the_banner(client):
    client.show('Inert root', 'Hostile')
    wait_for_banner(client)
    names = client.in_page('return document.documentElement.getAttributeNames()')
    check(not {'inert', 'aria-hidden', 'role', 'title'} & set(names), f'the root has {names}')


def what_a_click_opens_covers_nothing(client):
    def press(name):
        click_element(client, 'button, summary')
        client.wait_in_page(f'{name} to be opened', '''
          return document.querySelector("details[open]") || banner?.querySelector(".box")
            && !document.querySelector("#c:modal") && host.matches(":popover-open");''')
    _hold(client, hostile.BODIES, press)


def buttons_work_over_a_modal_dialog(client):
    client.show('Modal dialog', 'Hostile')
    wait_for_banner(client)
    click_element(client, 'button')
    check(client.in_page('return !document.querySelector("dialog:modal")'), 'the rest is inert')


def message_begins_with_the_banner(client):
    _hold(client, hostile.SCROLLED)


def headline_stays_on_a_scrolled_page(client):
    client.show('Scroll snap', 'Hostile')
    wait_for_banner(client)
    client.wheel(*element_place(client, 'p'), 60)
    client.wait_in_page('the headline', '''
      return banner.querySelector(".strip.is-needed")?.getBoundingClientRect().top == 0;''')
    found = _judge(client, 'Scroll snap', '.strip')
    client.screenshot('strip')
    client.click_at(found['x'] + 99, found['y'] + 9)
    client.wait_in_page('the banner again', 'return window.scrollY == 0 && !banner.querySelector(".strip.is-needed")')


SCENES = (style_sheets_hide_nothing, root_says_nothing_of_the_banner, what_a_click_opens_covers_nothing,
          buttons_work_over_a_modal_dialog, message_begins_with_the_banner, headline_stays_on_a_scrolled_page)
