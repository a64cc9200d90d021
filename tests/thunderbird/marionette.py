# SPDX-License-Identifier: LGPL-2.1-or-later
"""Thunderbird's own remote control (Marionette protocol 3): a length and an array of JSON on a socket of loopback."""
import json
import socket


class Refused(Exception):
    """What Thunderbird answered in place of a result."""


class Marionette:
    """One session, whose scripts run with the rights of Thunderbird's own windows."""

    def __init__(self, port, timeout=60):
        self.socket = socket.create_connection(('127.0.0.1', port), timeout)
        self.buffer = b''
        self.number = 0
        self._receive()  # who it is
        # A question of Thunderbird's must not be answered by the next script.
        self.send('WebDriver:NewSession', capabilities={'alwaysMatch': {'unhandledPromptBehavior': 'ignore'}})
        self.send('Marionette:SetContext', value='chrome')
        self.send('WebDriver:SetTimeouts', script=timeout * 1000)

    def _receive(self):
        while b':' not in self.buffer:
            self._fill()
        length, _, self.buffer = self.buffer.partition(b':')
        while len(self.buffer) < int(length):
            self._fill()
        data, self.buffer = self.buffer[:int(length)], self.buffer[int(length):]
        return json.loads(data)

    def _fill(self):
        data = self.socket.recv(1 << 16)
        if not data:
            raise Refused('Thunderbird has closed the connection')
        self.buffer += data

    def send(self, command, **parameters):
        self.number += 1
        data = json.dumps([0, self.number, command, parameters]).encode()
        self.socket.sendall(b'%d:%b' % (len(data), data))
        while True:
            _, number, error, result = self._receive()
            if number == self.number:
                break
        if error:
            raise Refused(f'{error["error"]}: {error["message"]}')
        return result

    def run(self, script, *args):
        """What `script`, the body of a function, returns."""
        return self.send('WebDriver:ExecuteScript', script=script, args=list(args), newSandbox=True)['value']

    def run_async(self, script, *args):
        """What `script`, the body of an async function, returns."""
        body = ('const done = arguments[arguments.length - 1];'
                f'(async () => {{ {script} }})().then(value => done([value]), error => done([null, String(error)]));')
        value, *error = self.send('WebDriver:ExecuteAsyncScript', script=body, args=list(args),
                                  newSandbox=True)['value']
        if error:
            raise Refused(error[0])
        return value

    def close(self):
        self.socket.close()
