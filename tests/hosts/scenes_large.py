# SPDX-License-Identifier: LGPL-2.1-or-later
"""Text at twice the size in a narrow window: nothing is cut off, and the message is still visible."""
from gi.repository import Atspi

from evolution_driver import walk, wait_for
from scenes import SHOWN, check, settle, show_first

SIZE = '600x1000'
LOOKS = {'font': 'Sans 20'}


def area_of(node):
    return node.get_extents(Atspi.CoordType.SCREEN)


def check_buttons(evolution, window):
    """Compared with the message, not the window: Evolution itself may request more room than it has."""
    banner = evolution.wait_for_banner(window)
    bar = area_of(banner)
    message = next(area_of(node) for node in walk(window) if node.get_role() == Atspi.Role.DOCUMENT_WEB)
    check(bar.width <= message.width, f'the banner is {bar.width} pixels wide over {message.width} of the message')
    for names in (('Details', '詳細'), ('Mark as', 'ジャンクとして'), ('More', 'その他')):
        button = area_of(evolution.find_button(banner, *names))
        check(bar.x <= button.x and button.x + button.width <= bar.x + bar.width, f'{names[0]} is cut off')
        check(button.y + button.height <= bar.y + bar.height, f'{names[0]} is below the banner')


def banner_fits(evolution):
    evolution.wait_for_message(SHOWN[0])
    evolution.wait_for_banner()
    evolution.screenshot(f'large-{evolution.locale}')
    check_buttons(evolution, evolution.window)


def banner_fits_a_narrow_window(evolution):
    show_first(evolution)
    window = evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    evolution.wait_for_banner(window)
    evolution.resize_window(window, '600x800')
    settle()
    evolution.screenshot(f'narrow-{evolution.locale}')
    check(area_of(window).width <= 620, f'the window is {area_of(window).width} pixels wide')
    check_buttons(evolution, window)


def details_fit_the_screen(evolution):
    banner = evolution.wait_for_banner()
    evolution.press(evolution.find_button(banner, 'Details', '詳細'))
    details = wait_for('the details', evolution.other_window)
    evolution.screenshot(f'details-large-{evolution.locale}')
    check(area_of(details).height <= 1200, 'the details are higher than the screen')
    evolution.close_others()


SCENES = (banner_fits, banner_fits_a_narrow_window, details_fit_the_screen)
