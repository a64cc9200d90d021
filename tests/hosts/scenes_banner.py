# SPDX-License-Identifier: LGPL-2.1-or-later
"""A warning is shown above deceptive messages only, and disappears when another message is opened."""
from accessible import text_of
from evolution_driver import wait_for
from scenes import HOSTS, SHOWN, check, check_hosts, settle, show_first

DECEIVES = (True, True, False, False, False)
N_SWITCHES = 12


def banner_names_the_hosts(evolution):
    evolution.wait_for_message(SHOWN[0])
    banner = evolution.wait_for_banner()
    check(all(host in text_of(banner) for host in HOSTS[:2]), 'the gravest fact is not there')
    check(': ' in banner.get_name(), 'the accessible name is not level and headline')
    evolution.screenshot(f'banner-{evolution.locale}')


def details_open(evolution):
    banner = evolution.wait_for_banner()
    before = len(evolution.windows())
    evolution.press(evolution.wait_for_button(evolution.banners, 'Details', '詳細'))
    wait_for('the details', lambda: len(evolution.windows()) > before)
    details = evolution.other_window()
    check_hosts(text_of(details))
    evolution.screenshot(f'details-{evolution.locale}')
    evolution.close_others()


def window_of_its_own_has_it(evolution):
    show_first(evolution)
    window = evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    banner = evolution.wait_for_banner(window)
    evolution.resize_window(window, '800x900')  # a small one cuts the facts short
    wait_for('the hosts', lambda: all(host in text_of(banner) for host in HOSTS))
    evolution.screenshot(f'window-{evolution.locale}')
    evolution.close_others()


def only_deceit_is_warned_of(evolution):
    show_first(evolution)
    for place, words in enumerate(SHOWN):
        evolution.wait_for_message(words)
        if DECEIVES[place]:
            evolution.wait_for_banner()
        else:
            settle()
            check(not evolution.banners(), f'a banner over the honest message {place + 1}')
        evolution.screenshot(f'message-{place + 1}-{evolution.locale}')
        evolution.key('Down')
    evolution.key('Home')


def fast_switches_leave_nothing(evolution):
    show_first(evolution)
    evolution.key(*(['Down', 'Down', 'Up', 'Up'] * (N_SWITCHES // 4)), delay_ms=150)
    evolution.key('Down', 'Down', delay_ms=50)
    evolution.wait_for_message(SHOWN[2])
    settle()
    check(not evolution.banners(), 'a stale banner over an honest message')
    evolution.key('Up', 'Up', delay_ms=50)
    evolution.wait_for_message(SHOWN[0])
    evolution.wait_for_banner()
    settle()
    check(len(evolution.banners()) == 1, 'more than one banner')


SCENES = (banner_names_the_hosts, details_open, window_of_its_own_has_it, only_deceit_is_warned_of,
          fast_switches_leave_nothing)
WORDLESS = (window_of_its_own_has_it, only_deceit_is_warned_of, fast_switches_leave_nothing)
