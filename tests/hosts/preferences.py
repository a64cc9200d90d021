# SPDX-License-Identifier: LGPL-2.1-or-later
"""Navigation in Evolution's preferences window."""
from gi.repository import Atspi

from accessible import is_showing, walk
from evolution_driver import wait_for

PAGE = ('Deceptive Mail (Bellbuoy)', 'なりすまし対策 (Bellbuoy)')
SWITCH = ('Check messages when', 'メールを開いたときに')
MISMATCH = ('A link does not lead where it says', 'リンク先が表示と違います')
CODES = ('Decode QR codes', '画像のQRコード')
REGISTRATION = ('Who registered a domain', 'ドメインの登録者と登録日')
REVERSE_NAME = ('The name of the server that sent', 'メールを送ってきたサーバーの名前')


def find_box(root, words):
    """A check box, whether visible or scrolled out."""
    return next((node for node in walk(root) if node.get_role() == Atspi.Role.CHECK_BOX
                 and (node.get_name() or '').startswith(words)), None)


def open_page(evolution):
    """Opens our page of the preferences window."""
    window = evolution.repeat(lambda: evolution.key('ctrl+shift+s'), 'the preferences', evolution.other_window)
    item = wait_for('the page in the list', lambda: next(
        (node for node in walk(window) if (node.get_name() or '') in PAGE and is_showing(node)), None))
    evolution.repeat(lambda: evolution.click_on(item), 'the page', lambda: find_box(window, SWITCH))
    return window
