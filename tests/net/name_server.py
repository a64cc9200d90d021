# SPDX-License-Identifier: LGPL-2.1-or-later
"""The signed example of RFC 8463, and a name server on loopback that tells its key."""

import contextlib
import socket
import struct
import threading

DOMAIN = 'football.example.com'

SIGNED = f"""\
DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
 d={DOMAIN}; i=@{DOMAIN};
 q=dns/txt; s=brisbane; t=1528637909; h=from : to :
 subject : date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
 Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
From: Joe SixPack <joe@{DOMAIN}>
To: Suzie Q <suzie@shopping.example.net>
Subject: Is dinner ready?
Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
Message-ID: <20030712040037.46341.5F8J@{DOMAIN}>

Hi.

We lost the game.  Are you hungry yet?

Joe.
"""

RECORDS = {
    f'brisbane._domainkey.{DOMAIN}': 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
    f'_dmarc.{DOMAIN}': 'v=DMARC1; p=reject',
}


def name_in(question):
    labels, at = [], 12
    while question[at]:
        labels.append(question[at + 1:at + 1 + question[at]].decode())
        at += 1 + question[at]
    return '.'.join(labels), at + 5


def data_of(record):
    """A record is a text, or a pair of a type ("PTR", "A") and what it holds."""
    if isinstance(record, str):
        return 16, bytes([len(record)]) + record.encode()
    kind, value = record
    if kind == 'A':
        return 1, socket.inet_aton(value)
    return 12, b''.join(bytes([len(label)]) + label.encode() for label in value.split('.')) + b'\0'


def reply_to(question, records):
    name, end = name_in(question)
    kind, data = data_of(records[name]) if name in records else (None, b'')
    found = kind == struct.unpack('>H', question[end - 4:end - 2])[0]
    reply = question[:2] + struct.pack('>5H', 0x8180 if kind else 0x8183, 1, found, 0, 0) + question[12:end]
    if found:
        reply += struct.pack('>HHHIH', 0xc00c, kind, 1, 60, len(data)) + data
    return reply


class NameServer(threading.Thread):
    def __init__(self, records=None):
        super().__init__(daemon=True)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(('127.0.0.1', 0))
        self.address = f'127.0.0.1:{self.socket.getsockname()[1]}'
        self.records = RECORDS if records is None else records
        self.asked = []

    def run(self):
        while True:
            try:
                question, peer = self.socket.recvfrom(512)
            except OSError:
                return
            if not question:
                return
            self.asked.append(name_in(question)[0])
            self.socket.sendto(reply_to(question, self.records), peer)

    def stop(self):
        """Nobody is there any more."""
        with contextlib.suppress(OSError):  # there is no connection to shut down, but it wakes the thread
            self.socket.shutdown(socket.SHUT_RDWR)
        self.join()
        self.socket.close()
