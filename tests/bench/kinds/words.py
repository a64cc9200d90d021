# SPDX-License-Identifier: LGPL-2.1-or-later
"""Encoded words (RFC 2047) and parameters (RFC 2231)."""
from hostile import field, fields, fill, message, parts, sender, subject


def within(name, unit, before='', after=''):
    """A field in the header of an attached message, which is not cut before it is parsed."""
    end = '\r\nFrom: c@d.example\r\n\r\ntext'
    return lambda n: message(f'{name}: {before}{fill(unit, n)}{after}{end}', 'message/rfc822')


LONG = '=?utf-8?q?' * 700

KINDS = {
    'words-open-within': within('X-Long', '=?a?q?x'),
    'words-charset-long': field('X-Long', 'a', '=?', '?q?x?='),
    'words-charset-within': within('X-Long', 'a', '=?', '?q?x?='),
    'params-charset-long': field('Content-Disposition', 'a', 'attachment; filename*=', "''x"),
    'params-charset-within': within('Content-Disposition', 'a', 'attachment; filename*=', "''x"),
    'params-within': within('Content-Disposition', '; a{i}=b', 'attachment'),
    'groups-within': within('Cc', 'a:'),
    'words-subject': subject('=?utf-8?b?44GC?= '),
    'words-subject-joined': subject('=?utf-8?b?44GC?='),
    'words-subject-open': subject('=?utf-8?q?'),
    'words-subject-marks': subject('=?'),
    'words-subject-charsets': subject('=?x-none-{i}?q?a?= '),
    'words-subject-jis': subject('=?iso-2022-jp?b?GyRCJCIbKEI=?= '),
    'words-subject-long-q': subject('=41', '=?utf-8?q?'),
    'words-subject-underscores': subject('_', '=?utf-8?q?'),
    'words-from': sender('=?utf-8?q?Bank?= ', after=' <a@b.example>'),
    'words-from-open': sender('=?utf-8?q?', after=' <a@b.example>'),
    'words-from-fields': fields('From: =?utf-8?q?Bank{i}?= <a{i}@b.example>'),
    'words-from-fields-open': fields('From: ' + LONG + ' <a@b.example>'),
    'words-to-open': field('To', LONG + ' <a@b.example>, '),
    'words-reply-to-open': fields('Reply-To: ' + LONG + ' <a@b.example>'),
    'words-file-names': parts('Content-Type: image/png; name="' + LONG + '"\r\n\r\nx'),
    'words-file-names-good': parts('Content-Type: image/png; name="' + '=?utf-8?q?a?= ' * 500 + '"\r\n\r\nx'),
    'words-file-names-attached': parts('Content-Type: application/x; name="' + LONG
                                       + '"\r\nContent-Disposition: attachment; filename="' + LONG + '"\r\n\r\nx'),
    'params-continued': parts('Content-Type: image/png; ' + fill(' name*{i}*=%41;', 8000) + '\r\n\r\nx'),
    'params-one-many': field('Content-Disposition', ' a{i}=b;', 'attachment;'),
    'params-continued-one': field('Content-Type', ' name*{i}=a;', 'text/plain;'),
    'params-percent': field('Content-Disposition', '%41', "attachment; filename*=utf-8''"),
    'params-quotes': field('Content-Type', '"\\', 'text/plain; name='),
    'params-semicolons': field('Content-Type', ';', 'text/plain'),
}
