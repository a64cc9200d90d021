# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages generated for one run, because they are too long or contain a private key."""
import email.message
import email.policy
import pathlib
import re
import subprocess
import tempfile

_FOLDER = tempfile.TemporaryDirectory(prefix='bellbuoy-mails-')
ENVELOPED = 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"'
LIE = '<p>{words} <a href="https://login.elsewhere.example/in">https://www.shop.example/</a></p>'

# The server writes its results right below its own line, where a sender may write as well.
LETTER = """\
Received: from out.shop{number}.example (out.shop{number}.example [198.{network}.100.7])
\tby mx.provider.example (Postfix) with ESMTPS id 1
\tfor <hanako@example.ne.jp>; {day} Jan 2026 09:00:00 +0000
Authentication-Results: mx.provider.example; dkim=pass header.d=shop{number}.example;
	dmarc=pass header.from=shop{number}.example
From: Shop <news@shop{number}.example>
To: hanako@example.ne.jp
Subject: {subject}
Date: {day} Jan 2026 09:00:00 +0000
Message-ID: <{number}@shop.example>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

{body}
"""
COUNTED = '<p>See <a href="https://counter.elsewhere.example/c?u=1">www.shop99.example</a></p>'


def message(subject, sender='Shop <news@shop.example>', minute=0):
    mail = email.message.EmailMessage(email.policy.SMTP.clone(max_line_length=900))
    mail['Return-Path'] = '<news@shop.example>'
    mail['Received'] = ('from out.elsewhere.example (unknown [203.0.113.9]) by mx.example.ne.jp with ESMTP id 1 '
                        f'for <hanako@example.ne.jp>; Mon, 6 Jul 2026 09:{minute:02}:00 +0900')
    mail['From'] = sender
    mail['To'] = 'hanako@example.ne.jp'
    mail['Subject'] = subject
    mail['Date'] = f'Mon, 6 Jul 2026 09:{minute:02}:00 +0900'
    mail['Message-ID'] = f'<{subject.replace(" ", "-")}@shop.example>'
    return mail


def write(name, mail):
    """The path of `mail` as a file."""
    path = pathlib.Path(_FOLDER.name, f'{name}.eml')
    path.write_bytes(mail if isinstance(mail, bytes) else mail.as_bytes())
    return path


def letter(number, subject, body='<p>Hello.</p>'):
    text = LETTER.format(number=number, network=number % 12, day=1 + number % 20, subject=subject, body=body)
    return write(f'letter{number}', text.encode('ascii'))


def letters(count, subject):
    """What teaches which server receives mail, and an honest message that only its results prove, with that subject;
    it is called letter99."""
    return [letter(number, f'Letter {number}') for number in range(count)] + [letter(99, subject, COUNTED)]


def lie(subject, minute=0, is_slow=False, test=None):
    """A message with a false link and a form; `test` is what slow-scan.c does to it."""
    mail = message(subject, minute=minute)
    if is_slow or test:
        mail['X-Test'] = test or 'slow'
    mail.set_content(LIE.format(words=subject) + '<form action="https://collect.elsewhere.example/get" method="get">'
                     '<input name="number" value="1"><input type="submit" value="Send it"></form>', subtype='html')
    return mail


class Identity:
    """A certificate of the reader, and messages encrypted for it or signed with it."""

    def __init__(self):
        self.folder = pathlib.Path(_FOLDER.name, 'identity')
        self.folder.mkdir(mode=0o700)
        self.key, self.certificate = str(self.folder / 'key.pem'), str(self.folder / 'certificate.pem')
        self._run('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', self.key,
                  '-out', self.certificate, '-days', '3650', '-subj', '/CN=Hanako/emailAddress=hanako@example.ne.jp',
                  '-addext', 'keyUsage=digitalSignature,keyEncipherment,keyCertSign',
                  '-addext', 'extendedKeyUsage=emailProtection')

    def _run(self, *command, data=b''):
        return subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
                              timeout=60).stdout

    def install(self, folder):
        """Adds it to the certificate database of a client in `folder`."""
        bundle, place = str(self.folder / 'bundle.p12'), f'sql:{folder}'
        self._run('openssl', 'pkcs12', '-export', '-inkey', self.key, '-in', self.certificate, '-out', bundle,
                  '-passout', 'pass:', '-name', 'hanako')
        self._run('certutil', '-N', '-d', place, '--empty-password')
        self._run('pk12util', '-i', bundle, '-d', place, '-W', '', '-K', '')
        self._run('certutil', '-M', '-n', 'hanako', '-t', 'CTu,CTu,CTu', '-d', place)

    def _wrap(self, headers, body):
        return headers.as_bytes().rstrip() + b'\r\n' + body.replace(b'\r\n', b'\n').replace(b'\n', b'\r\n')

    def _inner(self, subject):
        html = LIE.format(words=subject)
        return f'Content-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n'.encode()

    def seal(self, subject, minute=0, label=ENVELOPED):
        """A message whose text only the reader can read (RFC 8551), called something else with another `label`."""
        body = self._run('openssl', 'smime', '-encrypt', '-aes256', self.certificate, data=self._inner(subject))
        return self._wrap(message(subject, minute=minute),
                          re.sub(rb'(?m)^Content-Type:.*?$', f'Content-Type: {label}'.encode(), body, count=1))

    def sign(self, subject, minute=0):
        """A message in two parts, the second of which signs the first (RFC 1847)."""
        body = self._run('openssl', 'smime', '-sign', '-signer', self.certificate, '-inkey', self.key,
                         data=self._inner(subject))
        return self._wrap(message(subject, minute=minute), body)
