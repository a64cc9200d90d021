# SPDX-License-Identifier: LGPL-2.1-or-later
"""Pictures of the include matrix of core/README.md: who includes whom, the lowest at the foot."""

import re

import drawing

MATRIX = 'core/README.md'
FOLDER = 'docs'
ROW = re.compile(r'\|\s*`(?P<folder>[\w/]+)`\s*\|(?P<allowed>[^|]*)\|')
LIBRARY = 'core'  # the folder that holds bellbuoy.h, and what all rooms share
API = 'bellbuoy.h'
SHARED = 'types, context'


def read_matrix(root):
    with open(f'{root}/{MATRIX}', encoding='utf-8') as file:
        rows = [ROW.match(line) for line in file]
    return {row['folder']: [name.strip() for name in row['allowed'].split(',')] for row in rows if row}


def split(allowed):
    """The folders, and the libraries, that a row allows."""
    folders = [name.strip('`') for name in allowed if name.startswith('`')]
    return folders, [name for name in allowed if not name.startswith('`') and name != 'GLib']


def room_of(folder):
    """The box of the overview in which a folder stands."""
    parts = folder.split('/')
    return parts[1] if parts[0] == LIBRARY and len(parts) > 1 else '/'.join(parts[:3])


def name_of(folder, by):
    if folder != LIBRARY:
        return room_of(folder)
    return SHARED if by.startswith(LIBRARY) else API


def draw_overview(matrix):
    edges, libraries = set(), {}
    for folder, allowed in matrix.items():
        source = API if folder == LIBRARY else room_of(folder)
        folders, names = split(allowed)
        libraries.setdefault(source, []).extend(name for name in names if name not in libraries.get(source, []))
        for target in folders:
            if folder == LIBRARY and room_of(target) == 'base':
                edges.add((SHARED, 'base'))
            elif name_of(target, folder) != source:
                edges.add((source, name_of(target, folder)))
    return drawing.draw(edges, libraries, 'Who may include whom')


def draw_room(matrix, room):
    """The folders of a room. What stands in the room itself is its types, at the foot; its driver calls the rest."""
    edges, libraries = set(), {}
    for folder, allowed in matrix.items():
        if not folder.startswith(room + '/'):
            continue
        source = folder[len(room) + 1:]
        folders, names = split(allowed)
        libraries[source] = names
        for target in folders:
            if target == room or target.startswith(room + '/'):
                edges.add((source, target[len(room) + 1:] or room))
    return drawing.draw(edges, libraries, f'Who may include whom in {room}')


def make(root):
    matrix = read_matrix(root)
    return {
        f'{FOLDER}/architecture.svg': draw_overview(matrix),
        f'{FOLDER}/architecture-message.svg': draw_room(matrix, 'core/message'),
        f'{FOLDER}/architecture-evidence.svg': draw_room(matrix, 'core/evidence'),
    }
