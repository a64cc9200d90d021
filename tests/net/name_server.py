# SPDX-License-Identifier: LGPL-2.1-or-later
"""The signed example of RFC 8463, and a name server on loopback that tells its key."""

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


def reply_to(question, records):
    name, end = name_in(question)
    text = records.get(name, '').encode()
    code = 0x8180 if text else 0x8183
    reply = question[:2] + struct.pack('>5H', code, 1, 1 if text else 0, 0, 0) + question[12:end]
    if text:
        reply += struct.pack('>HHHIHB', 0xc00c, 16, 1, 60, len(text) + 1, len(text)) + text
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
            question, peer = self.socket.recvfrom(512)
            self.asked.append(name_in(question)[0])
            self.socket.sendto(reply_to(question, self.records), peer)
