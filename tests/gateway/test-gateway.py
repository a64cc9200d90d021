# SPDX-License-Identifier: LGPL-2.1-or-later
"""The organisation's cache as it is shipped, run by a real nginx between a herd of readers and a registry on loopback:
how often the registry is asked, and what readers get while it fails.

test-gateway.py SOURCE-ROOT HERD
"""

import collections
import http.client
import http.server
import json
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

ROOT, HERD = pathlib.Path(sys.argv[1]), sys.argv[2]
SHIPPED = ROOT / 'data/gateway'
NGINX = shutil.which('nginx', path=os.environ.get('PATH', '') + ':/usr/sbin')
SKIPPED = 77

LATENCY = 0.02  # of a registry, in seconds

MAIN = '''\
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 2;
events {{ worker_connections 4096; }}
http {{
  client_body_temp_path {folder}/body;
  fastcgi_temp_path {folder}/fastcgi;
  proxy_temp_path {folder}/proxy;
  scgi_temp_path {folder}/scgi;
  uwsgi_temp_path {folder}/uwsgi;
  include {folder}/gateway.conf;
}}
'''


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


class Registry:
    """Counts who is asked for; `down` lets it answer 503. Its answers forbid to keep them, and set cookies."""

    def __init__(self, context=None):
        self.asked = collections.Counter()
        self.fields, self.agents = set(), set()
        self.down = False
        self.moved = 0  # a status that sends elsewhere
        registry = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                registry.asked[self.path] += 1
                registry.fields.update(name.lower() for name in self.headers)
                registry.agents.add(self.headers['User-Agent'])
                time.sleep(LATENCY)
                body = json.dumps({'objectClassName': 'domain', 'ldhName': self.path.split('/')[-1]}).encode()
                self.send_response(503 if registry.down else registry.moved or (404 if 'none' in self.path else 200))
                if registry.moved:
                    self.send_header('Location', f'http://127.0.0.1:{registry.port}/elsewhere')
                self.send_header('Content-Length', str(len(body)))
                self.send_header('Cache-Control', 'no-store, private')
                self.send_header('Set-Cookie', 'registry=1')
                self.send_header('Vary', '*')
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        class Server(http.server.ThreadingHTTPServer):
            request_queue_size = 512

        self.server = Server(('127.0.0.1', 0), Handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Gateway:
    """nginx with the shipped file, of which only addresses and paths are changed."""

    def __init__(self, folder, registries, **changes):
        self.port = free_port()
        rows = {'/var/cache/nginx': folder, 'unix:/run/bellbuoy-gateway.sock': f'unix:{folder}/inner.sock',
                '/etc/nginx/bellbuoy-registries.map': f'{folder}/registries.map',
                'listen 443 ssl;': f'listen 127.0.0.1:{self.port};', **changes}
        text = (SHIPPED / 'bellbuoy-gateway.conf').read_text(encoding='utf-8')
        for old, new in rows.items():
            assert old in text, old
            text = text.replace(old, new)
        text = ''.join(line + '\n' for line in text.split('\n') if 'ssl_certificate' not in line or 'proxy' in line)
        pathlib.Path(folder, 'gateway.conf').write_text(text, encoding='utf-8')
        pathlib.Path(folder, 'registries.map').write_text(registries, encoding='utf-8')
        user = 'user root;' if os.geteuid() == 0 else ''
        self.main = pathlib.Path(folder, 'nginx.conf')
        self.main.write_text(MAIN.format(folder=folder, user=user), encoding='utf-8')
        self.process = None

    def check(self):
        return subprocess.run([NGINX, '-t', '-c', self.main], capture_output=True, text=True, check=False)

    def start(self):
        self.process = subprocess.Popen([NGINX, '-c', self.main], stderr=subprocess.DEVNULL)
        for _ in range(200):
            with socket.socket() as one:
                if one.connect_ex(('127.0.0.1', self.port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError('nginx does not answer')

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def get(self, path, method='GET'):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=20)
        connection.request(method, path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status


def registries(port):
    return f'map $tld $registry {{ default ""; shop http://127.0.0.1:{port}; }}\n'


class GatewayTest(unittest.TestCase):
    def start(self, **changes):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        self.registry = Registry()
        self.addCleanup(self.registry.stop)
        gateway = Gateway(folder, registries(self.registry.port),
                          **{'/etc/ssl/certs/ca-certificates.crt': make_authority(folder), **changes})
        gateway.start()
        self.addCleanup(gateway.stop)
        return gateway

    def herd(self, gateway, clients, questions, names, prefix, at_once=400):
        words = [HERD, *map(str, (gateway.port, clients, questions, names, at_once)), prefix]
        done = subprocess.run(words, capture_output=True, text=True, timeout=100, check=True)
        print(f'# {clients} x {questions} over {names} {prefix}: {done.stdout.strip()}, '
              f'{sum(self.registry.asked.values())} asked upstream', file=sys.stderr)
        return json.loads(done.stdout)['statuses']

    def assert_once(self, names):
        for _ in range(100):  # what is renewed in the background may still be on its way
            if len(self.registry.asked) >= names:
                break
            time.sleep(0.05)
        self.assertEqual((len(self.registry.asked), max(self.registry.asked.values())), (names, 1))

    def test_day(self):
        gateway = self.start()
        self.assertEqual(self.herd(gateway, 10000, 5, 1000, 'name'), {'200': 50000})
        self.assert_once(1000)
        self.assertLessEqual(self.registry.fields, {'host', 'connection', 'accept', 'user-agent'})
        self.assertEqual(self.registry.agents, {'lookup cache (admin@company.example)'})

    def test_one_name(self):
        gateway = self.start()
        self.assertEqual(self.herd(gateway, 1000, 1, 1, 'name'), {'200': 1000})
        self.assert_once(1)

    def test_unknown_names(self):
        gateway = self.start()
        self.assertEqual(self.herd(gateway, 1000, 2, 50, 'none'), {'404': 2000})
        self.assert_once(50)

    def test_down_from_the_start(self):
        gateway = self.start()
        self.registry.down = True
        self.assertEqual(self.herd(gateway, 2000, 4, 50, 'name'), {'503': 8000})
        self.assert_once(50)

    def test_down_later(self):
        """Readers get the old answers, and the registry is asked once for each."""
        gateway = self.start(**{'proxy_cache_valid 200 1d': 'proxy_cache_valid 200 1s'})
        self.herd(gateway, 50, 1, 50, 'name')
        time.sleep(2.1)  # nginx counts whole seconds
        self.registry.asked.clear()
        self.registry.down = True
        self.assertEqual(self.herd(gateway, 2500, 4, 50, 'name'), {'200': 10000})
        self.assert_once(50)

    def test_redirects(self):
        """A registry that sends elsewhere gives no answer, for a minute: it is neither followed nor passed on."""
        gateway = self.start()
        for status in (301, 302, 303, 307, 308):
            self.registry.moved = status
            for _ in range(2):
                self.assertEqual(gateway.get(f'/v1/domain/moved{status}.shop'), 502)
        self.assertNotIn('/elsewhere', self.registry.asked)
        self.assert_once(5)
        self.registry.moved = 0
        self.assertEqual(gateway.get('/v1/domain/name.shop'), 200)

    def test_questions(self):
        gateway = self.start()
        for path, status in (('/v1/domain/a.shop', 200), ('/v1/domain/none.shop', 404), ('/v1/domain/a.jp', 501),
                             ('/v1/domain/a.shop?reader=1', 400), ('/v1/domain/A.shop', 400), ('/v1/domain/shop', 400),
                             ('/v1/domain/a.shop/x', 400), ('/v1/domain/..%2f..%2fx.shop', 400), ('/', 400)):
            self.assertEqual(gateway.get(path), status, path)
        self.assertEqual(gateway.get('/v1/domain/a.shop', 'POST'), 403)
        self.assertEqual(sorted(self.registry.asked), ['/domain/a.shop', '/domain/none.shop'])


def openssl(folder, *words):
    subprocess.run(['openssl', *words], cwd=folder, check=True, capture_output=True)


def make_authority(folder, name='ca'):
    openssl(folder, 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
            '-subj', f'/CN={name}', '-keyout', f'{name}.key', '-out', f'{name}.pem')
    return f'{folder}/{name}.pem'


def make_certificate(folder, host, authority='ca'):
    pathlib.Path(folder, 'names').write_text(f'subjectAltName=DNS:{host}\n', encoding='ascii')
    openssl(folder, 'req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', f'/CN={host}',
            '-keyout', 'host.key', '-out', 'host.csr')
    openssl(folder, 'x509', '-req', '-in', 'host.csr', '-CA', f'{authority}.pem', '-CAkey', f'{authority}.key',
            '-CAcreateserial', '-days', '2', '-extfile', 'names', '-out', 'host.pem')
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f'{folder}/host.pem', f'{folder}/host.key')
    return context


class Tls(unittest.TestCase):
    """The registry over TLS: asked where an authority that is trusted vouches for its very name."""

    def ask(self, host, authority):
        with tempfile.TemporaryDirectory() as folder:
            trusted = make_authority(folder)
            make_authority(folder, 'other')
            registry = Registry(make_certificate(folder, host, authority))
            gateway = Gateway(folder, 'map $tld $registry { default ""; shop https://rdap.registry.test; }\n'
                              f'upstream rdap.registry.test {{ server 127.0.0.1:{registry.port}; }}\n',
                              **{'/etc/ssl/certs/ca-certificates.crt': trusted})
            gateway.start()
            status = gateway.get('/v1/domain/a.shop')
            gateway.stop()
            registry.stop()
            return status, len(registry.asked)

    def test_trusted(self):
        self.assertEqual(self.ask('rdap.registry.test', 'ca'), (200, 1))

    def test_other_authority(self):
        self.assertEqual(self.ask('rdap.registry.test', 'other'), (502, 0))

    def test_other_name(self):
        self.assertEqual(self.ask('other.test', 'ca'), (502, 0))


class Map(unittest.TestCase):
    def make(self, path):
        return subprocess.run([sys.executable, SHIPPED / 'make-registries-map.py', path], capture_output=True,
                              text=True, check=False)

    def test_shipped(self):
        """nginx takes the map of all top-level domains."""
        made = self.make(ROOT / 'data/rdap-dns.json')
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertGreater(made.stdout.count('\n'), 1000)
        self.assertIn('  shop "https://rdap.gmoregistry.net/rdap";\n', made.stdout)
        with tempfile.TemporaryDirectory() as folder:
            checked = Gateway(folder, made.stdout,
                              **{'/etc/ssl/certs/ca-certificates.crt': make_authority(folder)}).check()
            self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_hostile(self):
        """Nothing of a file becomes a command of nginx, and half a file is none."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'dns.json')
            names = [f'tld{i}' for i in range(600)]
            services = [[names, ['https://good.example/']], [['evil'], ['https://a.example/";} server {/']],
                        [['plain'], ['http://a.example/']], [['x y', 'a;b', '$tld'], ['https://a.example/']]]
            path.write_text(json.dumps({'services': services}), encoding='utf-8')
            self.assertEqual(self.make(path).stdout.count('\n'), 600 + 3)
            path.write_text(json.dumps({'services': services[1:]}), encoding='utf-8')
            self.assertIn('too few', self.make(path).stderr)


if __name__ == '__main__':
    if NGINX is None or shutil.which('openssl') is None:
        print('skipped: there is no nginx, or no openssl', file=sys.stderr)
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1])
