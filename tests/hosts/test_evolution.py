# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a person must see in the real Evolution: a warning over the mails that deceive, over no other, and it goes
when the reader moves on.

    test_evolution.py --module FILE --localedir FOLDER --output FOLDER LOCALE
"""
import argparse
import pathlib
import sys
import tempfile
import time
import traceback

from evolution_driver import Evolution, Failure, text_of, wait_for

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / 'data' / 'samples'
EKINET = '1-ekinet'
HOSTS = ('www.eki-net.com', 'ekl-net.vecterdian.shop', 'participan.shop')
SUBJECT = '[spam] 【重要】えきねっと'
# Words of each message, by the place in the list.
SHOWN = ('最終ログインから', 'JD0146', '土曜日の件', 'garden books', 'fourteen')
DECEIVES = (True, True, False, False, False)
N_SWITCHES = 12
SETTLED = 1.5  # seconds after which a banner that comes late would have come


def check(condition, what):
    if not condition:
        raise Failure(what)


def check_hosts(text):
    for host in HOSTS:
        check(host in text, f'{host} is not named in: {text}')


def banner_names_the_hosts(evolution):
    evolution.wait_for_message(SHOWN[0])
    banner = evolution.wait_for_banner()
    check_hosts(text_of(banner))
    check(': ' in banner.get_name(), 'the accessible name is not level and headline')
    evolution.screenshot(f'banner-{evolution.locale}')


def details_open(evolution):
    banner = evolution.wait_for_banner()
    before = len(evolution.windows())
    evolution.press(evolution.find_button(banner, 'Details', '詳細'))
    wait_for('the details', lambda: len(evolution.windows()) > before)
    details = evolution.other_window()
    check_hosts(text_of(details))
    evolution.screenshot(f'details-{evolution.locale}')
    evolution.close_others()


def show_first(evolution):
    evolution.repeat(lambda: evolution.click_message(SUBJECT), 'the first message',
                     lambda: SHOWN[0] in evolution.document(evolution.window))


def window_of_its_own_has_it(evolution):
    show_first(evolution)
    window = evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    check_hosts(text_of(evolution.wait_for_banner(window)))
    evolution.screenshot(f'window-{evolution.locale}')
    evolution.close_others()


def only_deceit_is_warned_of(evolution):
    show_first(evolution)
    for place, words in enumerate(SHOWN):
        evolution.wait_for_message(words)
        if DECEIVES[place]:
            evolution.wait_for_banner()
        else:
            time.sleep(SETTLED)
            check(not evolution.banners(), f'a banner over the honest message {place + 1}')
        evolution.screenshot(f'message-{place + 1}-{evolution.locale}')
        evolution.key('Down')
    evolution.key('Home')


def fast_switches_leave_nothing(evolution):
    show_first(evolution)
    evolution.key(*(['Down', 'Down', 'Up', 'Up'] * (N_SWITCHES // 4)), delay_ms=150)
    evolution.key('Down', 'Down', delay_ms=50)
    evolution.wait_for_message(SHOWN[2])
    time.sleep(SETTLED)
    check(not evolution.banners(), 'a stale banner over an honest message')
    evolution.key('Up', 'Up', delay_ms=50)
    evolution.wait_for_message(SHOWN[0])
    evolution.wait_for_banner()
    time.sleep(SETTLED)
    check(len(evolution.banners()) == 1, 'more than one banner')


def sent_mail_is_left_alone(evolution):
    evolution.click_cell('Sent', '送信済み')
    wait_for('the folder Sent', lambda: evolution.window.get_name().startswith(('Sent', '送信済み')))
    evolution.wait_for_message(SHOWN[0])
    time.sleep(SETTLED)
    check(not evolution.banners(), 'a banner in Sent')


def ask_about_link(evolution, button):
    evolution.click_link('www.eki-net.com', button)
    question = wait_for('the question', evolution.other_window)
    text = text_of(question)
    check('www.eki-net.com' in text and 'ekl-net.vecterdian.shop' in text, f'the question names not both: {text}')


def false_link_asks_first(evolution):
    show_first(evolution)
    evolution.wait_for_banner()
    for button in (1, 2):
        ask_about_link(evolution, button)
        evolution.screenshot(f'question-{evolution.locale}')
        evolution.key('Return')  # the safe answer has the focus
        wait_for('the question to go', lambda: not evolution.other_window())
    time.sleep(SETTLED)
    check(not evolution.opened(), f'opened without consent: {evolution.opened()}')
    ask_about_link(evolution, 1)
    evolution.press(evolution.find_button(evolution.other_window(), 'Open anyway', 'それでも開く'))
    wait_for('the browser', evolution.opened)


def context_menu_asks_too(evolution):
    evolution.click_link('www.eki-net.com', button=3)
    evolution.key('Down', 'Return', delay_ms=100)  # its first item opens the link
    question = wait_for('the question', evolution.other_window)
    check('ekl-net.vecterdian.shop' in text_of(question), 'the question does not name the real site')
    evolution.key('Escape')
    wait_for('the question to go', lambda: not evolution.other_window())
    check(len(evolution.opened()) == 1, f'opened without consent: {evolution.opened()}')


def honest_link_just_opens(evolution):
    show_first(evolution)
    evolution.repeat(lambda: evolution.key('End'), 'the last message',
                     lambda: SHOWN[4] in evolution.document(evolution.window))
    before = len(evolution.opened())
    evolution.click_link('spring.html')
    wait_for('the browser', lambda: len(evolution.opened()) > before)
    check(evolution.opened()[-1] == 'https://hillside.example/bees/spring.html', 'another address was opened')


SCENES = (banner_names_the_hosts, details_open, window_of_its_own_has_it, only_deceit_is_warned_of,
          fast_switches_leave_nothing, false_link_asks_first, context_menu_asks_too,
          honest_link_just_opens, sent_mail_is_left_alone)


def main():
    parser = argparse.ArgumentParser()
    for name in ('module', 'localedir', 'output'):
        parser.add_argument(f'--{name}', type=pathlib.Path, required=True)
    parser.add_argument('locale')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='bellbuoy-stage-') as stage:
        modules = pathlib.Path(stage, 'lib/evolution/modules')
        modules.mkdir(parents=True)
        (modules / 'module-bellbuoy.so').symlink_to(options.module.resolve())
        sys.exit(run(stage, options))


def run(stage, options):
    mails = sorted(SAMPLES.glob('*.eml'))
    failed = 0
    print(f'1..{len(SCENES) + 1}', flush=True)
    with Evolution(stage, mails, EKINET, options.output, options.locale, sent=mails[:1],
                   localedir=options.localedir) as evolution:
        for number, scene in enumerate(SCENES, start=1):
            try:
                evolution.close_others()
                scene(evolution)
                print(f'ok {number} {scene.__name__}', flush=True)
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print(f'not ok {number} {scene.__name__}', flush=True)
                traceback.print_exc()
                evolution.screenshot(f'failed-{scene.__name__}-{options.locale}')
                if number == 1:
                    print('Bail out! There is no banner at all', flush=True)
                    break
    quiet = evolution.client.returncode == 0 and not evolution.complaints()
    print(f'{"ok" if quiet else "not ok"} {len(SCENES) + 1} quits without a complaint of ours')
    for line in evolution.complaints():
        print('#', line)
    return 1 if failed or not quiet else 0


if __name__ == '__main__':
    main()
