# SPDX-License-Identifier: LGPL-2.1-or-later
"""A link that is laid over a displayed address is judged by it (tests/hosts/overlays.py)."""
import time

import overlays
from scenes import BANNER_TEXT, check, click_element, element_place, settle, wait_for_question

FOLDER = 'Overlays'
MAILS = {FOLDER: [page.path for page in overlays.OF_LIES + overlays.OF_HONEST]}
SAID = 'does not lead where it says'
NOT_CHECKED = 'It cannot be checked completely'
TOLD = 'return (banner?.querySelector(".box")?.innerText ?? "").includes(arguments[0])'
SCROLL = 'window.scrollTo(0, document.documentElement.scrollHeight)'


def open_page(client, page):
    client.show(page.subject, FOLDER)
    if page.kind == 'below the window':
        client.wait_in_page('its verdict', 'return window.performance.getEntriesByName("bellbuoy-shown").length')
        client.in_page(SCROLL)
    if page.kind in overlays.MOVED:
        time.sleep(overlays.MOVED[page.kind])
        client.move_to(*element_place(client, '.shown'))


def covered_address_is_warned_of(client):
    for page in overlays.OF_LIES:
        open_page(client, page)
        client.wait_in_page(f'the warning of {page.kind}', TOLD, page.host)


def check_is_silent(client, page, folder):
    client.show(page.subject, folder)
    client.wait_in_page('its verdict', 'return window.performance.getEntriesByName("bellbuoy-shown").length')
    settle()
    told = client.in_page(BANNER_TEXT)
    check(SAID not in told and NOT_CHECKED not in told, f'{page.kind}: {told}')


def honest_layout_is_not(client):
    for page in overlays.OF_HONEST:
        check_is_silent(client, page, FOLDER)


def covering_link_asks(client):
    client.forget_opened()
    for page in overlays.CLICKED:
        client.show(page.subject, FOLDER)
        settle()
        client.screenshot(f'overlay-{page.number}')
        click_element(client, '.shown')
        question = wait_for_question(client)
        check(page.host in question and 'www.shop.example' in question, question)
        client.key('Return')
        client.wait_in_page('no question', 'return !question')
        settle()
        check(not client.opened(), f'{client.opened()} was opened')


SCENES = (covered_address_is_warned_of, honest_layout_is_not, covering_link_asks)
WORDLESS = SCENES
