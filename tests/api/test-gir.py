# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whatever the library offers says what it does and since when; whoever gets or gives something, who frees it.

It is what core/bellbuoy.symbols lists, and nothing else.

    test-gir.py GIR SYMBOLS
"""

import sys
import xml.etree.ElementTree as ElementTree

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'
TYPES = {CORE + name for name in ('record', 'enumeration', 'bitfield', 'callback')}
CALLS = {CORE + name for name in ('function', 'method', 'constructor')}


def is_documented(node):
    doc = node.find(CORE + 'doc')
    return doc is not None and bool(doc.text.strip())


def find_faults(node):
    """What is missing of one type or call."""
    if not is_documented(node):
        yield 'is not documented'
    if 'version' not in node.attrib:
        yield 'does not say since when there is it (Since:)'
    if node.get('introspectable') == '0':
        yield 'is not for other languages'
    parts = [*node.iter(CORE + 'parameter'), *node.iter(CORE + 'member'), *node.findall(CORE + 'field')]
    for part in parts:
        if not is_documented(part):
            yield f'does not say what {part.get("name")} is'
    result = node.find(CORE + 'return-value')
    if result is None or node.tag not in CALLS:
        return
    if not is_documented(result) and result.find(f'{CORE}type[@name="none"]') is None:
        yield 'does not say what it returns'


def find_differences(root, path):
    """What is in the list or in the .gir file only."""
    offered = {node.get(C + 'identifier') for node in root.iter() if node.tag in CALLS}
    offered |= {node.get(GLIB + 'get-type') for node in root.iter() if node.tag in TYPES} - {None}
    with open(path, encoding='utf-8') as file:
        return sorted(offered ^ set(file.read().split()))


def main():
    root = ElementTree.parse(sys.argv[1]).getroot()
    n_seen = n_faults = 0
    for name in find_differences(root, sys.argv[2]):
        print(f'{name}: is not both in the .gir file and in the list of symbols')
        n_faults += 1
    for node in root.iter():
        if node.tag not in TYPES | CALLS:
            continue
        n_seen += 1
        for fault in find_faults(node):
            print(f'{node.get(C + "identifier") or node.get(C + "type")}: {fault}')
            n_faults += 1
    print(f'{n_seen} symbols, {n_faults} faults')
    sys.exit(1 if n_faults or not n_seen else 0)


main()
