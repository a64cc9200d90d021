# SPDX-License-Identifier: LGPL-2.1-or-later
"""Building blocks of hostile mail. A kind of mail is a function from a size in bytes to the bytes of a message.

A unit is repeated up to the size; "{i}" in it is the number of the repetition.
"""

PART = 1_900_000   # of one text; what is larger is spread over several, since a text is only read up to 2 MB
PAGE = 8_000_000   # of one page, which is read up to 8 MB
INNER = 50_000     # of one attached message

TOP = ('Return-Path: <a@sender.example>\r\n'
       'Received: from mail.sender.example (mail.sender.example [192.0.2.10])\r\n'
       '\tby mx.reader.test (Postfix) with ESMTPS id 1 for <reader@reader.test>;\r\n'
       '\tSun, 2 Nov 2025 10:00:00 +0900\r\n'
       'Authentication-Results: mx.reader.test; spf=none smtp.mailfrom=sender.example; dkim=none\r\n')
SENDER = 'From: The Bank <a@sender.example>\r\n'
READER = 'To: Reader <reader@reader.test>\r\n'
REST = ('Subject: Your account\r\nDate: Sun, 2 Nov 2025 10:00:00 +0900\r\n'
        'Message-ID: <1@sender.example>\r\nMIME-Version: 1.0\r\n')
LINK = '<p><a href="http://login.evil.test/">www.bank.example</a></p>'


def encode(text):
    return text.encode('utf-8', 'surrogateescape')


def fill(unit, n):
    """UNIT repeated to about N bytes (at least once)."""
    count = max(1, n // len(encode(unit)))
    if '{i}' not in unit:
        return unit * count
    count = max(1, n // (len(encode(unit)) + len(str(count)) - len('{i}')))
    pieces = unit.split('{i}')
    return ''.join(str(i).join(pieces) for i in range(count))


def message(body, media='text/plain; charset=utf-8', more='', sender=SENDER, reader=READER, rest=REST):
    """One leaf or multipart; MORE are further header lines."""
    return encode(f'{TOP}{more}{sender}{reader}{rest}Content-Type: {media}\r\n\r\n') \
        + (body if isinstance(body, bytes) else encode(body))


def mixed(parts):
    """PARTS are whole MIME entities, as text or bytes."""
    lines = [b'--b\r\n' + (part if isinstance(part, bytes) else encode(part)) + b'\r\n' for part in parts]
    return message(b''.join(lines) + b'--b--\r\n', 'multipart/mixed; boundary=b')


def spread(media, make, n, size=PART):
    """Texts made by MAKE, none larger than SIZE."""
    if n <= size:
        return message(make(n), media)
    sizes = [size] * (n // size) + ([n % size] if n % size else [])
    made = {m: encode(make(m)) for m in set(sizes)}
    return mixed(encode(f'Content-Type: {media}\r\n\r\n') + made[m] for m in sizes)


def page(unit, before='', after=''):
    """An HTML text."""
    return lambda n: spread('text/html; charset=utf-8', lambda m: LINK + before + fill(unit, m) + after, n, PAGE)


def halves(first, between, second, before='', after='', wrap=None):
    """An HTML text, half of it FIRST and half of it SECOND: rules and elements, openings and ends."""
    def make(m):
        return LINK + before + fill(first, m // 2) + between + fill(second, m // 2) + after
    return lambda n: spread('text/html; charset=utf-8', make, n, PAGE)


def styled(rule, element, before=''):
    """A style sheet of RULE over elements."""
    return halves(rule, '</style>', element, before + '<style>')


def attribute(unit, before='<a href="', after='">www.bank.example</a>'):
    """One value as long as a text can be."""
    return page(unit, before, after)


def links(href, text='www.bank.example', before=''):
    """Anchors; HREF and TEXT may hold a "{i}"."""
    return page(f'<a href="{href}">{text}</a>\n', before)


def text(unit, before='', after=''):
    """A plain text."""
    return lambda n: spread('text/plain; charset=utf-8', lambda m: before + fill(unit, m) + after, n)


def charset(name, unit):
    """A plain text of bytes in a charset."""
    head = f'Content-Type: text/plain; charset={name}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'.encode()

    def make(n):
        sizes = [PART] * (n // PART) + ([n % PART] if n % PART else [])
        return mixed(head + unit * (m // len(unit)) for m in sizes)
    return make


def fields(line, body='text'):
    """Header lines."""
    return lambda n: message(body, more=fill(line + '\r\n', n))


def field(name, unit, before='', after='', fold=False):
    """One header field as long as the message; FOLD: in lines."""
    end = '\r\n ' if fold else ''
    return lambda n: message('text', more=f'{name}: {before}{fill(unit + end, n)}{after}\r\n')


def sender(unit, before='', after='', body='text', media='text/plain; charset=utf-8'):
    """A From field that is long."""
    return lambda n: message(body, media, sender=f'From: {before}{fill(unit, n)}{after}\r\n')


def reader(unit, after=''):
    return lambda n: message('text', reader=f'To: {fill(unit, n)}{after}\r\n')


def subject(unit, before=''):
    return lambda n: message('text', rest=f'Subject: {before}{fill(unit, n)}\r\nMIME-Version: 1.0\r\n')


def parts(entity):
    """Leaves of a multipart."""
    return lambda n: message(fill('--b\r\n' + entity + '\r\n', n) + '--b--\r\n', 'multipart/mixed; boundary=b')


def attached(media, unit, before='', after='', size=PAGE, name='page.html'):
    """Files of one text each."""
    head = f'Content-Type: {media}; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"\r\n\r\n'

    def make(n):
        sizes = [size] * max(1, n // size) if n > size else [n]
        return mixed(head + before + fill(unit, m) + after for m in sizes)
    return make


def inner(unit, media='text/html; charset=utf-8', size=INNER, top='', before=''):
    """Attached messages of SIZE."""
    def make(n):
        head = (f'Content-Type: message/rfc822\r\n\r\n{top}From: The Bank <b@other.example>\r\n'
                f'Subject: Your account\r\nMIME-Version: 1.0\r\nContent-Type: {media}\r\n\r\n')
        one = encode(head + before + fill(unit, size))
        return mixed([one] * max(1, n // len(one)))
    return make


def halved(make):
    """A kind that meets a limit between 1 and 2 MB, and is linear on either side: measured at half the sizes."""
    make.share = 0.5
    return make
