# SPDX-License-Identifier: LGPL-2.1-or-later
"""A server of block lists on loopback, which can go wrong in all the ways that real ones do."""

import gzip
import http.server
import threading

CHUNK = b'x.example\n' * 6400
GOOD = 'phish.example\nhttps://shop.example/login/\n'


class ListServer:
    """`pages` maps a path to what is answered: a text, or one of the functions below. `asked` are the requests."""

    def __init__(self):
        self.pages = {}
        self.asked = []
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def do_GET(self):
                server.asked.append((self.path, dict(self.headers)))
                page = server.pages.get(self.path)
                if page is None:
                    self.send_error(404)
                elif callable(page):
                    page(self)
                else:
                    send(self, page)
                self.close_connection = True

            def log_message(self, *args):
                pass

        self._server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.address = f'http://127.0.0.1:{self._server.server_port}'

    def start(self):
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()


def send(handler, body, media_type='text/plain', **fields):
    body = body.encode() if isinstance(body, str) else body
    handler.send_response(200)
    handler.send_header('Content-Type', media_type)
    handler.send_header('Content-Length', str(len(body)))
    for name, value in fields.items():
        handler.send_header(name.replace('_', '-'), value)
    handler.end_headers()
    handler.wfile.write(body)


def unchanged(body, tag, date):
    """The list with an ETag, then 304 for whoever names it."""
    def answer(handler):
        if handler.headers.get('If-None-Match') == tag and handler.headers.get('If-Modified-Since') == date:
            handler.send_response(304)
            handler.end_headers()
        else:
            send(handler, body, ETag=tag, Last_Modified=date)
    return answer


def half(handler):
    """Breaks off in the midst of "google.company.example"."""
    handler.send_response(200)
    handler.send_header('Content-Length', '1000')
    handler.end_headers()
    handler.wfile.write(b'phish.example\ngoogle.com')


def half_chunk(handler):
    handler.send_response(200)
    handler.send_header('Transfer-Encoding', 'chunked')
    handler.end_headers()
    handler.wfile.write(b'10\r\nphish.example\ngo\r\n20\r\nogle.com')


def without_length(handler):
    handler.send_response(200)
    handler.send_header('Connection', 'close')
    handler.end_headers()
    handler.wfile.write(GOOD.encode())


def ten_gigabytes(handler):
    """Says so beforehand."""
    handler.send_response(200)
    handler.send_header('Content-Length', str(10 ** 10))
    handler.end_headers()
    write_until_closed(handler, CHUNK)


def endless(handler):
    handler.send_response(200)
    handler.send_header('Transfer-Encoding', 'chunked')
    handler.end_headers()
    write_until_closed(handler, b'%x\r\n%s\r\n' % (len(CHUNK), CHUNK))


def write_until_closed(handler, piece):
    try:
        while True:
            handler.wfile.write(piece)
    except OSError:
        pass


def bomb(handler):
    """200 kB that unpack to 200 MB."""
    send(handler, gzip.compress(CHUNK * 3200, 1), Content_Encoding='gzip')


def login_page(handler):
    send(handler, '<!DOCTYPE html><title>Harbour Café Wi-Fi</title>', media_type='text/html; charset=utf-8')


def login_page_as_text(handler):
    send(handler, '\ufeff\n  <html><body>Please log in</body></html>')


def to_login(handler):
    handler.send_response(302)
    handler.send_header('Location', 'http://login.cafe.example/')
    handler.send_header('Content-Length', '0')
    handler.end_headers()


def busy(handler):
    handler.send_response(429)
    handler.send_header('Retry-After', '600')
    handler.send_header('Content-Length', '0')
    handler.end_headers()


def broken(handler):
    handler.send_error(500)
