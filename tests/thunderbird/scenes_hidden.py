# SPDX-License-Identifier: LGPL-2.1-or-later
"""A link is judged by what is displayed of its text (tests/hosts/hidden_parts.py)."""
import hidden_parts
from scenes_overlays import NOT_CHECKED, TOLD, check_is_silent

FOLDER = 'Hidden'
MAILS = {FOLDER: [page.path for page in hidden_parts.OF_LIES + hidden_parts.OF_UNCLEAR + hidden_parts.OF_HONEST]}


def displayed_text_is_warned_of(client):
    for page in hidden_parts.OF_LIES:
        client.show(page.subject, FOLDER)
        client.wait_in_page(f'the warning of {page.kind}', TOLD, page.host)


def unclear_text_is_told(client):
    for page in hidden_parts.OF_UNCLEAR:
        client.show(page.subject, FOLDER)
        client.wait_in_page(f'the warning of {page.kind}', TOLD, NOT_CHECKED)


def honest_layout_is_not(client):
    for page in hidden_parts.OF_HONEST:
        check_is_silent(client, page, FOLDER)


SCENES = (displayed_text_is_warned_of, unclear_text_is_told, honest_layout_is_not)
WORDLESS = SCENES
