# SPDX-License-Identifier: LGPL-2.1-or-later
"""Without the settings schema, which an installation may lack, there are warnings but no preferences page."""
from accessible import walk
from preferences import PAGE
from scenes import SHOWN, check

SCHEMAS = False
COMPLAINT = 'settings is not installed'


def banner_is_there(evolution):
    evolution.wait_for_message(SHOWN[0])
    evolution.wait_for_banner()


def no_page_is_offered(evolution):
    window = evolution.repeat(lambda: evolution.key('ctrl+shift+s'), 'the preferences', evolution.other_window)
    check(not any((node.get_name() or '') in PAGE for node in walk(window)), 'a page that can set nothing')
    evolution.close_others()


def log_says_it_once(evolution):
    said = evolution.log_path.read_text(encoding='utf-8', errors='replace').count(COMPLAINT)
    check(said == 1, f'said {said} times')


SCENES = (banner_is_there, no_page_is_offered, log_says_it_once)
