# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the client displays is judged, too: the analysis sees nothing of these bodies ("X-Test: blind")."""
import mails
from accessible import text_of
from evolution_driver import wait_for
from scenes import LYING_HOST, MARKS, check, settle, show

LIE, HONEST, CLOSED, LATE = 'Unread lie', 'Unread and honest', 'Closed tree', 'Unfolded lie'
FALSE_LINK = '<a href="https://login.elsewhere.example/in">https://www.shop.example/</a>'


def blind(subject, minute, html):
    mail = mails.message(subject, minute=minute)
    mail['X-Test'] = 'blind'
    mail.set_content(f'<p>{subject}</p>{html}', subtype='html')
    return mails.write(subject.replace(' ', '-'), mail)


MAILS = [blind(LIE, 1, f'<p>{FALSE_LINK}</p>'),
         blind(HONEST, 2, '<p><a href="https://garden.example/">our garden</a></p>'),
         blind(CLOSED, 3, f'<div><template shadowrootmode="closed"><p>{FALSE_LINK}</p></template></div>'),
         blind(LATE, 4, f'<details><summary>More</summary><p>{FALSE_LINK}</p></details>')]
SELECT = LIE.replace(' ', '-')
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=2300000
"""}
SLOW = True
SAID = 'does not lead where it says'  # the banner is folded in so small a window


def displayed_lie_is_warned_of(evolution):
    show(evolution, LIE)
    wait_for('the warning', lambda: any(SAID in text_of(bar) for bar in evolution.banners()))
    wait_for('the mark', lambda: any(mark in evolution.document() for mark in MARKS))
    evolution.screenshot(f'witness-{evolution.locale}')
    show(evolution, HONEST)
    wait_for('the warning to go', lambda: not any(SAID in text_of(bar) for bar in evolution.banners()))


def displayed_honest_link_opens(evolution):
    show(evolution, HONEST)
    settle()
    evolution.click_link('our garden')
    wait_for('the browser', evolution.opened)
    check(not evolution.other_window(), 'a question about an honest link')
    evolution.forget_opened()


def lie_in_closed_tree_asks(evolution):
    show(evolution, CLOSED)
    settle()
    evolution.click_link('www.shop.example')
    question = wait_for('the question', evolution.other_window)
    check(LYING_HOST in text_of(question), f'the question names not {LYING_HOST}: {text_of(question)}')
    evolution.key('Return')
    wait_for('the question to go', lambda: not evolution.other_window())
    check(not evolution.opened(), f'opened without consent: {evolution.opened()}')
    check(SAID in text_of(evolution.wait_for_banner()), 'the link under the pointer was not judged')


def folded_lie_is_warned_of(evolution):
    show(evolution, LATE)
    wait_for('the warning', lambda: any(SAID in text_of(bar) for bar in evolution.banners()))


def window_of_its_own_is_judged(evolution):
    show(evolution, LIE)
    window = evolution.repeat(lambda: evolution.key('Return'), 'a window', evolution.other_window)
    wait_for('the warning', lambda: any(SAID in text_of(bar) for bar in evolution.banners(window)))
    wait_for('the mark', lambda: any(mark in evolution.document(window) for mark in MARKS))


SCENES = [displayed_lie_is_warned_of, displayed_honest_link_opens, lie_in_closed_tree_asks, folded_lie_is_warned_of,
          window_of_its_own_is_judged]
WORDLESS = SCENES
