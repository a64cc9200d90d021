# SPDX-License-Identifier: LGPL-2.1-or-later
"""Authentication results, signatures, ARC."""
from hostile import field, fields, message, fill, SENDER, TOP

MANY_RESULTS = '; dkim=pass header.d=a{i}.example header.s=s'


def distinct_methods(n):
    """Fields with different results each."""
    methods = fill('; m{i}=pass', n).split(';')
    return message('text', more=''.join(f'Authentication-Results: mx.reader.test;{";".join(methods[i:i + 4000])}\r\n'
                                        for i in range(1, len(methods), 4000)))


def one_signer(n):
    """One domain that passes repeatedly, and signatures of others."""
    told = 'Authentication-Results: mx.reader.test' + fill('; dkim=pass header.d=a.example', 40_000) + '\r\n'
    signed = 'DKIM-Signature: v=1;' + fill(' x={i};', 40_000) + ' d=b.example; l=1\r\n'
    return (fill(told, n // 2) + TOP + fill(signed, n // 2) + SENDER + '\r\nx').encode()


def signed_and_told(n):
    """As many signatures as results, each to be looked up in the other."""
    told = fill('Authentication-Results: mx.reader.test; dkim=pass header.d=a{i}.example header.b=abc{i}\r\n', n // 2)
    signed = fill('DKIM-Signature: v=1; a=rsa-sha256; d=a{i}.example; s=s; h=From; bh=x; b=abc{i}\r\n', n // 2)
    return message('text', more=told + signed)


KINDS = {
    'results-fields': fields('Authentication-Results: mx.reader.test; dkim=pass header.d=a{i}.example'),
    'results-distinct-methods': distinct_methods,
    'results-one-signer': one_signer,
    'results-foreign-fields': fields('Authentication-Results: mx{i}.example; dkim=pass header.d=a{i}.example'),
    'results-one-field': field('Authentication-Results', MANY_RESULTS, 'mx.reader.test'),
    'results-one-folded': field('Authentication-Results', MANY_RESULTS, 'mx.reader.test', fold=True),
    'results-properties': field('Authentication-Results', ' header.d=a{i}.example', 'mx.reader.test; dkim=pass'),
    'results-comments': field('Authentication-Results', '(', 'mx.reader.test; dkim=pass '),
    'results-comments-flat': fields('Authentication-Results: mx.reader.test; dkim=pass ' + '(aaaaaaaaaaaa)' * 4000),
    'results-quotes': field('Authentication-Results', '"\\"', 'mx.reader.test; dkim='),
    'results-semicolons': field('Authentication-Results', ';', 'mx.reader.test'),
    'results-equals': field('Authentication-Results', '=', 'mx.reader.test; dkim'),
    'results-dmarc-comments': field('Authentication-Results', '; dmarc=pass (p=reject adkim=s)', 'mx.reader.test'),
    'spf-fields': fields('Received-SPF: pass (mx.reader.test: a{i}) client-ip=192.0.2.1; envelope-from=a@b.example;'),
    'spf-one': field('Received-SPF', 'client-ip=192.0.2.1; ', 'pass '),
    'dkim-fields': fields('DKIM-Signature: v=1; a=rsa-sha256; d=a{i}.example; s=s; h=From; bh=x; b=abc{i}'),
    'dkim-fields-of-sender': fields('DKIM-Signature: v=1; a=rsa-sha256; d=sender.example; s=s{i}; h=From; bh=x; b=c'),
    'dkim-h-long': field('DKIM-Signature', 'From:', 'v=1; d=a.example; h='),
    'dkim-tags': field('DKIM-Signature', 'a{i}=b;'),
    'dkim-signed-and-told': signed_and_told,
    'arc-sets': fields('ARC-Authentication-Results: i={i}; mx.reader.test; dkim=pass header.d=sender.example'),
    'arc-seals': fields('ARC-Seal: i={i}; a=rsa-sha256; cv=pass; d=a{i}.example; s=s; b=x'),
    'arc-one': field('ARC-Authentication-Results', MANY_RESULTS, 'i=1; mx.reader.test'),
    'spam-stamps': fields('X-Spam-Flag: YES'),
    'spam-stamp-long': field('X-Spam-Status', 'a,', 'Yes, score=9 tests='),
}
