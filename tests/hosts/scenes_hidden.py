# SPDX-License-Identifier: LGPL-2.1-or-later
"""A link is judged by what is displayed of its text (hidden_parts.py)."""
import hidden_parts
from evolution_driver import wait_for
from scenes import show
from scenes_overlays import LOOKS, NOT_CHECKED, check_is_silent, is_warned_of, open_page, told_of

PAGES = hidden_parts.OF_LIES + hidden_parts.OF_UNCLEAR + hidden_parts.OF_HONEST
MAILS = [page.path for page in PAGES]
SELECT = MAILS[0].stem
__all__ = ('LOOKS', 'MAILS', 'SCENES', 'SELECT', 'WORDLESS')


def displayed_text_is_warned_of(evolution):
    show(evolution, PAGES[0].subject)
    for page in hidden_parts.OF_LIES:
        open_page(evolution, page, PAGES)
        wait_for(f'the warning of {page.kind}', lambda page=page: is_warned_of(evolution, page))


def unclear_text_is_told(evolution):
    for page in hidden_parts.OF_UNCLEAR:
        open_page(evolution, page, PAGES)
        wait_for(f'the warning of {page.kind}', lambda: NOT_CHECKED in told_of(evolution))


def honest_layout_is_not(evolution):
    for page in hidden_parts.OF_HONEST:
        check_is_silent(evolution, page, PAGES)


SCENES = [displayed_text_is_warned_of, unclear_text_is_told, honest_layout_is_not]
WORDLESS = SCENES
