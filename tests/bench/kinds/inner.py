# SPDX-License-Identifier: LGPL-2.1-or-later
"""Attached messages, each judged by itself."""
from hostile import fill, inner, LINK

BRANDS = 'Your PayPal account at Amazon, Apple and Microsoft {i}.\r\n'

KINDS = {
    'inner-links': inner('<a href="http://a{i}.evil.test/">www.bank{i}.example</a>\n'),
    'inner-links-same': inner('<a href="http://a.evil.test/">www.bank.example</a>\n'),
    'inner-links-large': inner('<a href="http://a{i}.evil.test/">www.bank{i}.example</a>\n', size=700_000),
    'inner-tiny': inner(LINK, size=10),
    'inner-text': inner('http://a{i}.example/\r\n', 'text/plain'),
    'inner-brands': inner(BRANDS, 'text/plain'),
    'inner-brands-large': inner(BRANDS, 'text/plain', size=300_000),
    'inner-combining': inner('\u0301', size=300_000),
    'inner-hosts': inner('http://www{i}.paypa1-{i}.test/\r\n', 'text/plain'),
    'inner-mailboxes': inner('x', size=10, top='To: ' + fill('a{i}@b{i}.example, ', 40_000) + 'c@d.example\r\n'),
    'inner-senders': inner('x', size=10, top='From: ' + ', '.join(['"' + 'a b-c ' * 80 + '" <a@b.example>'] * 8) + '\r\n'),
    'inner-senders-via': inner('x', size=10, top='From: ' + '"' + 'PayPal at ' * 50 + 'via x" <a@b.example>\r\n'),
    'inner-senders-ways': inner('x', size=10, top='From: ' + ', '.join(['"' + 'a via ' * 85 + '" <a@b.example>'] * 8) + '\r\n'),
    'inner-names': inner('x', size=10, top='Reply-To: ' + fill('"PayPal {i}" <a@b{i}.example>, ', 40_000) + '\r\n'),
    'inner-html-deep': inner('<b>', size=300_000),
    'inner-css': inner('.a{i}{color:red}', before='<style>', size=300_000),
    'inner-forms': inner('<form action="http://a{i}.test"><input type=password></form>'),
    'inner-subject-long': inner('x', size=10, top='Subject: ' + 'paypal ' * 8000 + '\r\n'),
    'inner-base': inner('<a href=x>www.bank.example</a>', before='<base href="http://x.test/' + 'a' * 3500 + '">'),
}
