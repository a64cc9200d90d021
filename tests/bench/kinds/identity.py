# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who a message claims to be from: brands, contacts, look-alikes, words."""
from hostile import links, page, sender, subject, text, LINK

CLAIM = 'Your PayPal account. Amazon team. \u00a9 Apple {i}. '

KINDS = {
    'brands-text': text('PayPal Amazon Apple Microsoft Netflix '),
    'brands-claims': text(CLAIM),
    'brands-claims-page': page('<p>' + CLAIM + '</p>'),
    'brands-subject': subject('PayPal Amazon Apple '),
    'brands-subject-brackets': subject('[PayPal] '),
    'brands-alts': page('<img alt="PayPal {i}">'),
    'brands-alts-same': page('<img alt="PayPal logo">'),
    'brands-links': links('http://paypal-{i}.test/', 'PayPal {i}'),
    'brands-disguised': text('P\u0430yP\u0430l Am\u0430zon '),
    'brands-letters-spaced': text('P a y P a l '),
    'brands-copyright': text('\u00a9 '),
    'brands-japanese': text('\u697d\u5929\u304a\u5ba2\u69d8 \u4e09\u4e95\u4f4f\u53cb\u30ab\u30fc\u30c9 '),
    'words-urgent': text('urgent immediately suspended within 24 hours '),
    'words-urgent-page': page('<p>urgent: your account is suspended within 24 hours</p>'),
    'words-password': text('password verify your account click here '),
    'words-phone': text('call +1 (800) 555-01{i} now '),
    'words-numbers': text('1-800-555-0100 '),
    'contacts-names': sender('Anna Number{i} ', '"', '" <a@b.example>'),
    'contacts-names-text': text('Anna Number{i} '),
    'contacts-domains': links('http://h0use-{i}.example/', 'house-{i}.example'),
    'contacts-domains-text': text('http://house-{i}.examp1e.test/ '),
    'lookalikes-links': links('http://paypa1-{i}.test/', 'click'),
    'lookalikes-of-brands': links('http://arnazon{i}.test/', 'click'),
    'lookalikes-joined': links('http://secure-paypal-login-amazon-apple-{i}.test/', 'click'),
    'lookalikes-embedded': links('http://www.paypal.com.a{i}.test/', 'click'),
    'lookalikes-labels': links('http://' + 'paypal.com.' * 20 + 'a{i}.test/', 'click'),
    'lookalikes-hyphens': links('http://' + 'a-' * 30 + '{i}.test/', 'click'),
    'lookalikes-idn': links('http://p\u0430yp\u0430l{i}.test/', 'click'),
    'lookalikes-puny': links('http://xn--pypl-{i}-53dc.test/', 'click'),
    'lookalikes-long-labels': links('http://' + 'paypal' * 10 + '{i}.test/', 'click'),
    'lookalikes-text': text('http://paypa1-{i}.test/\r\n'),
    'open-hosts': links('http://a{i}.web.app/', 'www.bank.example'),
    'shorteners': links('https://bit.ly/{i}', 'www.bank.example'),
    'brands-many-and-links': page('<a href="http://a{i}.test/">x</a>', 'Your PayPal account. Your Amazon account. '
                                  'Your Apple ID. Your Netflix account. Your Microsoft account. Your DHL package. '
                                  'Your Google account. Your Facebook account. Your eBay account. '),
    'page-and-brand-links': page(LINK + '<a href="https://www.paypal.com/{i}">PayPal</a>'),
}
