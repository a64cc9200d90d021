# SPDX-License-Identifier: LGPL-2.1-or-later
"""The banner and the extension's own pages in the dark, with text of twice its size, the banner also in a narrow
pane and in the reader's colours: pictures to be looked at, and nothing is cut off. axe-core measures the contrast of
pages."""
import scenes_pages
from scenes import EKINET, check, wait_for_banner
from waiting import wait_for

MAILS = scenes_pages.MAILS
PREFS = {'ui.systemUsesDarkTheme': 1, 'layout.css.devPixelsPerPx': '2.0'}
OWN_COLOURS = 'browser.display.document_color_use'
# What of the banner sticks out of it, or of the window.
CUT_OFF = '''
  const box = banner.querySelector(".box").getBoundingClientRect();
  const parts = [...banner.querySelectorAll(".box *")].filter(part => part.checkVisibility());
  return parts.filter(part => {
    const {left, right} = part.getBoundingClientRect();
    return right - left > 1 && (left < box.left - 1 || right > Math.min(box.right, window.innerWidth) + 1);
  }).map(part => part.outerHTML.slice(0, 80));'''
COLOURS = '''
  const {color, backgroundColor} = window.getComputedStyle(banner.querySelector(".box"));
  return [color, backgroundColor];'''


def _check_banner(client, name, where='tab'):
    client.screenshot(name)
    found = client.in_page(CUT_OFF, where=where)
    check(not found, f'{name}: {found} is cut off')
    return client.in_page(COLOURS, where=where)


def _show(client):
    client.resize('1390x1190')
    client.show(EKINET, 'Samples')
    wait_for_banner(client)


def banner_in_the_dark(client):
    _show(client)
    client.open_selected('window')
    wait_for_banner(client, 'window')
    _check_banner(client, 'dark', 'window')


def banner_in_a_narrow_pane(client):
    """Narrower than a window of Thunderbird's gets."""
    _show(client)
    client.wait_in_page('a narrow pane', 'return window.innerWidth < 450')
    _check_banner(client, 'narrow')


def banner_in_the_readers_colours(client):
    _show(client)
    before = client.in_page(COLOURS)
    client.run('Services.prefs.setIntPref(arguments[0], 2)', OWN_COLOURS)
    try:
        wait_for('other colours', lambda: client.in_page(COLOURS) != before)
        wait_for_banner(client)
        text, ground = _check_banner(client, 'contrast')
    finally:
        client.run('Services.prefs.clearUserPref(arguments[0])', OWN_COLOURS)
    check(text != ground, f'{text} on {ground}')


SCENES = (*scenes_pages.SCENES, banner_in_the_dark, banner_in_a_narrow_pane, banner_in_the_readers_colours)
WORDLESS = (banner_in_the_readers_colours,)
