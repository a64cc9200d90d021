#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Packs the extension: the same sources make the same file, byte for byte.

pack.py SOURCE_ROOT MANIFEST OUTPUT DEPFILE    writes the xpi, and for ninja what it was made of
"""

import os
import subprocess
import sys
import tempfile
import zipfile

FOLDERS = ['background', 'content', 'pages']
ENDINGS = ('.css', '.html', '.js', '.json', '.svg')
TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip can tell
MODE = 0o100644


def files_below(folder):
    for path, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(ENDINGS):
                yield os.path.join(path, name)


def collect(root, manifest, locales):
    """Pairs of a name in the archive and the file that it is made of."""
    source = os.path.join(root, 'plugin', 'thunderbird')
    found = {'manifest.json': manifest}
    for folder in FOLDERS:
        for path in files_below(os.path.join(source, folder)):
            found[os.path.relpath(path, source)] = path
    for path in files_below(os.path.join(root, 'client', 'shown')):
        found[os.path.join('content', os.path.basename(path))] = path
    for path in files_below(locales):
        found[os.path.join('_locales', os.path.relpath(path, locales))] = path
    return sorted(found.items())


def pack(files, output):
    with zipfile.ZipFile(output, 'w') as archive:
        for name, path in files:
            entry = zipfile.ZipInfo(name, TIME)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = MODE << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            with open(path, 'rb') as file:
                archive.writestr(entry, file.read(), compresslevel=9)


def write_depfile(path, output, root, files):
    source = os.path.join(root, 'plugin', 'thunderbird')
    used = [path for _, path in files if path.startswith(root)]
    used += [os.path.join(source, folder) for folder in FOLDERS]  # a new file
    used += [os.path.join(source, name) for name in ('words.js', 'make-locales.py', 'pack.py')]
    used += [os.path.join(root, 'po', name) for name in sorted(os.listdir(os.path.join(root, 'po')))]
    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'{output}: {" ".join(name.replace(" ", chr(92) + " ") for name in used)}\n')


def main():
    root, manifest, output, depfile = sys.argv[1:]
    with tempfile.TemporaryDirectory() as locales:
        subprocess.run([sys.executable, os.path.join(root, 'plugin', 'thunderbird', 'make-locales.py'), root, locales],
                       check=True)
        files = collect(root, manifest, locales)
        pack(files, output)
    write_depfile(depfile, output, root, files)


if __name__ == '__main__':
    main()
