# SPDX-License-Identifier: LGPL-2.1-or-later
"""What Thunderbird displays is judged, too: of these messages the analysis of the bytes stops before the false link."""
import http.server
import threading

import mails
from scenes import check, click_element, has_banner, settle, wait_for_banner, wait_for_question
from waiting import wait_for

LYING_HOST = 'login.elsewhere.example'
FALSE_LINK = f'<a id="lie" href="https://{LYING_HOST}/in">https://www.shop.example/</a>'
MANY = '<a href="#"></a>' * 10_100  # more than are read
HONEST = 'https://garden.example/'


def page(subject, minute, html):
    mail = mails.message(subject, minute=minute)
    mail.set_content(f'<!DOCTYPE html><p>{subject}</p>{html}', subtype='html')
    return mails.write(subject.replace(' ', '-'), mail)


class Style(http.server.BaseHTTPRequestHandler):
    """A style sheet that gives a link its text."""

    def do_GET(self):  # pylint: disable=invalid-name
        self.send_response(200)
        self.send_header('Content-Type', 'text/css')
        self.end_headers()
        self.wfile.write(b'#late::before { content: "https://www.shop.example/" }')

    def log_message(self, *unused):  # pylint: disable=arguments-differ
        pass


SERVER = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Style)
threading.Thread(target=SERVER.serve_forever, daemon=True).start()
MAILS = {'Shown': [
    page('Behind many links', 1, f'{MANY}<p>{FALSE_LINK}</p>'),
    page('In a closed tree', 2, f'{MANY}<div><template shadowrootmode="closed"><p>{FALSE_LINK}</p></template></div>'),
    page('Folded', 3, f'{MANY}<details><summary>More</summary><p>{FALSE_LINK}</p></details>'),
    page('In a frame', 4, f"{MANY}<iframe srcdoc='<p>{FALSE_LINK}</p>' width=600 height=80></iframe>"),
    page('Styled from outside', 6, f'<link rel="stylesheet" href="http://127.0.0.1:{SERVER.server_port}/style.css">'
                                   f'<p><a id="late" href="https://{LYING_HOST}/in"></a>'),
    page('Honest', 5, f'<p><a id="honest" href="{HONEST}">our garden</a> <a href="https://fields.example/">fields</a></p>'),
]}


PATIENCE = 90  # seconds: Thunderbird takes some for so many links on a busy machine


def _is_told_of(client, subject):
    client.show(subject, 'Shown')
    client.wait_in_page(f'the warning of {subject}', f'''
      return banner?.querySelector(".box")?.innerText.includes("{LYING_HOST}");''', seconds=PATIENCE)


def displayed_lie_is_warned_of(client):
    for subject in ('Behind many links', 'In a closed tree', 'Folded'):
        _is_told_of(client, subject)
    client.screenshot('shown')


def lie_behind_many_links_asks(client):
    client.forget_opened()
    _is_told_of(client, 'Behind many links')
    click_element(client, '#lie')
    words = wait_for_question(client)
    check(LYING_HOST in words and 'www.shop.example' in words, words)
    client.key('Return')
    client.wait_in_page('no question', 'return !question')
    settle()
    check(not client.opened(), f'{client.opened()} was opened')


def nothing_is_in_a_frame_unseen(client):
    client.show('In a frame', 'Shown')
    wait_for_banner(client)
    settle()
    frame = client.in_page('return document.querySelector("iframe")?.contentDocument?.body?.innerText ?? ""')
    check(not frame.strip(), f'a frame displays “{frame}”')


def remote_content_is_judged(client):
    client.show('Styled from outside', 'Shown')
    client.wait_in_page('its verdict', 'return window.performance.getEntriesByName("bellbuoy-shown").length',
                        seconds=PATIENCE)
    settle()
    check(not has_banner(client), 'a warning about a link without text')
    client.in_page('view.LoadMsgWithRemoteContent()')
    client.wait_in_page('the warning of what was loaded', f'''
      return banner?.querySelector(".box")?.innerText.includes("{LYING_HOST}");''', seconds=PATIENCE)


def warning_goes_with_the_message(client):
    _is_told_of(client, 'Behind many links')
    client.forget_opened()
    client.show('Honest', 'Shown')
    client.wait_in_page('its verdict', 'return window.performance.getEntriesByName("bellbuoy-shown").length',
                        seconds=PATIENCE)
    settle()
    click_element(client, '#honest')
    wait_for('the browser', lambda: client.opened() == [HONEST])
    check(not has_banner(client), 'a warning about an honest message')


SCENES = (displayed_lie_is_warned_of, lie_behind_many_links_asks, nothing_is_in_a_frame_unseen,
          remote_content_is_judged, warning_goes_with_the_message)
WORDLESS = SCENES
