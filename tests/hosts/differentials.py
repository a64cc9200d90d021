# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages with one false link, generated: structure by encoding, charset by what stands before the link, ways to write
the link, media types, and the limits of hostile_mails.py. Parsers differ in what they make of many of them; a client
that shows the link has to warn of it.

    differentials.py FOLDER        writes the messages
    differentials.py RESULTS DOC   makes the table of what each client did, which the runs wrote into RESULTS
"""
import base64
import binascii
import json
import pathlib
import quopri
import sys
import urllib.parse

import hostile_mails
import mails

HTML = 'text/html'
SHOWN, TARGET = 'https://www.shop.example/', 'https://login.elsewhere.example/in'
DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
LINK = f'<a href="{TARGET}">{SHOWN}</a>'


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


def _encoded_multipart(page):
    header, body = _multipart('mixed', [page]).split(b'\n\n', 1)
    return header + b'\nContent-Transfer-Encoding: base64\n\n' + base64.encodebytes(body)


def _uuencoded(page):
    body = page.split(b'\n\n', 1)[1]
    lines = b''.join(binascii.b2a_uu(body[i:i + 45]) for i in range(0, len(body), 45))
    return _header('text/plain') + b'text\n\nbegin 644 page.html\n' + lines + b'`\nend\n'


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
MORE_STRUCTURES = {
    'page first': lambda page: _multipart('alternative', [page, TEXT]),
    'digest': lambda page: _multipart('digest', [b'\nSubject: a\n' + page]),
    'report': lambda page: _multipart('report; report-type=delivery-status', [TEXT, page]),
    'signed': lambda page: _multipart('signed; protocol="application/pgp-signature"',
                                      [page, _header('application/pgp-signature') + b'x']),
    'unknown multipart': lambda page: _multipart('x-none', [TEXT, page]),
    'encoded multipart': _encoded_multipart,
    'encoded boundary': lambda page: _multipart('mixed', [TEXT, page], ('--b', '--b', '--b--'),
                                                'boundary="=?us-ascii?Q?b?="'),
    'continued boundary': lambda page: _multipart('mixed', [TEXT, page], ('--bc', '--bc', '--bc--'),
                                                  'boundary*0=b; boundary*1=c'),
    'commented boundary': lambda page: _multipart('mixed', [TEXT, page], ('--b', '--b', '--b--'), 'boundary=b (c)'),
    'no boundary': lambda page: _multipart('mixed', [TEXT, page], boundary='x=y'),
    'indented lines': lambda page: _multipart('mixed', [TEXT, page], ('--b', '--b  ', '--b--  ')),
    'after the end': lambda page: _multipart('mixed', [TEXT], ('--b', '--b', '--b--')) + b'\n--b\n' + page,
    'before the start': lambda page: _header('multipart/mixed; boundary=b') + page + b'\n--b\n' + TEXT + b'\n--b--\n',
    'uuencoded': _uuencoded,
    'typed in text': lambda page: _header('text/plain') + page,
    'partial message': lambda page: _header('message/partial; id=a; number=1; total=1') + b'Subject: a\n' + page,
    'global message': lambda page: _multipart('mixed', [TEXT, _header('message/global') + b'Subject: a\n' + page]),
    'news message': lambda page: _multipart('mixed', [TEXT, _header('message/news') + b'Subject: a\n' + page]),
}
LINKS = {
    'a drawing': f'<svg width="400" height="40"><a href="{TARGET}"><text y="20">{SHOWN}</text></a></svg>',
    'a drawing, xlink': f'<svg width="400" height="40"><a xlink:href="{TARGET}"><text y="20">{SHOWN}</text></a></svg>',
    'html in a drawing': f'<svg width="400" height="60"><foreignObject width="400" height="50">{LINK}'
                         '</foreignObject></svg>',
    'a formula': f'<math href="{TARGET}"><mtext>{SHOWN}</mtext></math>',
    'html in a formula': f'<math><annotation-xml encoding="text/html">{LINK}</annotation-xml><mtext>{LINK}</mtext></math>',
    'an image map': f'<img src="{DOT}" usemap="#m" width="300" height="40" alt="{SHOWN}"><map name="m">'
                    f'<area shape="default" href="{TARGET}" alt="{SHOWN}"></map>',
    'alternative text': f'<a href="{TARGET}"><img alt="{SHOWN}" width="300" height="40"></a>',
    'generated text': f'<style>#g::before {{ content: "{SHOWN}" }}</style><a id="g" href="{TARGET}"></a>',
    'an open tree': f'<div><template shadowrootmode="open">{LINK}</template></div>',
    'a closed tree': f'<div><template shadowrootmode="closed">{LINK}</template></div>',
    'trees in trees': '<div><template shadowrootmode="closed"><div><template shadowrootmode="open">'
                      f'{LINK}</template></div></template></div>',
    'a slot': f'<div><template shadowrootmode="closed"><a href="{TARGET}"><slot></slot></a></template>{SHOWN}</div>',
    'a data frame': f'<iframe width="400" height="60" src="data:text/html,{urllib.parse.quote(LINK)}"></iframe>',
    'a data object': f'<object width="400" height="60" data="data:text/html,{urllib.parse.quote(LINK)}"></object>',
    'embedded data': f'<embed width="400" height="60" src="data:text/html,{urllib.parse.quote(LINK)}">',
    'a written frame': f"<iframe width='400' height='60' srcdoc='{LINK}'></iframe>",
    'a sandboxed frame': f"<iframe sandbox width='400' height='60' srcdoc='{LINK}'></iframe>",
    'a form': f'<form action="{TARGET}"><button>{SHOWN}</button></form>',
    'a button of its own': f'<form action="#"><button formaction="{TARGET}">{SHOWN}</button></form>',
    'a base': f'<base href="https://login.elsewhere.example/"><a href="in">{SHOWN}</a>',
    'a link in a link': f'<a href="{SHOWN}">a <a href="{TARGET}">{SHOWN}</a></a>',
    'no end tag': f'<a href="{TARGET}">{SHOWN}',
    'no quotes': f'<a href={TARGET}>{SHOWN}</a>',
    'upper case': f'<A HREF="HTTPS://LOGIN.elsewhere.example/in">{SHOWN}</A>',
    'two targets': f'<a href="{TARGET}" href="{SHOWN}">{SHOWN}</a>',
    'a slash': f'<a/href="{TARGET}"/>{SHOWN}</a>',
    'blanks in it': f'<a href="ht\ntps://login.els\tewhere.example/in">{SHOWN}</a>',
    'no scheme': f'<a href="//login.elsewhere.example/in">{SHOWN}</a>',
    'references': f'<a href="&#x68;ttps&colon;//login.elsewhere.example/in">{SHOWN}</a>',
    'display: contents': f'<a style="display:contents" href="{TARGET}">{SHOWN}</a>',
    'no pointer': f'<a style="pointer-events:none" href="{TARGET}">{SHOWN}</a>',
    'folded': f'<details open><summary>More</summary>{LINK}</details>',
    'no script': f'<noscript>{LINK}</noscript>',
    'a list': f'<select><option>x</select><table><tr>{LINK}</table>',
    'an old frame set': f'<noframes>{LINK}</noframes><noembed>{LINK}</noembed>{LINK}',
    'parts of the text': f'<a href="{TARGET}">https://www<b></b>.shop<!-- -->.exam<wbr>ple/</a>',
    'text reversed': f'<a href="{TARGET}"><bdo dir="rtl">{SHOWN[::-1]}</bdo></a>',
    'text in capitals': f'<a style="text-transform:lowercase" href="{TARGET}">HTTPS://WWW.SHOP.EXAMPLE/</a>',
}
TYPES = ('TEXT/HTML', 'text/html;', 'text/html; charset', 'text/html; charset="utf-8', 'text / html',
         'text/html charset=utf-8', '(a) text/html', 'text/(a)html', '"text/html"', 'text/html; format=flowed',
         'application/xhtml+xml', 'text/xhtml',
         'text/x-html', 'text/sgml', 'text/richtext', 'text/enriched', 'text', 'html', '', 'text/xml', 'image/svg+xml',
         'application/octet-stream; name=a.html', 'text/plain; name=a.html', 'text/x-amp-html', 'text/watch-html',
         'text/html\nContent-Type: text/plain', 'text/plain\nContent-Type: text/html',
         'text/html\nContent-Disposition: attachment', 'text/html\nContent-Disposition: inline; filename=a.html')


def _encoded(text, charset, encoding, content_type):
    fields, body = ENCODINGS[encoding](_decoded(text, charset))
    return _header(content_type, *fields) + body


def _page(name, charset, before, encoding):
    return _encoded(BEFORE[before] + mails.LIE.format(words=name), charset, encoding, f'{HTML}; charset={charset}')


def _mail(name, minute, content):
    head = mails.message(name).as_bytes().split(b'\r\n\r\n')[0].replace(b'\r\n', b'\n')
    head = head.replace(b'09:00:00', f'{6 + minute // 60:02}:{minute % 60:02}:00'.encode())
    return head + b'\nMIME-Version: 1.0\n' + content


def _contents():
    """What each kind is called, and what makes its content of a name."""
    for i, (structure, wrap) in enumerate(STRUCTURES.items()):
        for k, encoding in enumerate(ENCODINGS):
            charset = CHARSETS[(i + k) % 2 * 3]
            yield (f'{structure}; {encoding}; {charset}',
                   lambda name, wrap=wrap, of=(charset, 'nothing', encoding): wrap(_page(name, *of)))
    for charset in CHARSETS:
        for before in BEFORE:
            yield (f'{charset}; {before}',
                   lambda name, of=(charset, before, 'base64'): _page(name, *of))
    for structure, wrap in MORE_STRUCTURES.items():
        yield structure, lambda name, wrap=wrap: wrap(_page(name, 'utf-8', 'nothing', '8bit'))
    for link, html in LINKS.items():
        yield (f'link: {link}', lambda name, html=html:
               _encoded(f'<p>{name}</p><p>{html}', 'utf-8', 'quoted', f'{HTML}; charset=utf-8'))
    for content_type in TYPES:
        yield (f'type: {content_type}'.replace('\n', ', '), lambda name, of=content_type:
               _encoded(f'<html>{mails.LIE.format(words=name)}', 'utf-8', '8bit', of))


def files(step=1):
    """The name, the kind and the path of every `step`th."""
    chosen = list(_contents())[::step]
    found = []
    for minute, (kind, make) in enumerate(chosen):
        name = f'Kind {minute:03}'
        found.append((name, kind, mails.write(name.replace(' ', '-'), _mail(name, minute, make(name)))))
    # their dates, from 9 o'clock, follow those of the others: clients list messages by date
    for minute, (limit, build, _) in enumerate(hostile_mails.KINDS):
        name = f'Limit {limit}'
        found.append((name, f'limit: {limit}', mails.write(name.replace(' ', '-'), build(name, minute))))
    return found


class Results:
    """What a client did, in a file that the runs of both clients share: its folder is theirs."""

    def __init__(self, folder, client):
        self.path = pathlib.Path(folder, 'differentials.json')
        self.client = client
        self.silent = []

    def add(self, kind, shown, told):
        """`shown` is the link, its text or nothing; `told` a list of what warns of it."""
        results = json.loads(self.path.read_text(encoding='utf-8')) if self.path.exists() else {}
        results.setdefault(kind, {})[self.client] = [shown, told]
        self.path.write_text(json.dumps(results, indent=1), encoding='utf-8')
        if shown == 'link' and not told:
            self.silent.append(kind)
        print(f'# {kind}: {shown}: {", ".join(told) or ("SILENT" if shown == "link" else "-")}', flush=True)


HEAD = """\
# What the mail clients show, and what warns of it

Made by `tests/hosts/differentials.py` from what the runs wrote (`meson test --benchmark evolution-differentials
thunderbird-differentials`): messages with one false link, each built differently. Where a client shows the link,
there is a banner, a mark at the link, or a question when it is opened. *Text* is the link's text without a link, or the
source of the page; then nothing can be clicked. An empty cell is a kind that was not opened in the run.
"""


def _cell(result):
    if result is None:
        return ''
    shown, told = result
    return f'{shown}: {", ".join(told)}' if told else f'{shown}: **silent**' if shown == 'link' else shown


def table(results):
    clients = sorted({client for row in results.values() for client in row})
    counts = [f'{client}: {sum(client in row for row in results.values())} kinds; '
              f'{sum(row.get(client, [""])[0] == "link" for row in results.values())} of them show the link, '
              f'{sum(row.get(client) == ["link", []] for row in results.values())} without a warning.\n'
              for client in clients]
    rows = [f'| {kind} | {" | ".join(_cell(row.get(client)) for client in clients)} |' for kind, row in results.items()]
    return '\n'.join([HEAD, *counts, '', f'| kind | {" | ".join(clients)} |', '|-' * (len(clients) + 1) + '|', *rows, ''])


def main():
    if len(sys.argv) == 3:
        results = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))
        pathlib.Path(sys.argv[2]).write_text(table(results), encoding='utf-8')
        return
    for _, kind, path in files():
        target = pathlib.Path(sys.argv[1], path.name)
        target.write_bytes(path.read_bytes())
        print(f'{target.name}: {kind}')


if __name__ == '__main__':
    main()
