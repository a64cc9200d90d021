#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Check styles.tsv against WebKitGTK, which Evolution shows mail with.

    xvfb-run -a tests/message/css/check-styles.py [ROW…]

The word is shown where the picture of the page changes when the word does.
"""
import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

WORD = "MARK"
BLANK = "\u00a0" * 4
WIDTH, HEIGHT = 600, 300
CLEAR = 100  # of 255: a pixel that differs by that is seen to differ
MIN_PIXELS = 12  # fewer are no letters
LIMIT_S = 20


class Camera:
    """A view without scripts, as mail has it, and pictures of what it shows."""

    def __init__(self):
        self.loop = GLib.MainLoop()
        self.view = WebKit2.WebView()
        self.view.get_settings().set_enable_javascript(False)
        self.view.connect("load-changed", self._load_changed)
        window = Gtk.OffscreenWindow()
        window.set_default_size(WIDTH, HEIGHT)
        window.add(self.view)
        window.show_all()

    def picture(self, page):
        self.view.load_html(page, "about:blank")
        stop = GLib.timeout_add_seconds(LIMIT_S, lambda: sys.exit("no picture: " + page))
        self.loop.run()
        GLib.source_remove(stop)
        return self.pixels

    def _load_changed(self, view, event):
        if event == WebKit2.LoadEvent.FINISHED:
            view.get_snapshot(WebKit2.SnapshotRegion.VISIBLE, WebKit2.SnapshotOptions.NONE, None, self._taken)

    def _taken(self, view, result):
        surface = view.get_snapshot_finish(result)
        self.pixels = bytes(surface.get_data())
        self.loop.quit()


def is_shown(camera, page):
    with_word, without = (camera.picture(text) for text in (page, page.replace(WORD, BLANK).replace("\\4d ARK", BLANK)))
    differing = sum(1 for i in range(0, len(with_word), 4)
                    if any(abs(a - b) > CLEAR for a, b in zip(with_word[i:i + 3], without[i:i + 3])))
    return differing >= MIN_PIXELS


def main():
    lines = (pathlib.Path(__file__).parent / "styles.tsv").read_text().splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    camera = Camera()
    wrong = 0
    for name, expected, _, page in rows:
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        found = "shown" if is_shown(camera, page) else "hidden"
        if found != expected:
            wrong += 1
            print(f"{name}: {found} by WebKitGTK, not {expected}: {page}")
    print(f"{len(rows)} rows, {wrong} wrong")
    sys.exit(wrong > 0)


main()
