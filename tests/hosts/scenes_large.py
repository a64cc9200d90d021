# SPDX-License-Identifier: LGPL-2.1-or-later
"""Text at twice the size in a narrow window: nothing is cut off, and most of the preview is the message's."""
from gi.repository import Atspi

from accessible import is_showing, walk
from evolution_driver import SHOW_ALL, SHOW_LESS, wait_for
from preferences import open_page
from scenes import HOSTS, MORE, SHOWN, check, settle, show_first

FORGET_ALL = ('Forget Everything…', 'すべて消去')
LOOK_BACK = ('Look Back at Your Mail', 'これまでのメールを確認')
SIZE = '600x1000'
MAX_SHARE = 0.4  # of the preview, for a folded banner
LOW = 200  # pixels of a preview
MARGIN = 4  # pixels that belong to neither
LOOKS = {'font': 'Sans 20'}


def prepare(evolution):
    evolution.unfolds = False


def area_of(node):
    return node.get_extents(Atspi.CoordType.SCREEN)


def check_buttons(evolution, window):
    """Compared with the message, not the window: Evolution itself may request more room than it has."""
    banner = evolution.wait_for_banner(window)
    bar = area_of(banner)
    message = next(area_of(node) for node in walk(window) if node.get_role() == Atspi.Role.DOCUMENT_WEB)
    check(bar.width <= message.width, f'the banner is {bar.width} pixels wide over {message.width} of the message')
    for names in (('Details', '詳細'), ('Mark as', 'ジャンクとして'), MORE):
        button = area_of(evolution.wait_for_button(lambda: [banner], *names))
        check(bar.x <= button.x and button.x + button.width <= bar.x + bar.width, f'{names[0]} is cut off')
        check(button.y + button.height <= bar.y + bar.height, f'{names[0]} is below the banner')


def check_share(evolution, window):
    """The banner is folded: most of the preview is the message's."""
    bar = area_of(evolution.wait_for_banner(window))
    message = next(area_of(node) for node in walk(window) if node.get_role() == Atspi.Role.DOCUMENT_WEB)
    room = bar.height + MARGIN + message.height
    check(bar.height <= MAX_SHARE * room, f'the banner takes {bar.height} of {room} pixels')


def shown_hosts(banner):
    return [host for host in HOSTS if any(is_showing(node) and host in (node.get_name() or '')
                                          for node in walk(banner))]


def banner_unfolds(evolution):
    banner = evolution.wait_for_banner()
    check(shown_hosts(banner) != list(HOSTS), 'it is not folded')
    evolution.press(evolution.wait_for_button(lambda: [banner], *SHOW_ALL))
    wait_for('all of it', lambda: set(shown_hosts(banner)) == set(HOSTS))
    evolution.screenshot(f'unfolded-{evolution.locale}')
    evolution.press(evolution.wait_for_button(lambda: [banner], *SHOW_LESS))
    wait_for('the folded banner', lambda: set(shown_hosts(banner)) != set(HOSTS))
    check_share(evolution, evolution.window)


def banner_fits(evolution):
    evolution.wait_for_message(SHOWN[0])
    evolution.wait_for_banner()
    evolution.screenshot(f'large-{evolution.locale}')
    check_buttons(evolution, evolution.window)
    check_share(evolution, evolution.window)


def banner_fits_a_narrow_window(evolution):
    show_first(evolution)
    window = evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    evolution.wait_for_banner(window)
    evolution.resize_window(window, '600x800')
    settle()
    evolution.screenshot(f'narrow-{evolution.locale}')
    check(area_of(window).width <= 620, f'the window is {area_of(window).width} pixels wide')
    check_buttons(evolution, window)
    check_share(evolution, window)
    check_low(evolution, window)


def room_of(window, banner):
    """The height of the preview, to the edge of the window: WebKit does not tell at once that it was made smaller."""
    return area_of(window).y + area_of(window).height - area_of(banner).y


def check_low(evolution, window):
    """In the least of panes, the headline and the button that unfolds the banner are left."""
    banner = evolution.wait_for_banner(window)
    evolution.resize_window(window, f'700x{area_of(window).height - room_of(window, banner) + LOW}')
    wait_for('a low pane', lambda: room_of(window, banner) < 2 * LOW)  # Evolution has a minimum
    settle()
    evolution.screenshot(f'low-{evolution.locale}')
    bar, button = area_of(banner), area_of(evolution.wait_for_button(lambda: [banner], *SHOW_ALL))
    room = room_of(window, banner)
    check(bar.height <= MAX_SHARE * room, f'the banner takes {bar.height} of {room} pixels')
    check(button.x + button.width <= bar.x + bar.width and button.y + button.height <= bar.y + bar.height,
          'the button is cut off')


def details_fit_the_screen(evolution):
    banner = evolution.wait_for_banner()
    evolution.press(evolution.wait_for_button(lambda: [banner], 'Details', '詳細'))
    details = wait_for('the details', evolution.other_window)
    evolution.screenshot(f'details-large-{evolution.locale}')
    check(area_of(details).height <= 1200, 'the details are higher than the screen')
    evolution.close_others()


def preferences_fit(evolution):
    page = open_page(evolution)
    evolution.screenshot(f'preferences-large-{evolution.locale}')
    right = area_of(page).x + area_of(page).width
    for button in (node for node in walk(page) if (node.get_name() or '').startswith(FORGET_ALL + LOOK_BACK)):
        Atspi.Component.grab_focus(button)
        settle()
        check(area_of(button).x + area_of(button).width <= right, f'{button.get_name()} is cut off')
    evolution.screenshot(f'preferences-memory-large-{evolution.locale}')
    evolution.close_others()


SCENES = (banner_fits, banner_unfolds, banner_fits_a_narrow_window, details_fit_the_screen, preferences_fit)
