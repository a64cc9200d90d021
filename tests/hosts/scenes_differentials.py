# SPDX-License-Identifier: LGPL-2.1-or-later
"""A false link that is shown has a banner, a mark, or its click a question, however the message is built
(differentials.py). Read from the accessibility tree and from the screen. Many minutes, so it is a benchmark."""
from gi.repository import Atspi

import differentials
import pixels
from accessible import documents_of, text_of, walk
from evolution_driver import Failure, wait_for
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
    links = (node for page in documents_of(evolution.window) for node in walk(page) if node.get_role() in LINKS)
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


def open_kind(evolution, number):
    """By keys, as many as it is away from the message that is shown: a busy machine loses some. A message has its name
    as subject, which the client shows above it."""
    names = [name for name, _, _ in KINDS]

    def step():
        document = evolution.document(evolution.window)
        shown = next((i for i, name in enumerate(names) if name in document), number - 1)
        if shown != number:
            evolution.key(*['Down' if shown < number else 'Up'] * abs(number - shown), delay_ms=100)
    evolution.repeat(step, names[number], lambda: names[number] in evolution.document(evolution.window))


def every_shown_lie_is_warned_of(evolution):
    results = differentials.Results(evolution.output.parent, 'Evolution')
    evolution.unfolds = False  # nothing in it is read
    for number, (_, kind, _) in enumerate(KINDS):
        open_kind(evolution, number)
        results.add(kind, *look_at(evolution))
    check(not results.silent, f'shown without a warning: {"; ".join(results.silent)}')


SCENES = (every_shown_lie_is_warned_of,)
WORDLESS = SCENES
