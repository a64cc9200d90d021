# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds every folder to the include matrix of core/README.md: the architecture is a test, not a wish.

The matrix has a row a folder; a cell lists what its files may include, beside the C library,
config.h and the folder's own headers. A host may include no private header of the library, whatever its row says.
"""

import os
import re

import lint

INCLUDE = re.compile(r'\s*#\s*include\s*(?P<open>[<"])(?P<name>[^>"]+)[>"]')
ROW = re.compile(r'\|\s*`(?P<folder>[\w/]+)`\s*\|(?P<allowed>[^|]*)\|')

# What a header in angle brackets belongs to. One that is in no row is of the C library.
LIBRARIES = [
    ('gettext', r'glib/gi18n|libintl\.h'),
    ('GLib', r'glib|gio/|gmodule|gobject'),
    ('GMime', r'gmime/'),
    ('gumbo', r'gumbo\.h'),
    ('libpsl', r'libpsl\.h'),
    ('ICU', r'unicode/'),
    ('json-glib', r'json-glib/'),
    ('libsoup', r'libsoup/'),
    ('libsodium', r'sodium\.h'),
    ('SQLite', r'sqlite3\.h'),
    ('libopendkim', r'dkim\.h'),
    ('libloc', r'libloc/'),
    ('libmaxminddb', r'maxminddb\.h'),
    ('libsoup', r'libsoup/'),
    ('gdk-pixbuf', r'gdk-pixbuf/'),
    ('zbar', r'zbar\.h'),
    ('seccomp', r'seccomp\.h'),
    ('GTK', r'gtk/|gdk|atk/|pango'),
    ('Evolution', r'camel/|e-util/|em-format/|mail/|shell/|lib(ebackend|edataserver|ebook|ecal|email-engine)/|webkit'),
]


def library_of(header):
    return next((name for name, pattern in LIBRARIES if re.match(pattern, header)), 'C')


def own_folder_of(header, folder, paths):
    """The folder that a header in quotes stands in, as core/ and the folder itself are searched."""
    candidates = [os.path.join(folder, header), os.path.join('core', header), os.path.join('client', header), header]
    found = next((path for path in candidates if path in paths), None)
    return os.path.dirname(found) if found else None


def read_matrix(tree):
    rows = (ROW.match(line) for line in tree.lines('core/README.md'))
    return {row['folder']: {name.strip(' `') for name in row['allowed'].split(',')} for row in rows if row}


def check_file(tree, path, folder, allowed, paths):
    for number, line in enumerate(tree.lines(path), start=1):
        include = INCLUDE.match(line)
        if not include or include['name'] == 'config.h':
            continue
        owner = (library_of(include['name']) if include['open'] == '<'
                 else own_folder_of(include['name'], folder, paths))
        is_private = include['name'].endswith('-private.h') and owner != folder
        if owner not in allowed | {'C', folder, None} or is_private and not path.startswith('core/'):
            tree.fault(path, number, f'{folder} may not include {include["name"]} ({owner})')


def check(tree):
    matrix = read_matrix(tree)
    paths = set(tree.paths('.c', '.h'))
    for path in sorted(paths):
        folder = os.path.dirname(path)
        if folder in matrix:
            check_file(tree, path, folder, matrix[folder], paths)
        elif path.startswith(('client/', 'core/', 'plugin/', 'ui/')):
            tree.fault(path, 1, f'{folder} has no row in the matrix of core/README.md')


lint.run(check)
