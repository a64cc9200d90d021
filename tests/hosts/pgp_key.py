# SPDX-License-Identifier: LGPL-2.1-or-later
"""An OpenPGP key of the reader without a passphrase, and messages encrypted for it or signed with it."""
import pathlib
import shutil
import subprocess
import tempfile

OWNER = 'hanako@example.ne.jp'
SEAM = 'the-seam'


def _compose(mail, kind, *parts):
    """`mail` with `parts`, each its header and its body, unchanged, since a signature covers every byte."""
    body = ''.join(f'--{SEAM}\r\n{part}\r\n' for part in parts)
    kind = f'MIME-Version: 1.0\r\nContent-Type: {kind}; boundary="{SEAM}"'
    return mail.as_bytes().rstrip() + f'\r\n{kind}\r\n\r\n{body}--{SEAM}--\r\n'.encode()


def _inner(mail, html):
    return f'Content-Type: text/html; charset=utf-8\r\n\r\n{html.format(words=mail["Subject"])}\r\n'


class PgpKey:
    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix='bellbuoy-pgp-')  # short: a socket's path is limited
        self._home = pathlib.Path(self._folder.name)
        self._gpg('--quick-generate-key', f'Hanako <{OWNER}>', 'future-default', 'default', 'never')

    def _gpg(self, *command, data=''):
        run = subprocess.run(['gpg', '--homedir', self._home, '--batch', '--passphrase', '', '--trust-model', 'always',
                              '--pinentry-mode', 'loopback', '--armor', *command], input=data.encode(),
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, timeout=60)
        return run.stdout.decode().replace('\n', '\r\n')

    def install(self, home):
        """Moves the key ring to where gpg expects it; the agent that created the key ends."""
        subprocess.run(['gpgconf', '--homedir', self._home, '--kill', 'all'], check=True)
        shutil.copytree(self._home, home / '.gnupg', ignore=shutil.ignore_patterns('S.*'))

    def export(self):
        """The key itself, for a client with its own key ring."""
        return self._gpg('--export-secret-keys')

    def seal(self, mail, html):
        return self.seal_part(mail, _inner(mail, html))

    def seal_part(self, mail, part):
        """RFC 3156 §4: a label, and what only the reader can read."""
        armour = self._gpg('--encrypt', '--recipient', OWNER, data=part)
        return _compose(mail, 'multipart/encrypted; protocol="application/pgp-encrypted"',
                        'Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n',
                        f'Content-Type: application/octet-stream\r\n\r\n{armour}')

    def sign(self, mail, html):
        """RFC 3156 §5: the text, and a signature over it."""
        text = _inner(mail, html)
        return _compose(mail, 'multipart/signed; micalg=pgp-sha512; protocol="application/pgp-signature"', text,
                        'Content-Type: application/pgp-signature; name="signature.asc"\r\n\r\n'
                        + self._gpg('--detach-sign', '--digest-algo', 'SHA512', data=text))

    def write_inline(self, mail, text, *command):
        """Armour in a plain text, as used before PGP/MIME (RFC 4880 §6.2 and §7)."""
        mail.set_content(self._gpg(*command, data=text), cte='7bit')
        return mail.as_bytes()

    def seal_inline(self, mail, text):
        return self.write_inline(mail, text, '--encrypt', '--recipient', OWNER)

    def sign_inline(self, mail, text):
        return self.write_inline(mail, text, '--clear-sign')
