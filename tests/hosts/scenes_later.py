# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a message shows only later is judged then: an attachment that is unfolded, and what remote content adds once it
is allowed. The analysis sees nothing of these bodies ("X-Test: blind"). A verdict that comes later changes no more of
the banner than it has to."""
import http.server
import threading

from gi.repository import Atspi

import mails
from accessible import text_of
from evolution_driver import SHOW_LESS, wait_for
from scenes import LYING_HOST, MARKS, MORE, check, settle, show

ATTACHED, STYLED, ADDED, NUMBER = 'Attached lie', 'Remote lie', 'One more lie', 'A number'
TARGET = f'https://{LYING_HOST}/in'
FALSE_LINK = f'<a href="{TARGET}">https://www.shop.example/</a>'
STYLE = b'#site::before { content: "https://www.shop.example/" }'
OTHER_LINKS = ''.join(f'<p>{FALSE_LINK.replace(LYING_HOST, host)}</p>' for host in ('a.example', 'b.example'))
ITEM = ('This Warning Was Wrong', 'この警告は')
SLOW = True
BLOCKED = 'blocked in your settings'
SAID = 'does not lead where it says'
BLOCK = '''
import sys
from gi.repository import Gio
Gio.Settings.new('org.bellbuoy.Bellbuoy').set_strv('block-sites', sys.argv[1:])
Gio.Settings.sync()
'''


class Styles(http.server.BaseHTTPRequestHandler):
    """The sender's server."""

    asked = []
    may_answer = threading.Event()

    @classmethod
    def hold(cls):
        """Answers nothing until the event that this returns is set."""
        cls.asked.clear()
        cls.may_answer.clear()
        return cls.may_answer

    def do_GET(self):
        self.asked.append(self.path)
        self.may_answer.wait()
        self.send_response(200)
        self.send_header('Content-Type', 'text/css')
        self.end_headers()
        self.wfile.write(STYLE)

    def log_message(self, *unused):
        pass


Styles.may_answer.set()
SERVER = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Styles)
threading.Thread(target=SERVER.serve_forever, daemon=True).start()


def blind(subject, minute, html, attached=None):
    mail = mails.message(subject, minute=minute)
    mail['X-Test'] = 'blind'
    mail.set_content(f'<p>{subject}</p>{html}', subtype='html')
    if attached:
        mail.add_attachment(attached, subtype='html', filename='offer.html')
    return mails.write(subject.replace(' ', '-'), mail)


def styled(name, before=''):
    return (f'{before}<link rel="stylesheet" href="http://127.0.0.1:{SERVER.server_port}/{name}.css">'
            f'<p><a id="site" href="{TARGET}"></a></p>')


MAILS = [blind(ATTACHED, 1, '<p>See the offer.</p>', f'<p>The offer: {FALSE_LINK}</p>'),
         blind(STYLED, 2, styled('one')), blind(ADDED, 3, styled('other', OTHER_LINKS)),
         blind(NUMBER, 4, '<a href="http://203.0.113.7/in">Order</a> <a href="https://c.example/">Shop</a>')]
SIZE = '1000x1180'
LOOKS = {'settings': '''
[org/gnome/evolution/mail]
paned-size=2000000
'''}  # all messages in the list
SELECT = ATTACHED.replace(' ', '-')


def warnings(evolution):
    return [bar for bar in evolution.banners() if SAID in text_of(bar)]


def unfolded_attachment_is_judged(evolution):
    show(evolution, ATTACHED)
    settle()
    check(not warnings(evolution), 'something warned of the page before it was shown')
    evolution.press(wait_for('its button', lambda: evolution.find_button(evolution.window, 'Toggle View Inline')))
    wait_for('the page', lambda: 'The offer' in evolution.document())
    wait_for('the warning', lambda: warnings(evolution))
    wait_for('the mark', lambda: any(mark in evolution.document() for mark in MARKS))
    evolution.screenshot(f'unfolded-{evolution.locale}')


def allowed_style_is_judged(evolution):
    show(evolution, STYLED)
    settle()
    check(not Styles.asked, f'asked for {Styles.asked} without consent')
    check(not warnings(evolution), 'something warned of the style before it was there')
    evolution.activate(evolution.window)
    evolution.repeat(lambda: evolution.key('ctrl+i'), 'the style', lambda: 'www.shop.example' in evolution.document())
    wait_for('the warning', lambda: warnings(evolution))
    evolution.screenshot(f'styled-{evolution.locale}')


def later_verdict_changes_what_is_said_only(evolution):
    """A reader who has unfolded the banner or opened its menu does not have to do so again."""
    show(evolution, ADDED)
    evolution.resize('1000x800')  # the banner is folded
    wait_for('the warning, unfolded',
             lambda: any(evolution.find_button(bar, *SHOW_LESS) for bar in warnings(evolution)))
    evolution.unfolds = False
    evolution.activate(evolution.window)
    held = Styles.hold()
    evolution.repeat(lambda: evolution.key('ctrl+i'), 'the question for the style', lambda: Styles.asked)
    evolution.open_menu(evolution.wait_for_button(lambda: warnings(evolution), *MORE), *ITEM)
    held.set()
    wait_for('the style', lambda: any(LYING_HOST in text_of(bar) for bar in warnings(evolution)))
    check(evolution.menu_item(*ITEM), 'the menu has closed itself or is empty')
    evolution.key('Escape')
    check(evolution.find_button(warnings(evolution)[0], *SHOW_LESS), 'the banner has folded itself')
    evolution.unfolds = True
    evolution.resize(SIZE)


def judge_again(evolution, site):
    """Blocks a site that no message has: all messages that are open are judged again, with the same result."""
    before = evolution.count_analyses()
    evolution.run_script(BLOCK, site)
    wait_for('the analysis', lambda: evolution.count_analyses() > before)
    settle()


def has_focus(button):
    return button.get_state_set().contains(Atspi.StateType.FOCUSED)


def same_verdict_changes_nothing(evolution):
    """Evolution looks back at the mail soon after its first start, and judges what is open again."""
    show(evolution, ADDED)
    evolution.resize('1000x800')  # the banner is folded
    unfolded = wait_for('the button', lambda: next(
        (button for bar in warnings(evolution) if (button := evolution.find_button(bar, *SHOW_LESS))), None))
    evolution.unfolds = False
    evolution.activate(evolution.window)
    Atspi.Component.grab_focus(unfolded)
    wait_for('the focus', lambda: has_focus(unfolded))
    judge_again(evolution, 'one.example')
    check(evolution.find_button(warnings(evolution)[0], *SHOW_LESS), 'the banner has folded itself')
    check(has_focus(unfolded), 'the button has lost the keyboard focus')
    evolution.open_menu(evolution.wait_for_button(lambda: warnings(evolution), *MORE), *ITEM)
    judge_again(evolution, 'two.example')
    check(evolution.menu_item(*ITEM), 'the menu has closed itself or is empty')
    evolution.key('Escape')
    evolution.unfolds = True
    evolution.resize(SIZE)


def changed_verdict_leaves_the_keyboard(evolution):
    show(evolution, NUMBER)
    evolution.activate(evolution.window)
    details = evolution.wait_for_button(evolution.banners, 'Details')
    Atspi.Component.grab_focus(details)
    wait_for('the focus', lambda: has_focus(details))
    evolution.run_script(BLOCK, 'c.example')
    wait_for('the other headline', lambda: any(BLOCKED in text_of(bar) for bar in evolution.banners()))
    check(has_focus(details), 'the button has lost the keyboard focus')


SCENES = (unfolded_attachment_is_judged, allowed_style_is_judged, later_verdict_changes_what_is_said_only,
          same_verdict_changes_nothing, changed_verdict_leaves_the_keyboard)
WORDLESS = SCENES
