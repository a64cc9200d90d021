# SPDX-License-Identifier: LGPL-2.1-or-later
"""An account on a real IMAP server that the client starts itself and connects to by pipes: no port, no password."""
import os
import pathlib
import shutil
import subprocess
import tempfile

SERVER = pathlib.Path('/usr/lib/dovecot/imap')
NOBODY = 65534
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
# Of Dovecot 2.3, and of 2.4, which names all anew.
OLD = '''mail_location = maildir:{folder}/mail
ssl = no
'''
NEW = '''dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
mail_driver = maildir
mail_path = {folder}/mail
import_environment {{
  USER = hanako
}}
'''
COMMON = '''base_dir = {folder}/run
state_dir = {folder}/run
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 1
first_valid_gid = 1
'''


class ImapAccount:
    def __init__(self, mails):
        self._folder = tempfile.TemporaryDirectory(prefix='bellbuoy-imap-')
        self.folder = pathlib.Path(self._folder.name)
        uid, gid = os.getuid() or NOBODY, os.getgid() or NOBODY  # it lets nobody read mail as root
        for name in ('', 'run', 'mail', 'mail/cur', 'mail/new', 'mail/tmp'):
            (self.folder / name).mkdir(exist_ok=True)
        for mail in mails:
            shutil.copyfile(mail, self.folder / 'mail/cur' / f'{pathlib.Path(mail).stem}:2,')
        for path in (self.folder, *self.folder.rglob('*')):
            os.chown(path, uid, gid)
        version = subprocess.run(['dovecot', '--version'], stdout=subprocess.PIPE, text=True, check=True).stdout
        config = (OLD if version.startswith('2.3') else NEW) + COMMON
        (self.folder / 'dovecot.conf').write_text(config.format(folder=self.folder, uid=uid, gid=gid), encoding='utf-8')

    def install(self, base):
        command = f'env USER=hanako HOME={self.folder} {SERVER} -c {self.folder}/dovecot.conf'
        (base / 'config/evolution/sources/bellbuoy-imap.source').write_text(ACCOUNT.format(command=command),
                                                                             encoding='utf-8')

    def take_away(self):
        """As if the server had been shut down."""
        (self.folder / 'dovecot.conf').unlink()
