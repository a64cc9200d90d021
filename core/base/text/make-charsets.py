#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""make-charsets.py IN OUT: makes C tables of the charsets in data/charsets.txt, by the C library's converters."""

import ctypes
import sys

FAILED = ctypes.c_size_t(-1).value
NONE = 0xffff  # a byte that stands for no character
# In which mail is written. Without one of them, the text of honest mail would be unreadable.
REQUIRED = {'ISO-8859-1', 'ISO-8859-2', 'ISO-8859-5', 'ISO-8859-7', 'ISO-8859-8', 'ISO-8859-9', 'ISO-8859-15', 'KOI8-R',
            'KOI8-U', 'TIS-620', 'WINDOWS-1250', 'WINDOWS-1251', 'WINDOWS-1252', 'WINDOWS-1253', 'WINDOWS-1254',
            'WINDOWS-1256', 'WINDOWS-1257'}

libc = ctypes.CDLL(None)
libc.iconv_open.restype = ctypes.c_void_p
libc.iconv.restype = ctypes.c_size_t
libc.iconv.argtypes = [ctypes.c_void_p] * 5
libc.iconv_close.argtypes = [ctypes.c_void_p]


def convert(converter, byte):
    source, target = ctypes.create_string_buffer(bytes([byte]), 1), ctypes.create_string_buffer(8)
    start, end = ctypes.c_void_p(ctypes.addressof(source)), ctypes.c_void_p(ctypes.addressof(target))
    length, room = ctypes.c_size_t(1), ctypes.c_size_t(len(target))
    done = libc.iconv(converter, *map(ctypes.addressof, (start, length, end, room)))
    written = len(target) - room.value
    if done == FAILED:
        return NONE
    if written != 2:
        sys.exit(f'charsets: byte {byte:02x} is {written} bytes long in UTF-16')
    return int.from_bytes(target.raw[:2], 'little')


def make_table(name):
    """None if the C library does not know the charset."""
    converter = libc.iconv_open(b'UTF-16LE', name.encode())
    if converter == FAILED:
        return None
    table = [convert(converter, byte) for byte in range(256)]
    libc.iconv_close(converter)
    return table


def report_unknown(left_out, missing):
    if left_out:
        print(f'charsets: left out, since the C library does not know them: {" ".join(left_out)}', file=sys.stderr)
    if missing:
        sys.exit(f'charsets: {" ".join(sorted(missing))} missing; are the C library\'s converters (gconv) installed?')


def main():
    with open(sys.argv[1], encoding='ascii') as data:
        charsets = [line.split() for line in data if line.strip() and not line.startswith('#')]
    made = [(names, make_table(names[0])) for names in charsets]
    known = [(names, table) for names, table in made if table]
    report_unknown([names[0] for names, table in made if not table],
                   REQUIRED.difference(*(names for names, _ in known)))
    rows = sorted((name, i) for i, (names, _) in enumerate(known) for name in names)
    with open(sys.argv[2], 'w', encoding='ascii') as out:
        out.write('static const char names[] =\n')
        out.writelines(f'  "{name}\\0"\n' for name, _ in rows)
        out.write(';\nstatic const Row rows[] = {\n')
        start = 0
        for name, i in rows:
            out.write(f'  {{ {start}, {i} }},\n')
            start += len(name) + 1
        out.write('};\nstatic const guint16 tables[][256] = {\n')
        out.writelines(f'  {{ {", ".join(map(str, table))} }},\n' for _, table in known)
        out.write('};\n')


main()
