# SPDX-License-Identifier: LGPL-2.1-or-later
"""A network and a certificate store of the test's own, in which a host of any name answers on port 443, as in an
organisation: nothing in the programs under test needs a back door for it.

enter() runs the test again in namespaces of its own. Authority makes certificates; WebServer is a real nginx.
"""

import fcntl
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys
import time

INSIDE = 'BELLBUOY_OWN_NETWORK'
NAMESPACES = ['unshare', '--map-root-user', '--net', '--mount']
NGINX = shutil.which('nginx', path=os.environ.get('PATH', '') + ':/usr/sbin')
SKIPPED = 77
STORE = '/etc/ssl/certs'
STORE_FILE = 'ca-certificates.crt'

ADDRESS = '10.5.0.1'  # of the web server; without an address besides the loopback one, names are not resolved
SIOCGIFFLAGS, SIOCSIFFLAGS, SIOCSIFADDR, IFF_UP = 0x8913, 0x8914, 0x8916, 1

CONFIGURATION = '''\
user root root;
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log {folder}/access.log combined;
  client_body_temp_path {folder}/body;
  fastcgi_temp_path {folder}/fastcgi;
  proxy_temp_path {folder}/proxy;
  scgi_temp_path {folder}/scgi;
  uwsgi_temp_path {folder}/uwsgi;
  {servers}
}}
'''


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def enter(*tools):
    """Returns inside of the namespaces; skips the test where there are none, or no nginx, or a tool is missing."""
    if INSIDE in os.environ:
        set_up_loopback()
        return
    missing = [tool for tool in ('nginx', 'openssl', *tools)
               if not shutil.which(tool, path=os.environ.get('PATH', '') + ':/usr/sbin')]
    if missing or subprocess.run([*NAMESPACES, 'true'], stderr=subprocess.DEVNULL, check=False).returncode:
        print('skipped: no namespaces, or missing:', *missing)
        sys.exit(SKIPPED)
    os.environ[INSIDE] = '1'
    os.execvp(NAMESPACES[0], [*NAMESPACES, sys.executable, *sys.argv])


def set_up_loopback():
    with socket.socket() as one:
        name = struct.pack('16sh', b'lo', 0)
        flags, = struct.unpack('16xh', fcntl.ioctl(one, SIOCGIFFLAGS, name))
        fcntl.ioctl(one, SIOCSIFFLAGS, struct.pack('16sh', b'lo', flags | IFF_UP))
        address = struct.pack('16sHH4s8x', b'lo:1', socket.AF_INET, 0, socket.inet_aton(ADDRESS))
        fcntl.ioctl(one, SIOCSIFADDR, address)


def name_hosts(folder, hosts):
    """`hosts` maps names to addresses; no other name is known."""
    path = pathlib.Path(folder, 'hosts')
    path.write_text(''.join(f'{address} {name}\n' for name, address in hosts.items()), encoding='utf-8')
    run('mount', '--bind', path, '/etc/hosts')


class Authority:
    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.key, self.certificate = f'{folder}/{name}.key', f'{folder}/{name}.crt'
        run('openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
            '-subj', f'/CN={name}', '-keyout', self.key, '-out', self.certificate)

    def trust(self):
        """The only authority that the system knows from now on."""
        store = pathlib.Path(self.folder, 'store')
        store.mkdir()
        shutil.copy(self.certificate, store / STORE_FILE)
        run('mount', '--bind', store, STORE)

    def certify(self, host):
        """The paths of a certificate for `host` and its key."""
        base = f'{self.folder}/{self.name}-{host}'
        pathlib.Path(base + '.ext').write_text(f'subjectAltName=DNS:{host}\n', encoding='utf-8')
        run('openssl', 'req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
            '-subj', f'/CN={host}', '-keyout', base + '.key', '-out', base + '.csr')
        run('openssl', 'x509', '-req', '-days', '2', '-in', base + '.csr', '-CA', self.certificate, '-CAkey', self.key,
            '-CAcreateserial', '-extfile', base + '.ext', '-out', base + '.crt')
        return base + '.crt', base + '.key'


class WebServer:
    """`servers` are pairs of a certificate with its key, and the rest of a server's configuration."""

    def __init__(self, folder, servers):
        self.folder = folder
        blocks = [f'server {{ listen {ADDRESS}:443 ssl; ssl_certificate {certificate}; ssl_certificate_key {key};\n'
                  f'  {rest} }}' for (certificate, key), rest in servers]
        path = pathlib.Path(folder, 'nginx.conf')
        path.write_text(CONFIGURATION.format(folder=folder, servers='\n'.join(blocks)), encoding='utf-8')
        self.process = subprocess.Popen([NGINX, '-e', f'{folder}/error.log', '-c', path],
                                        stderr=subprocess.DEVNULL)
        while self.process.poll() is None:
            try:
                socket.create_connection((ADDRESS, 443)).close()
                return
            except OSError:
                time.sleep(0.025)
        raise RuntimeError(pathlib.Path(folder, 'error.log').read_text(encoding='utf-8'))

    def requests(self):
        """The request lines so far, each with its status."""
        lines = pathlib.Path(self.folder, 'access.log').read_text(encoding='utf-8').splitlines()
        return [(line.split('"')[1].split()[1], int(line.split('"')[2].split()[0])) for line in lines]

    def stop(self):
        self.process.terminate()
        self.process.wait()
