# SPDX-License-Identifier: LGPL-2.1-or-later
"""The extension's own pages in the dark, with text of twice its size: the same scenes, whose pictures are to be looked
at, and whose contrast axe-core measures."""
from scenes_pages import MAILS, SCENES

__all__ = ['MAILS', 'PREFS', 'SCENES']

PREFS = {'ui.systemUsesDarkTheme': 1, 'layout.css.devPixelsPerPx': '2.0'}
