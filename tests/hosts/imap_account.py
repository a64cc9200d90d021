# SPDX-License-Identifier: LGPL-2.1-or-later
"""An account on an IMAP server that Evolution starts itself and connects to by pipes: no port, no password."""
import pathlib
import shutil
import sys
import tempfile

SERVER = pathlib.Path(__file__).resolve().parent / 'imap_server.py'
ACCOUNT = '''[Data Source]
DisplayName=remote
Enabled=true

[Mail Account]
BackendName=imapx
IdentityUid=bellbuoy-sample-identity
NeedsInitialSetup=false

[Authentication]
Host=127.0.0.1
User=hanako

[Imapx Backend]
UseShellCommand=true
ShellCommand={command}
FilterInbox=false
'''


class ImapAccount:
    def __init__(self, mails):
        self._folder = tempfile.TemporaryDirectory(prefix='bellbuoy-imap-')
        self.folder = pathlib.Path(self._folder.name, 'mail')
        self.folder.mkdir()
        self.log = pathlib.Path(self._folder.name, 'asked')
        for mail in mails:
            shutil.copy(mail, self.folder)

    def install(self, base):
        command = f'{sys.executable} {SERVER} {self.folder} {self.log}'
        (base / 'config/evolution/sources/bellbuoy-imap.source').write_text(ACCOUNT.format(command=command),
                                                                             encoding='utf-8')

    def take_away(self):
        """As if the server had been shut down."""
        shutil.rmtree(self.folder)

    def asked(self):
        """The commands of the client."""
        return self.log.read_text(encoding='utf-8').splitlines()
