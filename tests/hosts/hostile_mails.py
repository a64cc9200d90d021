# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages built so that a false link is shown but not analysed: beyond a limit, in a form that mail programs parse
differently, or after content that takes long. Each has the link of mails.LIE."""
import base64

import mails

HTML = 'text/html; charset=utf-8'
STORM = 'a:\n' * 250_001  # more fields than are read
MANY = 501  # false links, more than are marked one by one


def _page(words, before='', html=mails.LIE):
    return before + html.format(words=words)


def _mail(name, minute, body, content_type=HTML, *fields):
    """The message as stored; `body` is bytes or text, `fields` are lines."""
    head = mails.message(name, minute=minute).as_bytes().split(b'\r\n\r\n')[0].replace(b'\r\n', b'\n')
    lines = ['MIME-Version: 1.0', f'Content-Type: {content_type}', *fields]
    content = body if isinstance(body, bytes) else body.encode()
    return b'\n'.join([head, *(line.encode() for line in lines), b'', content])


def _parts(kind, *parts, boundary='b'):
    """A body of `parts`, each its own header and content."""
    body = ''.join(f'--{boundary}\n{part}\n' for part in parts) + f'--{boundary}--\n'
    return body, f'multipart/{kind}; boundary="{boundary}"'


def _part(content, content_type=HTML):
    return f'Content-Type: {content_type}\n\n{content}'


def comment(name, minute):
    return _mail(name, minute, _page(name, '<!--' + ('a' * 90 + '\n') * 24_000 + '-->'))


def deep_parts(name, minute):
    body = _part(_page(name))
    for i in range(31):
        inner, content_type = _parts('mixed', body, boundary=f'b{i}')
        body = f'Content-Type: {content_type}\n\n{inner}'
    content_type, body = body.removeprefix('Content-Type: ').split('\n\n', 1)
    return _mail(name, minute, body, content_type)


def empty_links(name, minute):
    """Not displayed, since each displayed one is announced to a screen reader."""
    return _mail(name, minute, _page(name, '<div hidden>' + '<a href=#></a>\n' * 10_001 + '</div>'))


def alternatives(name, minute):
    return _mail(name, minute, *_parts('alternative', *[_part('', 'text/plain')] * 501, _part(_page(name))))


def attached_comment(name, minute):
    inner = comment(name, minute).decode()
    return _mail(name, minute, *_parts('mixed', _part(name, 'text/plain'), _part(inner, 'message/rfc822')))


def long_text(name, minute):
    html = '<p>{words} <a href="https://login.elsewhere.example/in">' + '. ' * 2100 + 'https://www.shop.example/</a></p>'
    return _mail(name, minute, _page(name, html=html))


def zero(charset):
    def build(name, minute):
        text = _page(name, 'あ{zero}い').format(zero='\0')
        body = base64.encodebytes(text.encode(charset))
        return _mail(name, minute, body, f'text/html; charset={charset}', 'Content-Transfer-Encoding: base64')
    return build


def two_types(name, minute):
    return _mail(name, minute, _page(name), 'text/html', 'Content-Type: text/plain')


def two_encodings(name, minute):
    body = base64.encodebytes(_page(name).encode())
    fields = [f'Content-Transfer-Encoding: {encoding}' for encoding in ('base64', '7bit')]
    return _mail(name, minute, body, 'text/html', *fields)


def longer_boundary(name, minute):
    text = _part(name, 'text/plain')
    return _mail(name, minute, f'--b\n{text}\n--bX\n{_part(_page(name))}\n--b--\n', 'multipart/mixed; boundary=b')


def commented_boundary(name, minute):
    return _mail(name, minute, f'--b\n{_part(_page(name))}\n--b--\n', 'multipart/mixed; boundary=b (b)')


def escape(name, minute):
    return _mail(name, minute, _page(name, '\x1b(I'), 'text/html; charset=us-ascii')


def typed_text(name, minute):
    return _mail(name, minute, _part(_page(name)), 'text/plain')


def shadow_root(name, minute):
    return _mail(name, minute, _page(name, '<div><template shadowrootmode="open">') + '</template></div>')


def rich_text(name, minute):
    """Evolution shows its source, so that no link in it lies."""
    return _mail(name, minute, _page(name), 'text/richtext')


def href(written):
    def build(name, minute):
        return _mail(name, minute, _page(name).replace('https://login.elsewhere.example/in', written))
    return build


def address_run(name, minute):
    return _mail(name, minute, *_parts('alternative', _part('mailto:' * 43_000, 'text/plain'), _part(_page(name))))


def field_storm(name, minute):
    return _mail(name, minute, *_parts('alternative', _part(STORM, 'text/plain'), _part(_page(name))))


def deep_elements(name, minute):
    return _mail(name, minute, _page(name, '<div>' * 600))


def many_lies(name, minute):
    decoys = ''.join(f'<a href="https://login.elsewhere.example/{i}">www.shop.example</a> ' for i in range(MANY))
    return _mail(name, minute, _page(name) + decoys + '<p><a href="https://last.elsewhere.example/">www.shop.example</a>')


# Name, how it is built, and whether the link itself must be found.
KINDS = (
    ('comment', comment, False),
    ('deep parts', deep_parts, False),
    ('empty links', empty_links, False),
    ('alternatives', alternatives, False),
    ('attached comment', attached_comment, False),
    ('long text', long_text, True),
    ('zero utf16', zero('utf-16'), True),
    ('zero jis', zero('iso-2022-jp'), True),
    ('zero gb', zero('gb18030'), True),
    ('two types', two_types, False),
    ('two encodings', two_encodings, False),
    ('longer boundary', longer_boundary, True),
    ('boundary comment', commented_boundary, True),
    ('escape', escape, True),
    ('typed text', typed_text, True),
    ('shadow root', shadow_root, False),
    ('blank href', href('&#32;https://login.elsewhere.example/in'), True),
    ('mixed href', href('\tHTTPS://Login.Elsewhere.Example/in\n'), True),
    ('address run', address_run, True),
    ('field storm', field_storm, False),
    ('deep elements', deep_elements, False),
)


def files(first_minute=0):
    """A file for each kind, in the order of the list."""
    return [mails.write(f'hostile-{name.replace(" ", "-")}', build(name, first_minute + i))
            for i, (name, build, _) in enumerate(KINDS)]
