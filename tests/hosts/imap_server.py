# SPDX-License-Identifier: LGPL-2.1-or-later
"""An IMAP server of one folder (RFC 3501), as much of it as Evolution and Thunderbird need, which notes what it is
asked for. It knows its client by the connection, so that nobody is asked for a password.

    imap_server.py FOLDER LOG    serves the mails of FOLDER on its standard input and output
"""
import pathlib
import re
import socketserver
import sys
import threading

GREETING = '* PREAUTH [CAPABILITY IMAP4rev1] ready'
FLAGS = r'(\Answered \Flagged \Deleted \Seen \Draft)'
BODY = re.compile(r'BODY(?:\.PEEK)?\[([^\]]*)\](?:<(\d+)\.(\d+)>)?')


class Conversation:
    def __init__(self, rfile, wfile, mails, asked):
        self.rfile, self.wfile, self.mails, self.asked = rfile, wfile, mails, asked

    def run(self):
        self.say(GREETING)
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(' ')
            self.asked.append(command)
            self.answer(command)
            self.say(f'{tag} OK done')
            if command.upper() == 'LOGOUT':
                return

    def say(self, text, literal=None, end=''):
        parts = [text.encode()]
        if literal is not None:
            parts.append(b' {%d}\r\n%b' % (len(literal), literal))
        self.wfile.write(b''.join(parts) + end.encode() + b'\r\n')
        self.wfile.flush()

    def answer(self, command):
        name = command.upper().removeprefix('UID ').split(' ')[0]
        if name == 'CAPABILITY':
            self.say('* CAPABILITY IMAP4rev1')
        elif name in ('LIST', 'LSUB'):
            self.say(f'* {name} (\\HasNoChildren) "/" "INBOX"')
        elif name == 'STATUS':
            count = len(self.mails)
            self.say(f'* STATUS "INBOX" (MESSAGES {count} UNSEEN {count} UIDVALIDITY 1 UIDNEXT {count + 1})')
        elif name in ('SELECT', 'EXAMINE'):
            self.select()
        elif name == 'FETCH':
            self.fetch(command)

    def select(self):
        count = len(self.mails)
        for line in (f'FLAGS {FLAGS}', f'{count} EXISTS', '0 RECENT', f'OK [PERMANENTFLAGS {FLAGS}] kept',
                     'OK [UIDVALIDITY 1] valid', f'OK [UIDNEXT {count + 1}] next'):
            self.say(f'* {line}')

    def fetch(self, command):
        """A message's number is its place."""
        wanted = re.search(r'FETCH ([\d,:*]+)', command, re.I)[1]
        for uid, mail in enumerate(self.mails, start=1):
            if is_among(uid, wanted):
                self.tell(uid, mail, command)

    def tell(self, uid, mail, command):
        """A header is told whole, whatever fields are asked for."""
        facts = f'* {uid} FETCH (UID {uid} RFC822.SIZE {len(mail)} FLAGS ()'
        if 'BODYSTRUCTURE' in command:
            facts += f' BODYSTRUCTURE ("TEXT" "HTML" NIL NIL NIL "7BIT" {len(mail)} 1)'
        header = mail.partition(b'\r\n\r\n')[0] + b'\r\n\r\n'
        body = BODY.search(command)
        if 'RFC822.HEADER' in command:
            self.say(f'{facts} RFC822.HEADER', header, ')')
        elif body is None:
            self.say(f'{facts})')
        else:
            section, start, length = body.groups()
            data = mail if section == '' else header
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


def read(paths):
    return [re.sub(rb'\r?\n', b'\r\n', path.read_bytes()) for path in paths]


def ask_for_bodies(commands):
    """Those that ask for whole messages, or for a part of one."""
    return [command for command in commands if (body := BODY.search(command)) and body[1] == '']


class Log:
    """The commands in a file."""

    def __init__(self, path):
        self.path = path

    def append(self, command):
        with open(self.path, 'a', encoding='utf-8') as file:
            file.write(f'{command}\n')


class ImapServer(socketserver.ThreadingTCPServer):
    """On loopback. Has `mails`, files; `asked` grows with each command."""
    daemon_threads = True

    def __init__(self, mails):
        super().__init__(('127.0.0.1', 0), None)
        self.mails = read(mails)
        self.asked = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def finish_request(self, request, client_address):
        with request.makefile('rwb') as file:
            Conversation(file, file, self.mails, self.asked).run()

    def prefs(self):
        """Of an account of Thunderbird's that keeps no copies, and marks nothing as read by itself."""
        server = {'type': 'imap', 'hostname': '127.0.0.1', 'port': self.server_address[1], 'userName': 'hanako',
                  'name': 'remote', 'socketType': 0, 'authMethod': 3, 'login_at_startup': False,
                  'check_new_mail': False, 'offline_download': False, 'autosync_offline_stores': False}
        return {f'mail.server.server3.{name}': value for name, value in server.items()} | {
            'mail.accountmanager.accounts': 'account1,account2,account3', 'mail.account.account3.server': 'server3',
            'mail.account.account3.identities': 'id1', 'mailnews.mark_message_read.auto': False}


if __name__ == '__main__':
    Conversation(sys.stdin.buffer, sys.stdout.buffer, read(sorted(pathlib.Path(sys.argv[1]).iterdir())),
                 Log(sys.argv[2])).run()
