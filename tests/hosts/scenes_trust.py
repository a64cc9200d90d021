# SPDX-License-Identifier: LGPL-2.1-or-later
"""The reader trusts a sender and undoes it; trust only counts while the sender is authenticated."""
import json

from gi.repository import Atspi

from accessible import text_of
from evolution_driver import wait_for
from preferences import open_page
from scenes import DATA, MORE, check, settle

MAILS = sorted((DATA / 'client').glob('[1-3]-*.eml'))
SELECT = '1-proven'
ADDRESS = 'abuse@company.example'
LOOKS = {'settings': f"""
[org/bellbuoy/Bellbuoy]
organization-report-address='{ADDRESS}'
"""}
SHOWN = ('books of the month', 'books of the week', 'books of the day')
TRUST = ('Trust Mail from circle.example', 'circle.example からのメールを信頼する')
SITE = ('Accept Links to counter.example', 'この差出人の counter.example')
WHY = ('Why This Sender', '信頼する差出人に登録できない理由')
WRONG = ('This Warning Was Wrong', '警告の誤り')
YES = ('Trust', '信頼する')
NO = ('Do Not Trust', '信頼しない')
UNDO = ('Undo', '取り消す')
KNOWN = ('Trusted:', 'circle.example からのメール')

NOTE = ('Note It', '記録する')


def show(evolution, place):
    evolution.activate(evolution.window)
    evolution.repeat(lambda: evolution.key('Home', *['Down'] * place, delay_ms=100), f'message {place + 1}',
                     lambda: SHOWN[place] in evolution.document(evolution.window))


def choose(evolution, *names):
    evolution.choose(evolution.wait_for_button(evolution.banners, *MORE), *names)
    return wait_for('a question', evolution.other_window)


def left_of(button):
    return button.get_extents(Atspi.CoordType.SCREEN).x


def trust_bar(evolution):
    return evolution.bars(*KNOWN, window=evolution.window)


def sender_is_trusted_and_not(evolution):
    evolution.wait_for_message(SHOWN[0])
    evolution.wait_for_banner()
    question = choose(evolution, *TRUST)
    check('circle.example' in text_of(question), 'the question does not name the sender')
    evolution.screenshot(f'trust-question-{evolution.locale}')
    yes, no = (evolution.wait_for_button(lambda: [question], *names) for names in (YES, NO))
    check(left_of(no) < left_of(yes), 'the safe answer is where GNOME has the other one')
    evolution.press(yes)
    bar = wait_for('the bar that tells', lambda: next(iter(trust_bar(evolution)), None))
    check(not evolution.banners(), 'the warning still stands')
    evolution.screenshot(f'trusted-{evolution.locale}')
    evolution.press(evolution.wait_for_button(lambda: trust_bar(evolution), *UNDO))
    evolution.wait_for_banner()
    check(not trust_bar(evolution), 'the bar still tells of trust')


def trust_lapses_without_proof(evolution):
    show(evolution, 0)
    question = choose(evolution, *TRUST)
    evolution.press(evolution.wait_for_button(lambda: [question], *YES))
    wait_for('the bar that tells', lambda: trust_bar(evolution))
    show(evolution, 1)
    settle()
    check(not evolution.banners() and not trust_bar(evolution), 'the same sender is warned of')
    show(evolution, 2)
    evolution.wait_for_banner()
    reason = choose(evolution, *WHY)
    evolution.screenshot(f'no-trust-{evolution.locale}')
    check('failed' in text_of(reason) or '認証に失敗' in text_of(reason), f'not why: {text_of(reason)}')
    evolution.close_others()
    page = open_page(evolution)
    evolution.press(evolution.wait_for_button(lambda: [page], 'Remove circle.example', 'circle.example を'))
    evolution.close_others()
    show(evolution, 0)
    evolution.wait_for_banner()


def site_is_trusted_and_not(evolution):
    show(evolution, 1)
    question = choose(evolution, *SITE)
    evolution.press(evolution.wait_for_button(lambda: [question], *YES))
    bar = wait_for('the bar that tells', lambda: trust_bar(evolution))[0]
    check('counter.example' in text_of(bar), 'the bar does not name the site')
    evolution.press(evolution.wait_for_button(lambda: trust_bar(evolution), *UNDO))
    evolution.wait_for_banner()


def notes_of(evolution):
    return evolution.base_dir / 'data/bellbuoy/wrong-warnings.jsonl'


def wrong_warning_cannot_be_noted(evolution):
    show(evolution, 0)
    notes_of(evolution).mkdir(parents=True)
    window = choose(evolution, *WRONG)
    evolution.press(evolution.wait_for_button(lambda: [window], *NOTE))
    wait_for('why not', lambda: any(words in text_of(window) for words in ('could not be noted', '記録できませんでした')))
    evolution.close_others()
    notes_of(evolution).rmdir()


def wrong_warning_is_noted_and_not(evolution):
    """Not before the reader confirms; and it can be undone, in the same window or later."""
    window = choose(evolution, *WRONG)
    notes = notes_of(evolution)
    check(not notes.exists(), 'noted without a question')
    check('wrong-warnings.jsonl' in text_of(window), 'not told where the note will lie')
    evolution.screenshot(f'wrong-{evolution.locale}')
    evolution.press(evolution.wait_for_button(lambda: [window], *NOTE))
    wait_for('the note', notes.exists)
    note = json.loads(notes.read_text(encoding='utf-8'))
    check(note['level'] == 'danger' and note['from_domain'] == 'circle.example', f'another note: {note}')
    check(sorted(note) == ['date', 'from_domain', 'ids', 'level'], f'more than that: {note}')
    evolution.press(wait_for('undo', lambda: evolution.find_button(window, *UNDO)))
    wait_for('no note', lambda: notes.read_text(encoding='utf-8') == '')
    evolution.press(wait_for('another try', lambda: evolution.find_button(window, *NOTE)))
    wait_for('the note', lambda: notes.read_text(encoding='utf-8') != '')
    evolution.close_others()


def wrong_warning_is_reported(evolution):
    window = choose(evolution, *WRONG)
    text = text_of(window)
    check('was noted' in text or '記録しました' in text, f'not told that it was noted: {text}')
    check(ADDRESS in text, f'not told whom to write to: {text}')
    check('link-text-mismatch' in text and 'circle.example' in text, f'the report tells too little: {text}')
    check('month' not in text and 'counter' not in text, f'the report tells too much: {text}')
    evolution.screenshot(f'report-{evolution.locale}')
    evolution.press(evolution.wait_for_button(lambda: [window], 'Write a Mail', 'メールを書く'))
    composer = wait_for('a draft', lambda: evolution.other_window() if evolution.other_window() != window else None)
    wait_for('the report in it', lambda: 'link-text-mismatch' in text_of(composer) and ADDRESS in text_of(composer))
    evolution.screenshot(f'draft-{evolution.locale}')
    evolution.activate(composer)
    evolution.key('ctrl+w')
    wait_for('the draft to close', lambda: not evolution.other_window())


SCENES = (sender_is_trusted_and_not, trust_lapses_without_proof, site_is_trusted_and_not,
          wrong_warning_cannot_be_noted, wrong_warning_is_noted_and_not, wrong_warning_is_reported)
