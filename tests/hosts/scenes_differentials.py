# SPDX-License-Identifier: LGPL-2.1-or-later
"""A false link that is shown has a banner, or its click a question, however the message is built: differentials.py.
Many minutes, so it is a benchmark."""
from gi.repository import Atspi

import differentials
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


def false_link(evolution):
    return next((node for node in walk(evolution.window) if node.get_role() == Atspi.Role.LINK
                 and 'www.shop.example' in text_of(node)), None)


def is_warned_of(evolution):
    """Whether there is a banner; if not, the link is not shown, or asks."""
    try:
        wait_for('a banner', lambda: evolution.banners(evolution.window), PATIENCE)
        return True
    except Failure:
        link = false_link(evolution)
    if link is None:
        return True
    evolution.press(link)
    try:
        wait_for('the question', evolution.other_window, PATIENCE)
        evolution.key('Return')
        return True
    except Failure:
        return False


def every_shown_lie_is_warned_of(evolution, kinds=tuple(KINDS)):
    silent = []
    for i, (name, kind, _) in enumerate(kinds):
        if i > 0:
            evolution.key('Down')
        wait_for(name, lambda name=name: name in evolution.document(evolution.window) or evolution.banners())
        warned = is_warned_of(evolution)
        print(f'# {name} ({kind}): {"warned of, or not shown" if warned else "SILENT"}', flush=True)
        if not warned:
            silent.append(kind)
    check(not silent, f'shown without a warning: {"; ".join(silent)}')


SCENES = (every_shown_lie_is_warned_of,)
WORDLESS = SCENES
