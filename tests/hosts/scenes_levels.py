# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lower levels have a quieter bar, and a message that could not be analysed has a bar that says so."""
import mails
from accessible import words_of
from evolution_driver import wait_for
from scenes import DATA, SAMPLES, check

NO_MAIL = mails.write('no-mail', b'\n\nThere is no header field here.\n')
FONT = DATA / 'unread-content' / 'hit-font-of-its-own.eml'
MAILS = [DATA / 'open-hosting' / 'hit-storage.eml', SAMPLES[1], FONT, NO_MAIL]
SELECT = 'hit-storage'


def caution_is_amber(evolution):
    banner = evolution.wait_for_banner()
    check(banner.get_name().startswith(('Caution', '注意')), f'another level: {banner.get_name()}')
    evolution.screenshot(f'caution-{evolution.locale}')
    evolution.press(evolution.wait_for_button(evolution.banners, 'Details', '詳細'))
    wait_for('the details', evolution.other_window)
    evolution.screenshot(f'caution-details-{evolution.locale}')


def case_is_told(evolution):
    evolution.repeat(lambda: evolution.click_message('Your parcel'), 'the parcel',
                     lambda: 'JD0146' in evolution.document())
    evolution.press(evolution.wait_for_button(evolution.banners, 'Details', '詳細'))
    text = words_of(wait_for('the details', evolution.other_window))
    for words in ('DHL Express', 'cloud-37.parcel-release.shop', '198.51.100.37', 'SPF', 'mx.example.ne.jp'):
        check(words in text, f'{words} is not told in: {text}')
    evolution.screenshot(f'case-{evolution.locale}')


def font_of_its_own_is_told(evolution):
    evolution.close_others()
    evolution.repeat(lambda: evolution.key('End', 'Up', delay_ms=200), 'the message with a font',
                     lambda: 'qqq.zcjo.xmcltfx' in evolution.document(evolution.window))
    evolution.wait_for_banner()
    evolution.screenshot(f'font-{evolution.locale}')
    evolution.press(evolution.wait_for_button(evolution.banners, 'Details', '詳細'))
    text = words_of(wait_for('the details', evolution.other_window))
    check(any(words in text for words in ('brings its own font', '専用のフォントが埋め込まれている')), f'not told in: {text}')
    evolution.screenshot(f'font-details-{evolution.locale}')
    evolution.close_others()


def unreadable_message_says_so(evolution):
    evolution.repeat(lambda: evolution.key('End'), 'the last message', lambda: evolution.bars(
        'This message could not', 'このメールは確認'))
    check(not evolution.banners(), 'a warning over it')
    evolution.screenshot(f'unchecked-{evolution.locale}')


SCENES = (caution_is_amber, case_is_told, font_of_its_own_is_told, unreadable_message_says_so)
