# SPDX-License-Identifier: LGPL-2.1-or-later
"""The reader's own messages and anything that is not mail get no warning, even with a false link."""
import http.server
import threading

import mails
from evolution_driver import wait_for
from scenes import check, settle

LIE, NEWS = 'A lie', 'News of the day'
FEED = f'''<?xml version="1.0"?>
<rss version="2.0"><channel><title>{NEWS}</title><link>http://127.0.0.1/</link><item>
<title>{LIE}</title><link>http://127.0.0.1/1</link><guid>1</guid><author>news@shop.example</author>
<pubDate>Mon, 06 Jul 2026 09:00:00 +0900</pubDate><description><![CDATA[{mails.LIE.format(words=LIE)}]]></description>
</item></channel></rss>
'''
FEEDS = '''[feed:lies]
href=http://127.0.0.1:{port}/feed.xml
display-name={name}
content-type=0
index=1
'''
MAILS = SENT = [mails.write('1', mails.lie(LIE))]
LOOKS = {'drafts': MAILS}
SELECT = '1'


class Feed(http.server.BaseHTTPRequestHandler):
    def do_GET(self):  # pylint: disable=invalid-name
        self.send_response(200)
        self.send_header('Content-Type', 'application/rss+xml')
        self.end_headers()
        self.wfile.write(FEED.encode())

    def log_message(self, *unused):  # pylint: disable=arguments-differ
        """The fetched content is not needed."""


def prepare(evolution):
    server = http.server.HTTPServer(('127.0.0.1', 0), Feed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = evolution.base_dir / 'data/evolution/mail/rss'
    folder.mkdir(parents=True)
    (folder / 'rss.ini').write_text(FEEDS.format(port=server.server_port, name=NEWS), encoding='utf-8')


def received_lie_is_warned_of(evolution):
    evolution.wait_for_message(LIE)
    evolution.wait_for_banner()
    check(is_analysed(evolution), 'not analysed')


def is_analysed(evolution):
    """Whether a message was, since the last one was left: Evolution may load that again before it leaves."""
    return ' verdict:' in evolution.log_path.read_text(errors='replace').rpartition(' leave:')[2]


def check_left_alone(evolution, *folder):
    evolution.repeat(lambda: evolution.click_cell(*folder), folder[0],
                     lambda: evolution.window.get_name().startswith(folder))
    evolution.repeat(lambda: evolution.click_message(LIE), LIE, lambda: LIE in evolution.document(evolution.window))
    settle()
    evolution.screenshot(f'alone-{folder[0]}-{evolution.locale}')
    check(not evolution.banners(), f'a banner in {folder[0]}')
    check(not is_analysed(evolution), f'analysed in {folder[0]}')


def sent_mail_is_left_alone(evolution):
    check_left_alone(evolution, 'Sent', '送信済み')


def drafts_are_left_alone(evolution):
    check_left_alone(evolution, 'Drafts', '下書き')


def news_are_left_alone(evolution):
    evolution.repeat(lambda: evolution.click_cell(NEWS), NEWS,
                     lambda: evolution.window.get_name().startswith(NEWS))
    check_left_alone(evolution, NEWS)


SCENES = (received_lie_is_warned_of, sent_mail_is_left_alone, drafts_are_left_alone, news_are_left_alone)
