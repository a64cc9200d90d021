# SPDX-License-Identifier: LGPL-2.1-or-later
"""Our widgets in a theme of the reader's: the screenshots are there to be looked at."""
from evolution_driver import wait_for
from scenes import SHOWN


def scenes_in(theme):
    """The banner and the details, in screenshots named after `theme`."""
    def banner_is_shown(evolution):
        evolution.wait_for_message(SHOWN[0])
        evolution.wait_for_banner()
        evolution.screenshot(f'{theme}-{evolution.locale}')

    def details_are_shown(evolution):
        evolution.press(evolution.find_button(evolution.wait_for_banner(), 'Details', '詳細'))
        wait_for('the details', evolution.other_window)
        evolution.screenshot(f'{theme}-details-{evolution.locale}')

    return banner_is_shown, details_are_shown
