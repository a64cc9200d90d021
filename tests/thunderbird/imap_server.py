# SPDX-License-Identifier: LGPL-2.1-or-later
"""An IMAP server of one folder on loopback (RFC 3501), as much of it as Thunderbird needs, which notes what it is asked
for. It knows its client by the connection, so that nobody is asked for a password."""
import re
import socketserver
import threading

GREETING = '* PREAUTH [CAPABILITY IMAP4rev1] ready'
FLAGS = r'(\Answered \Flagged \Deleted \Seen \Draft)'
BODY = re.compile(r'BODY(?:\.PEEK)?\[([^\]]*)\](?:<(\d+)\.(\d+)>)?')


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.say(GREETING)
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(' ')
            self.server.asked.append(command)
            self.answer(command)
            self.say(f'{tag} OK done')
            if command.upper() == 'LOGOUT':
                return

    def say(self, text, literal=None, end=''):
        parts = [text.encode()]
        if literal is not None:
            parts.append(b' {%d}\r\n%b' % (len(literal), literal))
        self.wfile.write(b''.join(parts) + end.encode() + b'\r\n')

    def answer(self, command):
        name = command.upper().removeprefix('UID ').split(' ')[0]
        if name == 'CAPABILITY':
            self.say('* CAPABILITY IMAP4rev1')
        elif name in ('LIST', 'LSUB'):
            self.say(f'* {name} (\\HasNoChildren) "/" "INBOX"')
        elif name in ('SELECT', 'EXAMINE'):
            self.select()
        elif name == 'FETCH':
            self.fetch(command)

    def select(self):
        count = len(self.server.mails)
        for line in (f'FLAGS {FLAGS}', f'{count} EXISTS', '0 RECENT', f'OK [PERMANENTFLAGS {FLAGS}] kept',
                     'OK [UIDVALIDITY 1] valid', f'OK [UIDNEXT {count + 1}] next'):
            self.say(f'* {line}')

    def fetch(self, command):
        """A message's number is its place."""
        wanted = re.search(r'FETCH ([\d,:*]+)', command, re.I)[1]
        for uid, mail in enumerate(self.server.mails, start=1):
            if is_among(uid, wanted):
                self.tell(uid, mail, BODY.search(command))

    def tell(self, uid, mail, body):
        """A header is told whole, whatever fields are asked for."""
        facts = f'* {uid} FETCH (UID {uid} RFC822.SIZE {len(mail)} FLAGS ()'
        if body is None:
            self.say(f'{facts})')
            return
        section, start, length = body.groups()
        data = mail if section == '' else mail.partition(b'\r\n\r\n')[0] + b'\r\n\r\n'
        place = ''
        if start is not None:
            data, place = data[int(start):int(start) + int(length)], f'<{start}>'
        self.say(f'{facts} BODY[{section}]{place}', data, ')')


def is_among(uid, numbers):
    """Whether `numbers`, such as 1:3,5:*, have it."""
    for part in numbers.split(','):
        first, _, last = part.partition(':')
        if (first == '*' or uid >= int(first)) and (last == '*' or uid <= int(last or first)):
            return True
    return False


class ImapServer(socketserver.ThreadingTCPServer):
    """Has `mails`, files; `asked` grows with each command."""
    daemon_threads = True

    def __init__(self, mails):
        super().__init__(('127.0.0.1', 0), Handler)
        self.mails = [re.sub(rb'\r?\n', b'\r\n', path.read_bytes()) for path in mails]
        self.asked = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def prefs(self):
        """Of an account that keeps no copies, and marks nothing as read by itself."""
        server = {'type': 'imap', 'hostname': '127.0.0.1', 'port': self.server_address[1], 'userName': 'hanako',
                  'name': 'remote', 'socketType': 0, 'authMethod': 3, 'login_at_startup': False,
                  'check_new_mail': False, 'offline_download': False, 'autosync_offline_stores': False}
        return {f'mail.server.server3.{name}': value for name, value in server.items()} | {
            'mail.accountmanager.accounts': 'account1,account2,account3', 'mail.account.account3.server': 'server3',
            'mail.account.account3.identities': 'id1', 'mailnews.mark_message_read.auto': False}

    def bodies(self):
        """The commands that ask for whole messages, or for a part of one."""
        return [command for command in self.asked if (body := BODY.search(command)) and body[1] == '']
