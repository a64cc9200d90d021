# SPDX-License-Identifier: LGPL-2.1-or-later
"""QR codes are decoded last: a warning appears, or replaces the first one."""
import mails
from accessible import text_of
from evolution_driver import wait_for
from scenes import DATA, LYING_HOST, check, settle, show

CODED, NO_CODE, LIE_AND_CODE = 'Scan the code', 'Look at the sea', 'Scan or click'
CODE_HOST = 'www.paypa1.com'
CODE = (DATA.parent / 'qr/lookalike.png').read_bytes()
SEA = (DATA.parent / 'qr/none.png').read_bytes()


def with_picture(mail, subject, picture):
    html = mail.get_content() if mail.get_content_type() == 'text/html' else f'<p>{subject}</p>'
    mail.set_content(html + '<p><img src="cid:it"></p>', subtype='html')
    mail.add_related(picture, 'image', 'png', cid='<it>')
    return mail


def calm(subject, minute):
    """A message that has nothing suspicious except possibly its picture."""
    mail = mails.message(subject, minute=minute)
    mail.replace_header('Received', mail['Received'].replace('out.elsewhere.example (unknown',
                                                             'out.shop.example (out.shop.example'))
    return mail


MAILS = [mails.write('coded', with_picture(calm(CODED, 1), CODED, CODE)),
         mails.write('sea', with_picture(calm(NO_CODE, 2), NO_CODE, SEA)),
         mails.write('both', with_picture(mails.lie(LIE_AND_CODE, 3), LIE_AND_CODE, CODE))]
SELECT = 'sea'
SIZE = '1000x1150'  # the whole of a long banner


def picture_without_code_says_nothing(evolution):
    evolution.wait_for_message(NO_CODE)
    settle()
    check(not evolution.banners(evolution.window), 'a warning about the sea')


def code_warns(evolution):
    show(evolution, CODED)
    banner = evolution.wait_for_banner()
    check(CODE_HOST in text_of(banner), f'the code is not named in {text_of(banner)}')
    evolution.screenshot(f'code-{evolution.locale}')


def code_adds_to_the_warning(evolution):
    """One banner that names both."""
    show(evolution, LIE_AND_CODE)
    wait_for('the code in the banner', lambda: any(CODE_HOST in text_of(banner)
                                                   for banner in evolution.banners(evolution.window)))
    settle()
    banners = [text_of(banner) for banner in evolution.banners(evolution.window)]
    check(len(banners) == 1, f'not one banner: {banners}')
    check(LYING_HOST in banners[0] and CODE_HOST in banners[0], f'not both are named in {banners[0]}')
    evolution.screenshot(f'code-and-lie-{evolution.locale}')


def warning_goes_with_its_message(evolution):
    """A reader who opens another message at once sees nothing of a code found meanwhile."""
    for _ in range(3):
        show(evolution, CODED)
        show(evolution, NO_CODE)
    settle()
    check(not evolution.banners(evolution.window), 'a warning about the sea')


SCENES = (picture_without_code_says_nothing, code_warns, code_adds_to_the_warning, warning_goes_with_its_message)
