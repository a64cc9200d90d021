# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the accessibility tree. Node by node, a window takes a quarter of a second of the client's time, and it is
looked at many times: bars and dialogs are asked for all their nodes at once, and of windows only the branches that
matter are read.
"""
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

# Evolution ends if it is asked for all nodes of a window while its message list is filled.
WITHOUT_LISTS = (Atspi.Role.ALERT, Atspi.Role.DIALOG, Atspi.Role.INFO_BAR, Atspi.Role.NOTIFICATION)
ASIDE = (Atspi.Role.MENU_BAR, Atspi.Role.TABLE, Atspi.Role.TOOL_BAR, Atspi.Role.TREE_TABLE)
SHOWING = [Atspi.StateType.SHOWING]
ALL = Atspi.CollectionMatchType.ALL


def children(node):
    try:
        found = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:  # it has gone since it was found, as when another message is shown
        return []
    return [child for child in found if child is not None]


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def place_of(node):
    """Where it is on the screen; None while it is not laid out, or if it has gone."""
    area = node.get_extents(Atspi.CoordType.SCREEN)
    return area if area.width > 0 and area.height > 0 and area.x >= 0 and area.y >= 0 else None


def all_below(node, states=()):
    """The widgets below `node`, which has no lists, in reading order, with all of `states`."""
    rule = Atspi.MatchRule.new(Atspi.StateSet.new(list(states)), ALL, {}, ALL, [], ALL, [], ALL, False)
    found = Atspi.Collection.get_matches(node, rule, Atspi.CollectionSortOrder.CANONICAL, 0, True)
    return [widget for widget in found if widget is not None]


def walk_branches(node, skipped=()):
    """`node` and all nodes below, without the branches whose role is one of `skipped`."""
    yield node
    for child in children(node):
        if child.get_role() not in skipped:
            yield from walk_branches(child, skipped)


def walk(node):
    """`node` and all nodes below."""
    if node.get_role() not in WITHOUT_LISTS:
        yield from walk_branches(node)
        return
    yield node
    yield from all_below(node)


def showing(node):
    """Those that are visible, without scrolling."""
    if node.get_role() not in WITHOUT_LISTS:
        yield from filter(is_showing, walk_branches(node))
        return
    if is_showing(node):
        yield node
    yield from all_below(node, SHOWING)


def bars_of(window):
    """The bars above what is shown in `window`."""
    return [node for node in walk_branches(window, (*ASIDE, Atspi.Role.SCROLL_PANE))
            if node.get_role() == Atspi.Role.NOTIFICATION and is_showing(node)]


def documents_of(window):
    """The pages that WebKit shows in `window`; those within one are below it."""
    if window.get_role() == Atspi.Role.DOCUMENT_WEB:
        return [window]
    return [page for child in children(window) if child.get_role() not in ASIDE for page in documents_of(child)]


def text_of(node):
    """All text that is visible in `node` and below."""
    words = []
    for item in showing(node):
        words.append(item.get_name() or '')
        if 'Text' in item.get_interfaces():
            words.append(Atspi.Text.get_text(item, 0, -1))
    return '\n'.join(word for word in words if word)


def is_at_rest(node):
    """Whether its visible text stays the same: widgets appear one after another."""
    before = text_of(node)
    time.sleep(0.2)
    return text_of(node) == before


def words_of(node):
    """All names and descriptions in `node` and below, whether visible or scrolled out."""
    return '\n'.join(words for item in walk(node) for words in (item.get_name(), item.get_description()) if words)
