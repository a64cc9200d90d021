# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages that are made for one run: what a file in the repository would be too long or too secret for."""
import email.message
import email.policy
import pathlib
import tempfile

_FOLDER = tempfile.TemporaryDirectory(prefix='bellbuoy-mails-')
LIE = '<p>{words} <a href="https://login.elsewhere.example/in">https://www.shop.example/</a></p>'


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


def lie(subject, minute=0, is_slow=False):
    """A message with a link that lies, and a form."""
    mail = message(subject, minute=minute)
    if is_slow:
        mail['X-Test'] = 'slow'
    mail.set_content(LIE.format(words=subject) + '<form action="https://collect.elsewhere.example/get" method="get">'
                     '<input name="number" value="1"><input type="submit" value="Send it"></form>', subtype='html')
    return mail
