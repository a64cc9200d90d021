# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds circles of calls between files: a file that calls another must not be called by it, by whatever way.

A room's types stand at its foot and its driver at its head, so each file can be read knowing only those below it.
"""

import re

import lint

DEFINITION = re.compile(r'^(?P<type>\w[\w *]*)\n(?P<name>\w+) \((?!\*)', re.MULTILINE)
NO_CODE = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|^#[^\n]*', re.DOTALL | re.MULTILINE)
WORD = re.compile(r'\b[a-z_]\w*')


def read_files(tree):
    """The code of each file, without comments, strings and directives."""
    return {path: NO_CODE.sub(' ', '\n'.join(tree.lines(path)))
            for path in tree.paths('.c') if path.startswith(('client/', 'core/', 'ui/', 'plugin/'))}


def find_definitions(files):
    """The functions that other files can call, and where each is."""
    return {match['name']: path for path, code in files.items() for match in DEFINITION.finditer(code)
            if not match['type'].startswith('static')}


def find_calls(files, homes):
    """The files that each file calls, each with one of the functions."""
    return {path: {homes[word]: word for word in WORD.findall(code) if homes.get(word, path) != path}
            for path, code in files.items()}


def find_way(calls, start):
    """The shortest way of calls from a file back to itself; None."""
    ways = [[start]]
    seen = set()
    for way in ways:
        for path in sorted(calls.get(way[-1], ())):
            if path == start:
                return way
            if path not in seen:
                seen.add(path)
                ways.append(way + [path])
    return None


def check(tree):
    files = read_files(tree)
    calls = find_calls(files, find_definitions(files))
    told = set()
    for path in sorted(files):
        way = find_way(calls, path)
        if way is None or told & set(way):
            continue
        told |= set(way)
        steps = ', '.join(f'{calls[a][b]} () of {b}' for a, b in zip(way, way[1:] + way[:1]))
        tree.fault(path, 1, f'is part of a circle: it calls {steps}')


lint.run(check)
