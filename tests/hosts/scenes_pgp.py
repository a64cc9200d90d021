# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages encrypted or signed with OpenPGP are analysed as decrypted by Evolution, with their outer header."""
import email.message
import email.policy

import mails
import pgp_key
from accessible import text_of
from scenes import LYING_HOST, check, check_marked, settle, show

SEALED, SIGNED, ARMOURED, CLEAR = 'Sealed lie', 'Signed lie', 'Armoured lie', 'Clear lie'
NAME, PAGE, HONEST = 'False name', 'Sealed page', 'Sealed truth'
IMPOSTOR = 'news@elsewhere.example'
LOOKALIKE = 'www.amazon.co.jp.login.elsewhere.example'
KEY = pgp_key.PgpKey()


# Camel 3.46 drops the text when gpg says all at once: so it is more than a pipe holds, and read as it comes.
LONG = '\r\n' * 40000
TRUTH = '<p>{words}</p>' + LONG


def with_page(subject):
    """An honest text, and an HTML page without a type."""
    mail = email.message.EmailMessage(email.policy.SMTP)
    mail.set_content(TRUTH.format(words=subject), subtype='html')
    mail.add_attachment(mails.LIE.format(words=subject).encode(), 'application', 'octet-stream', filename='order.html')
    return mail.as_string()


def plain(subject):
    return f'{subject}:\n\nhttps://{LOOKALIKE}/in\n'


MAILS = [mails.write('1', KEY.seal(mails.message(SEALED), mails.LIE + LONG)),
         mails.write('2', KEY.sign(mails.message(SIGNED, minute=1), mails.LIE)),
         mails.write('3', KEY.seal_inline(mails.message(ARMOURED, minute=2), plain(ARMOURED) + LONG)),
         mails.write('4', KEY.sign_inline(mails.message(CLEAR, minute=3), plain(CLEAR))),
         mails.write('5', KEY.seal(mails.message(NAME, f'Amazon.co.jp <{IMPOSTOR}>', 4), TRUTH)),
         mails.write('6', KEY.seal_part(mails.message(PAGE, minute=5), with_page(PAGE))),
         mails.write('7', KEY.seal(mails.message(HONEST, minute=6), TRUTH))]
SELECT = '7'
SIZE = '1000x1150'
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=2500000
"""}


def prepare(evolution):
    KEY.install(evolution.base_dir)


def sealed_truth_is_left_in_peace(evolution):
    evolution.wait_for_message(HONEST)
    settle()
    check(not evolution.banners(), 'a warning of nothing')


def sealed_text_is_judged(evolution):
    show(evolution, SEALED)
    check_marked(evolution, SEALED)


def signed_text_is_judged(evolution):
    show(evolution, SIGNED)
    check_marked(evolution, SIGNED)


def sealed_attachment_is_judged(evolution):
    check_named(evolution, PAGE, LYING_HOST)


def check_named(evolution, subject, name=LOOKALIKE):
    show(evolution, subject)
    words = text_of(evolution.wait_for_banner())
    evolution.screenshot(f'kind-{subject.replace(" ", "-")}-{evolution.locale}')
    check(name in words, f'{subject}: {name} is not named in {words}')


def armour_in_a_text_is_opened(evolution):
    check_named(evolution, ARMOURED)


def signed_plain_text_is_judged(evolution):
    check_named(evolution, CLEAR)


def header_over_a_sealed_text_is_judged(evolution):
    check_named(evolution, NAME, IMPOSTOR)


SCENES = (sealed_truth_is_left_in_peace, sealed_text_is_judged, sealed_attachment_is_judged, signed_text_is_judged,
          armour_in_a_text_is_opened, signed_plain_text_is_judged, header_over_a_sealed_text_is_judged)
