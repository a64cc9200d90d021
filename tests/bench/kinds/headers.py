# SPDX-License-Identifier: LGPL-2.1-or-later
"""All kinds of header fields."""
from hostile import field, fields, message, fill, text

KINDS = {
    'header-lines': fields('X-A{i}: b'),
    'header-lines-empty': fields('a:'),
    'header-one-long': field('X-Long', 'a'),
    'header-one-folded': field('X-Long', 'a', fold=True),
    'header-folded-blank': field('X-Long', '\t', fold=True),
    'header-no-colon': fields('this is no field'),
    'header-body-looks-like-fields': text('a: b\r\n'),
    'header-8bit': field('X-Long', '\udcff\udcfe'),
    'received-many': fields('Received: from a{i}.example (a{i}.example [192.0.2.1]) by b.example with SMTP id 1; '
                            'Sun, 2 Nov 2025 10:00:00 +0900'),
    'received-trusted-many': fields('Received: from a{i}.example (a{i}.example [192.0.2.1]) by mx.reader.test with '
                                    'SMTP id 1; Sun, 2 Nov 2025 10:00:00 +0900'),
    'received-comments': field('Received', '(', 'from a '),
    'received-brackets': field('Received', '[', 'from a ('),
    'received-quotes': field('Received', '"\\', 'from a '),
    'received-semicolons': field('Received', ';', 'from a by b '),
    'received-words': field('Received', 'by from with id for '),
    'received-hosts': field('Received', 'by a.example ', 'from x '),
    'date-long': field('Date', '('),
    'message-id-long': field('Message-ID', '<'),
    'references-many': field('References', '<{i}@a.example> ', fold=True),
    'list-headers': fields('List-Id: <a{i}.list.example>'),
    'list-unsubscribe': field('List-Unsubscribe', '<https://a.example/{i}>, '),
    'subject-fields': fields('Subject: Your account {i}'),
    'mbox-from': lambda n: b'From a\n' + message('x', more=fill('>From a\r\n', n)),
    'received-for-many': fields('Received: from a.example by mx.reader.test for <reader@reader.test>; '
                                'Sun, 2 Nov 2025 10:00:00 +0900 (comment {i})'),
    'x-forwarded-many': fields('X-Forwarded-For: a{i}@b.example reader@reader.test'),
    'resent-many': fields('Resent-From: a{i}@b.example'),
}
