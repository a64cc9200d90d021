# SPDX-License-Identifier: LGPL-2.1-or-later
"""A registry on loopback that knows some domains, each with the days since it was registered."""

import contextlib
import datetime
import http.server
import json
import threading


def card(name):
    return ['vcard', [['version', {}, 'text', '4.0'], ['fn', {}, 'text', name]]]


def answer_about(domain, age):
    # A minute more: whoever asks has looked at the clock before the answer is written, and counts whole days.
    registered = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=age, minutes=1)
    return {'objectClassName': 'domain', 'ldhName': domain, 'status': ['client transfer prohibited'],
            'events': [{'eventAction': 'registration', 'eventDate': registered.strftime('%Y-%m-%dT%H:%M:%SZ')}],
            'entities': [{'roles': ['registrar'], 'vcardArray': card('NameExample, LLC')},
                         {'roles': ['registrant'], 'vcardArray': card('PrivacyGuardian.org llc')}]}


class Registry:
    """`asked` are the paths that were asked for; `address` is for BELLBUOY_RDAP_SERVER; a domain of `busy` is answered
    by the request to wait a second."""

    def __init__(self, ages):
        self.asked = []
        self.busy = set()
        self._open = threading.Event()
        self._open.set()
        registry = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                registry.asked.append(self.path)
                registry._open.wait()
                domain = self.path.removeprefix('/domain/')
                self.send_response(429 if domain in registry.busy else 200 if domain in ages else 404)
                if domain in registry.busy:
                    self.send_header('Retry-After', '1')
                self.end_headers()
                if domain in ages:
                    with contextlib.suppress(BrokenPipeError):
                        self.wfile.write(json.dumps(answer_about(domain, ages[domain])).encode())

            def log_message(self, *args):
                pass

        self._server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.address = f'http://127.0.0.1:{self._server.server_port}'

    def start(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def pause(self):
        """Questions are taken, and answered after go_on()."""
        self._open.clear()

    def go_on(self):
        self._open.set()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
