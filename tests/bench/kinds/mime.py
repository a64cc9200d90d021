# SPDX-License-Identifier: LGPL-2.1-or-later
"""Structure: multiparts, boundaries, encodings."""
import base64
from hostile import fill, message, mixed, parts, text, encode, LINK, PART

HTML = 'Content-Type: text/html; charset=utf-8\r\n\r\n'


def nested(n, media='multipart/mixed'):
    depth = n // 50
    head = ''.join(f'--b{i}\r\nContent-Type: {media}; boundary=b{i + 1}\r\n\r\n' for i in range(depth))
    return message(head + f'--b{depth}\r\n\r\ntext\r\n', f'{media}; boundary=b0')


def nested_messages(n):
    return message('Content-Type: message/rfc822\r\n\r\n' * (n // 31) + 'text', 'message/rfc822')


def boundaries_open(n):
    """Each part starts a multipart whose boundary never appears."""
    return message(fill('--b\r\nContent-Type: multipart/mixed; boundary=c{i}\r\n\r\nx\r\n', n) + '--b--\r\n',
                   'multipart/mixed; boundary=b')


def encoded(name, encoder, unit):
    def make(n):
        sizes = [PART] * (n // PART) + ([n % PART] if n % PART else [])
        head = f'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {name}\r\n\r\n'.encode()
        return mixed(head + encoder(encode(LINK + fill(unit, m // 3))) for m in sizes)
    return make


def quoted(data):
    return b''.join(b'=%02X' % c if i % 25 else b'=%02X=\r\n' % c for i, c in enumerate(data))


def boundary_values(n):
    """Each line starts with one of the boundaries that may be meant."""
    names = '; '.join(f'boundary*{i}="b/{i}"' for i in range(20))
    return message(fill('--b/{i}\r\nContent-Type: text/html\r\n\r\n' + LINK, n), f'multipart/mixed; {names}')


def ber(unit):
    """An S/MIME signature of which `unit` is repeated within the content."""
    head = bytes.fromhex('308006092a864886f70d010702a0803080020101310030800609'
                         '2a864886f70d010701a080')

    def make(n):
        body = base64.encodebytes(head + unit * (n * 3 // 4 // len(unit)))
        return mixed([b'Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n' + body])
    return make


KINDS = {
    'mime-boundary-values': boundary_values,
    'mime-cms-open': ber(b'\x24\x80'),
    'mime-cms-octets': ber(b'\x24\x03\x04\x01a'),
    'mime-cms-sets': ber(b'\x31\x80\x00\x00'),
    'mime-base64-paddings': encoded('base64', lambda d: b'YQ==' * (len(d) // 4), 'abcd'),
    'mime-inline-files': text('begin 644 a{i}.html\r\nM\r\nend\r\n'),
    'mime-inline-open': text('begin 644 a{i}.html\r\n'),
    'mime-inline-yenc': text('=ybegin name=a{i}.html\r\nx\r\n=yend\r\n'),
    'mime-inline-lines': text('b\n'),
    'mime-inline-types': text('Content-Type: text/plain\r\n\r\n%%EOF\r\n'),
    'mime-encoding-named': parts('Content-Type: text/html\r\nContent-Transfer-Encoding: "base64"\r\n\r\nYQ=='),
    'mime-nested': nested,
    'mime-nested-alternative': lambda n: nested(n, 'multipart/alternative'),
    'mime-nested-related': lambda n: nested(n, 'multipart/related'),
    'mime-nested-digest': lambda n: nested(n, 'multipart/digest'),
    'mime-nested-messages': nested_messages,
    'mime-open-boundaries': boundaries_open,
    'mime-parts-empty': parts(''),
    'mime-parts-text': parts('\r\nhttp://a{i}.example/'),
    'mime-parts-html': parts(HTML + LINK),
    'mime-parts-html-large': parts(HTML + LINK * 1000),
    'mime-parts-pictures': parts('Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo='),
    'mime-parts-pdf': parts('Content-Type: application/pdf; name="a{i}.pdf"\r\n\r\n%PDF'),
    'mime-parts-alternatives': lambda n: message(fill('--b\r\n' + HTML + LINK + '\r\n', n) + '--b--\r\n',
                                                 'multipart/alternative; boundary=b'),
    'mime-parts-dashes': lambda n: message(fill('--b', n), 'multipart/mixed; boundary=b'),
    'mime-parts-almost': lambda n: message(fill('--bX\r\n', n), 'multipart/mixed; boundary=b'),
    'mime-boundary-long': lambda n: message('--' + 'b' * (n // 2) + '\r\n\r\nx',
                                            'multipart/mixed; boundary=' + 'b' * (n // 2)),
    'mime-types-odd': parts('Content-Type: a{i}/b{i}\r\n\r\nx'),
    'mime-names-long': parts('Content-Type: image/png; name="' + 'a' * 5000 + '"\r\n\r\nx'),
    'mime-base64': encoded('base64', base64.encodebytes, '<a href="http://a{i}.test">x</a>'),
    'mime-base64-junk': encoded('base64', lambda d: b'!' * len(d), 'abcd'),
    'mime-quoted': encoded('quoted-printable', quoted, '<p>text</p>'),
    'mime-quoted-bad': encoded('quoted-printable', lambda d: b'=' * len(d), 'abcd'),
    'mime-uuencode': encoded('x-uuencode', lambda d: b'begin 644 a\n' + b'M' * len(d), 'abcd'),
    'mime-yenc': encoded('x-yencode', lambda d: b'=ybegin line=128 size=9 name=a\n' + d, 'abcd'),
    'mime-long-line': text('a'),
    'mime-blank-lines': text('\r\n'),
    'mime-cr-only': text('\r'),
    'mime-nul': text('a\0'),
    'mime-report': parts('Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a{i}.example'),
    'mime-headers-parts': parts('Content-Type: text/rfc822-headers\r\n\r\nFrom: a{i}@b.example'),
    'mime-encrypted': parts('Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1'),
    'mime-signed': parts('Content-Type: multipart/signed; boundary=s{i}\r\n\r\n--s{i}\r\n\r\nx\r\n--s{i}--'),
    'mime-tnef': parts('Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx'),
}
