# SPDX-License-Identifier: LGPL-2.1-or-later
"""A link that is laid over a displayed address is judged by it (overlays.py)."""
import time

import overlays
from accessible import text_of
from evolution_driver import wait_for
from scenes import check, settle, show

PAGES = overlays.OF_LIES + overlays.OF_HONEST
MAILS = [page.path for page in PAGES]
SELECT = MAILS[0].stem
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=2500000
"""}
SAID = 'does not lead where it says'
NOT_CHECKED = 'It cannot be checked completely'


def open_page(evolution, page, pages):
    """By keys, as many as it is away from the message that is shown: a busy machine loses some."""
    def step():
        document = evolution.document(evolution.window)
        shown = next((other.number for other in pages if other.subject in document), page.number - 1)
        if shown != page.number:
            evolution.key(*['Down' if shown < page.number else 'Up'] * abs(page.number - shown), delay_ms=100)
    evolution.repeat(step, page.kind, lambda: page.subject in evolution.document(evolution.window))


def told_of(evolution):
    return ' '.join(text_of(bar) for bar in evolution.banners())


def is_warned_of(evolution, page):
    return page.host in told_of(evolution)


def covered_address_is_warned_of(evolution):
    show(evolution, overlays.OF_LIES[0].subject)  # the list has the keys again
    for page in overlays.OF_LIES:
        open_page(evolution, page, PAGES)
        if page.kind in overlays.MOVED:
            time.sleep(overlays.MOVED[page.kind])
            evolution.point_at(evolution.find_text(overlays.SHOWN), 'sleep', '0.3', 'mousemove_relative', '3', '3')
        wait_for(f'the warning of {page.kind}', lambda page=page: is_warned_of(evolution, page))


def check_is_silent(evolution, page, pages):
    open_page(evolution, page, pages)
    settle()
    told = told_of(evolution)
    check(SAID not in told and NOT_CHECKED not in told, f'{page.kind}: {told}')


def honest_layout_is_not(evolution):
    for page in overlays.OF_HONEST:
        check_is_silent(evolution, page, PAGES)


def covering_link_asks(evolution):
    for page in overlays.CLICKED:
        show(evolution, page.subject)
        settle()
        evolution.screenshot(f'overlay-{page.number}')
        evolution.click_text(overlays.SHOWN)
        question = text_of(wait_for('the question', evolution.other_window))
        check(page.host in question and 'www.shop.example' in question, f'the question is: {question}')
        evolution.key('Return')
        wait_for('the question to go', lambda: not evolution.other_window())
        check(not evolution.opened(), f'opened without consent: {evolution.opened()}')


SCENES = [covering_link_asks, covered_address_is_warned_of, honest_layout_is_not]
WORDLESS = SCENES
