# SPDX-License-Identifier: LGPL-2.1-or-later
"""A false link that is shown has a banner, a mark, or its click a question, however the message is built
(differentials.py). Read from the accessibility tree and from the screen. Many minutes, so it is a benchmark."""
from gi.repository import Atspi

import differentials
import pixels
from evolution_driver import Failure, text_of, wait_for, walk
from scenes import check

KINDS = differentials.files()
MAILS = [path for _, _, path in KINDS]
SELECT = MAILS[0].stem
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=2300000
"""}
PATIENCE = 5  # seconds for a warning
LINKS = (Atspi.Role.LINK, Atspi.Role.PUSH_BUTTON, Atspi.Role.IMAGE)
TEXT = 'www.shop.example'


def leads_elsewhere(node):
    """A text that Evolution makes a link of leads where it says; of a button nothing is known."""
    link = node.get_hyperlink() if 'Hyperlink' in node.get_interfaces() else None
    uri = Atspi.Hyperlink.get_uri(link, 0) if link is not None else None
    return not uri or TEXT not in uri


def false_link(evolution):
    """The link, or the button of the form."""
    documents = (node for node in walk(evolution.window) if node.get_role() == Atspi.Role.DOCUMENT_WEB)
    links = (node for document in documents for node in walk(document) if node.get_role() in LINKS)
    return next((link for link in links if TEXT in text_of(link).lower() and 'Action' in link.get_interfaces()
                 and leads_elsewhere(link)), None)


def painted(evolution, link):
    Atspi.Component.scroll_to(link, Atspi.ScrollType.ANYWHERE)
    area = link.get_extents(Atspi.CoordType.SCREEN)
    return pixels.looks(pixels.colors(evolution.screenshot('kind'), area.x, area.y, area.width + 40, area.height))


def asks(evolution, link):
    evolution.press(link)
    try:
        wait_for('the question', evolution.other_window, PATIENCE)
        evolution.key('Return')
        wait_for('the question to go', lambda: not evolution.other_window())
        return True
    except Failure:
        return False


def has_banner(evolution):
    try:
        return bool(wait_for('a banner', lambda: evolution.banners(evolution.window), PATIENCE))
    except Failure:
        return False


def look_at(evolution):
    """What is shown, and what warns of it."""
    told = ['banner'] if has_banner(evolution) else []
    link = false_link(evolution)
    if link is None:
        return 'text' if TEXT in evolution.document(evolution.window) else 'nothing', told
    looks = painted(evolution, link)
    if looks == 'marked':
        told.append('mark')
    if not told and asks(evolution, link):
        told.append('question')
    return 'nothing' if looks == 'blank' else 'link', told


def every_shown_lie_is_warned_of(evolution, kinds=tuple(KINDS)):
    results = differentials.Results(evolution.output.parent, 'Evolution')
    for i, (name, kind, _) in enumerate(kinds):
        if i > 0:
            evolution.key('Down')
        try:
            wait_for(name, lambda name=name: name in evolution.document(evolution.window) or evolution.banners())
        except Failure:
            print(f'# {name}: its words are not shown')
        results.add(kind, *look_at(evolution))
    check(not results.silent, f'shown without a warning: {"; ".join(results.silent)}')


SCENES = (every_shown_lie_is_warned_of,)
WORDLESS = SCENES
