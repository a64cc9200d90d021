# SPDX-License-Identifier: LGPL-2.1-or-later
"""Texts in charsets, good and bad."""
from hostile import PART, charset, mixed, parts


def page_in(name, unit, start=b''):
    """Pages that may be read in several ways."""
    head = f'Content-Type: text/html; charset={name}\r\n\r\n'.encode() + start
    return lambda n: mixed(head + unit * (min(PART, n) // len(unit)) for _ in range(max(1, n // PART)))


KINDS = {
    'charset-utf8-bad': charset('utf-8', b'\xff\xfe'),
    'charset-utf8-cut': charset('utf-8', b'\xe3\x81'),
    'charset-utf8-overlong': charset('utf-8', b'\xc0\xaf'),
    'charset-utf8-surrogates': charset('utf-8', b'\xed\xa0\x80'),
    'charset-latin1-high': charset('iso-8859-1', b'\xe9'),
    'charset-windows-holes': charset('windows-1252', b'\x81\x8d'),
    'charset-jis': charset('iso-2022-jp', b'\x1b$B$"\x1b(B'),
    'charset-jis-bad': charset('iso-2022-jp', b'\x1b$B\xff\xff'),
    'charset-jis-escapes': charset('iso-2022-jp', b'\x1b$B\x1b(B'),
    'charset-kr-escapes': charset('iso-2022-kr', b'\x1b$)C\x0e\x0f'),
    'charset-sjis-bad': charset('shift_jis', b'\x81'),
    'charset-euc-bad': charset('euc-jp', b'\x8f\xff'),
    'charset-big5-bad': charset('big5', b'\xff'),
    'charset-gb-bad': charset('gb18030', b'\x810\x81'),
    'charset-utf7': charset('utf-7', b'+AGE-'),
    'charset-utf7-open': charset('utf-7', b'+'),
    'charset-utf16': charset('utf-16', b'a\0'),
    'charset-utf32-bad': charset('utf-32', b'\xff\xff\xff\xff'),
    'charset-unknown': charset('x-none', b'\xe9\xff'),
    'charset-unknown-many': parts('Content-Type: text/plain; charset=x-{i}\r\n\r\n\udcff'),
    'charset-page-escapes-ascii': page_in('us-ascii', b'\x1b(I<a href=http://a.test>x</a>'),
    'charset-page-escapes-jis': page_in('iso-2022-jp', b'\x1b(I<a href=http://a.test>x</a>'),
    'charset-page-mark-utf7': page_in('utf-7', b'+ADw-a href=http://a.test>x', b'\xef\xbb\xbf'),
    'charset-page-ebcdic': page_in('IBM037', b'<a href=http://a.test>x</a>'),
    'charset-nul': charset('utf-8', b'a\0'),
}
