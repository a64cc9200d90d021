# SPDX-License-Identifier: LGPL-2.1-or-later
"""Our widgets in other themes, as screenshots for a person to look at."""
from evolution_driver import wait_for
from scenes import SHOWN


def scenes_in(theme):
    """Screenshots of the banner and the details, named after `theme`."""
    def banner_is_shown(evolution):
        evolution.wait_for_message(SHOWN[0])
        evolution.wait_for_banner()
        evolution.screenshot(f'{theme}-{evolution.locale}')

    def details_are_shown(evolution):
        evolution.press(evolution.wait_for_button(evolution.banners, 'Details', '詳細'))
        wait_for('the details', evolution.other_window)
        evolution.screenshot(f'{theme}-details-{evolution.locale}')

    return banner_is_shown, details_are_shown
