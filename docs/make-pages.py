# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the pages of docs/ that are made from the code: a page for each check, pictures of the include matrix.

With --check it writes nothing and fails where a page is not what the code says.
"""

import os
import sys

sys.dont_write_bytecode = True

import check_pages  # noqa: E402
import pictures  # noqa: E402

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')


def find_left_over(pages):
    folder = os.path.join(ROOT, check_pages.FOLDER)
    paths = {os.path.join(check_pages.FOLDER, name) for name in os.listdir(folder)}
    return paths - pages.keys()


def read(path):
    try:
        with open(os.path.join(ROOT, path), encoding='utf-8') as file:
            return file.read()
    except FileNotFoundError:
        return None


def write(path, text):
    with open(os.path.join(ROOT, path), 'w', encoding='utf-8') as file:
        file.write(text)


def main():
    pages = {**check_pages.make(ROOT), **pictures.make(ROOT)}
    stale = [path for path, text in pages.items() if read(path) != text]
    left_over = sorted(find_left_over(pages))
    if '--check' in sys.argv[1:]:
        for path in stale + left_over:
            print(f'{path}:1: is not what the code says: run docs/make-pages.py')
        sys.exit(1 if stale or left_over else 0)
    for path in stale:
        write(path, pages[path])
    for path in left_over:
        os.remove(os.path.join(ROOT, path))


main()
