# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages with one false link, generated: structure by encoding, and charset by what stands before the link. Parsers
differ in what they make of many of them; a client that shows the link has to warn of it."""
import base64
import quopri

import mails

HTML = 'text/html'


def _decoded(text, charset):
    codec = {'us-ascii': 'ascii', 'x-unknown': 'utf-8', 'utf-16': 'utf-16', None: 'utf-8'}.get(charset, charset)
    return text.encode(codec, 'xmlcharrefreplace')


def _header(content_type, *fields):
    return '\n'.join([f'Content-Type: {content_type}', *fields]).encode() + b'\n\n'


# How the body is encoded: the fields, and the bytes below them.
ENCODINGS = {
    '8bit': lambda data: (['Content-Transfer-Encoding: 8bit'], data),
    'quoted': lambda data: (['Content-Transfer-Encoding: quoted-printable'], quopri.encodestring(data)),
    'base64': lambda data: (['Content-Transfer-Encoding: base64'], base64.encodebytes(data)),
    'base64 with noise': lambda data: (['Content-Transfer-Encoding: BASE64 (fast)'],
                                       base64.encodebytes(data).replace(b'\n', b' \n!')),
    'two encodings': lambda data: (['Content-Transfer-Encoding: base64', 'Content-Transfer-Encoding: 7bit'],
                                   base64.encodebytes(data)),
    'unknown encoding': lambda data: (['Content-Transfer-Encoding: x-none'], data),
}
CHARSETS = ('utf-8', 'utf-16', 'iso-2022-jp', 'gb18030', 'shift_jis', 'us-ascii', 'x-unknown')
BEFORE = {
    'nothing': '',
    'a zero': 'a\0b',
    'a comment': '<!--' + ('a' * 90 + '\n') * 1_000 + '-->',
    'an open attribute': '<p title="a>b',
    'a shadow tree': '<div><template shadowrootmode="open">',
}


def _multipart(kind, parts, lines=('--b', '--b', '--b--'), boundary='boundary="b"'):
    pieces = [lines[0 if i == 0 else 1].encode() + b'\n' + part for i, part in enumerate(parts)]
    return _header(f'multipart/{kind}; {boundary}') + b'\n'.join([*pieces, lines[-1].encode(), b''])


TEXT = _header('text/plain') + b'text'
# What is around the page, which is a header and a body.
STRUCTURES = {
    'single': lambda page: page,
    'alternative': lambda page: _multipart('alternative', [TEXT, page]),
    'mixed': lambda page: _multipart('mixed', [TEXT, page]),
    'related': lambda page: _multipart('related', [page, TEXT]),
    'longer boundary': lambda page: _multipart('mixed', [TEXT, page], ('--b', '--bX', '--b--')),
    'two boundaries': lambda page: _multipart('mixed', [TEXT, page], ('--b', '--b', '--b--'), 'boundary=c; boundary=b'),
    'no end': lambda page: _multipart('mixed', [TEXT, page], ('--b', '--b', '')),
    'attached message': lambda page: _multipart('mixed', [TEXT, _header('message/rfc822') + b'Subject: a\n' + page]),
}


def _page(name, charset, before, encoding):
    fields, body = ENCODINGS[encoding](_decoded(BEFORE[before] + mails.LIE.format(words=name), charset))
    return _header(f'{HTML}; charset={charset}', *fields) + body


def _mail(name, minute, structure, encoding, charset, before):
    head = mails.message(name).as_bytes().split(b'\r\n\r\n')[0].replace(b'\r\n', b'\n')
    head = head.replace(b'09:00:00', f'{9 + minute // 60:02}:{minute % 60:02}:00'.encode())
    return head + b'\nMIME-Version: 1.0\n' + STRUCTURES[structure](_page(name, charset, before, encoding))


def kinds():
    """Each structure with each encoding, and each charset with each thing before the link."""
    for i, structure in enumerate(STRUCTURES):
        for k, encoding in enumerate(ENCODINGS):
            yield structure, encoding, CHARSETS[(i + k) % 2 * 3], 'nothing'
    for charset in CHARSETS:
        for before in BEFORE:
            yield 'single', 'base64', charset, before


def files(step=1):
    """The names and paths of every `step`th."""
    chosen = list(kinds())[::step]
    names = [f'Kind {i:03}' for i in range(len(chosen))]
    return [(name, ', '.join(kind), mails.write(name.replace(' ', '-'), _mail(name, i, *kind)))
            for i, (name, kind) in enumerate(zip(names, chosen))]
