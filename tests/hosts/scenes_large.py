# SPDX-License-Identifier: LGPL-2.1-or-later
"""Text of twice the size in a narrow window: nothing is cut off, and the message is still there."""
from gi.repository import Atspi

from evolution_driver import wait_for
from scenes import SHOWN, check

SIZE = '600x1000'
LOOKS = {'font': 'Sans 20'}


def area_of(node):
    return node.get_extents(Atspi.CoordType.SCREEN)


def banner_fits_a_narrow_window(evolution):
    evolution.wait_for_message(SHOWN[0])
    banner = evolution.wait_for_banner()
    evolution.screenshot(f'large-{evolution.locale}')
    window, bar = area_of(evolution.window), area_of(banner)
    for names in (('Details', '詳細'), ('Mark as', '迷惑メール'), ('More', 'その他')):
        button = area_of(evolution.find_button(banner, *names))
        check(bar.x <= button.x and button.x + button.width <= window.x + window.width, f'{names[0]} is cut off')
        check(button.y + button.height <= bar.y + bar.height, f'{names[0]} is below the banner')


def details_fit_the_screen(evolution):
    banner = evolution.wait_for_banner()
    evolution.press(evolution.find_button(banner, 'Details', '詳細'))
    details = wait_for('the details', evolution.other_window)
    evolution.screenshot(f'details-large-{evolution.locale}')
    check(area_of(details).height <= 1200, 'the details are higher than the screen')
    evolution.close_others()


SCENES = (banner_fits_a_narrow_window, details_fit_the_screen)
