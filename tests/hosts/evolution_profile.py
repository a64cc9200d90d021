# SPDX-License-Identifier: LGPL-2.1-or-later
"""A throw-away profile of Evolution with a Maildir of given messages, for script/run and for the tests.

Nothing of the user's is read or written: home, settings, caches and the message bus are private. Run as a program it
opens Evolution on the messages and waits until it is closed:

    evolution_profile.py --stage PREFIX [--select NAME] MAIL…

A MAIL is a message, an mbox file, either compressed by gzip, or a folder of such; what is no message is left out.
"""
import argparse
import gzip
import mailbox
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

ADDRESS = 'hanako@example.ne.jp'
ACCOUNT = 'bellbuoy-sample'
XDG_DIRS = {'XDG_CONFIG_HOME': 'config', 'XDG_DATA_HOME': 'data', 'XDG_CACHE_HOME': 'cache',
            'XDG_STATE_HOME': 'state', 'XDG_RUNTIME_DIR': 'runtime'}
SCHEMAS = 'share/glib-2.0/schemas'
GZIP = b'\x1f\x8b'  # begins a file

SOURCES = {
    'account': '''[Data Source]
DisplayName={address}
Enabled=true

[Mail Account]
BackendName=maildir
IdentityUid={account}-identity
NeedsInitialSetup=false

[Maildir Backend]
Path={maildir}
FilterInbox=false
''',
    'identity': '''[Data Source]
DisplayName={address}
Enabled=true
Parent={account}

[Mail Identity]
Address={address}
Name=Hanako Yamada

[Mail Submission]
SentFolder=folder://{account}/Sent
TransportUid={account}-transport

[Mail Composition]
DraftsFolder=folder://{account}/Drafts
''',
    'transport': '''[Data Source]
DisplayName={address}
Enabled=true
Parent={account}

[Mail Transport]
BackendName=sendmail

[Sendmail Backend]
UseCustomBinary=true
CustomBinary={outbox}.sh
''',
}

# Nothing asks, fetches or remembers; the preview has the larger part of the window.
LIST_SHARE = 0.1
READERS_LIST_SHARE = 0.28  # for a person, to whom the list shows five messages
SETTINGS = '''[org/gnome/evolution/mail]
show-startup-wizard=false
prompt-check-if-default-mailer=false
send-recv-on-start=false
show-to-do-bar=false
paned-size={paned_size}
mark-seen=false
prompt-on-mark-as-junk=false
layout=0

[org/gnome/evolution/shell]
default-component-id='mail'
start-offline=false

[org/gnome/evolution/shell/window]
width=1100
height=900

[org/gnome/desktop/interface]
toolkit-accessibility=true
font-name='{font}'
'''

LOOKS = '''[Settings]
gtk-font-name={font}
gtk-theme-name={theme}
gtk-application-prefer-dark-theme={dark}
'''

STATE = '''[Folder Tree]
Selected=folder://{account}/{folder}

[GlobalFolder]
PreviewVisible=true

[Folder folder://{account}/{folder}]
SelectedMessage={select}
'''


BROWSER = '''[Desktop Entry]
Type=Application
Name=Browser
Exec=sh -c 'echo "$0" >>{log}' %u
MimeType=x-scheme-handler/https;
'''

MIME_APPS = '''[Default Applications]
x-scheme-handler/https=browser.desktop
'''


class Profile:
    """Folders and files of one profile below `base`."""

    def __init__(self, base):
        self.base = pathlib.Path(base)
        self.maildir = self.base / 'Maildir'
        self.outbox = self.base / 'sent'

    def write(self, mails, select, sent=(), drafts=(), font='Sans 10', theme='Adwaita', dark=False, settings='',
              locks=(), policy=None, list_share=LIST_SHARE):
        """`mails` are files; one is known to Evolution by its name without the ending; `select` is such a name.
        `settings` are more lines of the keyfile, `locks` paths of keys that an administrator has fixed.
        `policy` is the text of the organisation's policy file.
        """
        for folder in XDG_DIRS.values():
            (self.base / folder).mkdir(parents=True, mode=0o700, exist_ok=True)
        self._write_folder(self.maildir, mails)
        self._write_folder(self.maildir / '.Sent', sent)
        self._write_folder(self.maildir / '.Drafts', drafts)
        own_settings = SETTINGS.format(font=font, paned_size=10**6 + round((1 - list_share) * 10**6)) + settings
        names = {'address': ADDRESS, 'account': ACCOUNT, 'maildir': self.maildir, 'outbox': self.outbox}
        for kind, text in SOURCES.items():
            uid = ACCOUNT if kind == 'account' else f'{ACCOUNT}-{kind}'
            self._write_file(f'config/evolution/sources/{uid}.source', text.format(**names))
        self._write_file('config/glib-2.0/settings/keyfile', own_settings)
        if locks:
            self._write_system_settings(own_settings, locks)
        self._write_file('config/gtk-3.0/settings.ini', LOOKS.format(font=font, theme=theme, dark=int(dark)))
        self._write_file('config/evolution/mail/state.ini',
                         STATE.format(account=ACCOUNT, folder='Inbox', select=select))
        if policy is not None:
            self.write_policy(policy)
        for plugins in ('preview-plugins', 'webkit-editor-plugins'):
            (self.base / 'data/evolution' / plugins).mkdir(parents=True, exist_ok=True)

    def write_policy(self, text):
        """The policy file of the machine, written as an editor does: a new file in its place."""
        self._write_file('policy/etc/bellbuoy/new', text)
        (self.base / 'policy/etc/bellbuoy/new').rename(self.base / 'policy/etc/bellbuoy/policy.json')

    def write_mailer(self):
        """A mailer that stores what it is asked to send; returns the path of its store."""
        self._write_file('sent.sh', f'#!/bin/sh\ncat >>{self.outbox}\n')
        (self.base / 'sent.sh').chmod(0o700)
        return self.outbox

    def _write_system_settings(self, settings, locks):
        """The settings that an administrator deploys; only dconf supports locks."""
        self._write_file('dconf/keys/settings', settings)
        self._write_file('dconf/keys/locks/locks', '\n'.join(locks) + '\n')
        subprocess.run(['dconf', 'compile', self.base / 'dconf/system', self.base / 'dconf/keys'], check=True)
        self._write_file('dconf/profile', f'user-db:user\nfile-db:{self.base}/dconf/system\n')

    def write_browser(self):
        """A browser that records its arguments; returns the path of the record."""
        log = self.base / 'opened'
        self._write_file('data/applications/browser.desktop', BROWSER.format(log=log))
        self._write_file('config/mimeapps.list', MIME_APPS)
        return log

    def environment(self, stage=None, locale=None):
        """The environment of Evolution and its services."""
        env = dict(os.environ)
        runtime = env.get('XDG_RUNTIME_DIR', '')
        if env.get('WAYLAND_DISPLAY') and not os.path.isabs(env['WAYLAND_DISPLAY']):
            env['WAYLAND_DISPLAY'] = os.path.join(runtime, env['WAYLAND_DISPLAY'])
        env.setdefault('XAUTHORITY', os.path.expanduser('~/.Xauthority'))
        env.update({name: str(self.base / folder) for name, folder in XDG_DIRS.items()})
        env.update({'HOME': str(self.base), 'GSETTINGS_BACKEND': 'keyfile',
                    'BELLBUOY_POLICY_ROOT': str(self.base / 'policy')})
        if (self.base / 'dconf/profile').exists():
            env.update({'GSETTINGS_BACKEND': 'dconf', 'DCONF_PROFILE': str(self.base / 'dconf/profile')})
        if stage:
            env['EDS_EXTRA_PREFIXES'] = str(stage)
            env['GSETTINGS_SCHEMA_DIR'] = os.path.join(stage, SCHEMAS)
        if locale:
            env.update({'LC_ALL': locale, 'LANGUAGE': locale.split('.')[0]})
        return env

    def _write_file(self, path, text):
        file = self.base / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding='utf-8')

    def _write_folder(self, folder, mails):
        for name in ('cur', 'new', 'tmp'):
            (folder / name).mkdir(parents=True, exist_ok=True)
        for mail in mails:
            mail = pathlib.Path(mail)
            shutil.copyfile(mail, folder / 'cur' / f'{mail.stem}:2,')


def find_files(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(file for file in path.rglob('*') if file.is_file()) if path.is_dir() else [path]


def read_file(file):
    """What is in a file, and what is compressed there. What cannot be read, `bellbuoy check` has complained of."""
    try:
        data = file.read_bytes()
        return gzip.decompress(data) if data.startswith(GZIP) else data
    except (OSError, EOFError, zlib.error):
        return b''


def split_messages(data, folder):
    if not data.startswith(b'From '):
        return [data]
    file = folder / 'mbox'
    file.write_bytes(data)
    box = mailbox.mbox(file, create=False)
    return [box.get_bytes(key) for key in box.keys()]


def copy_messages(paths, folder):
    """Copies every message of files, mbox files and folders; returns the copies."""
    copies = []
    for file in find_files(paths):
        name = re.sub(r'[^\w-]+', '-', file.stem)[:60]
        for mail in split_messages(read_file(file), folder):
            if re.match(rb'[!-9;-~]+[ \t]*:', mail):
                copies.append(folder / f'{len(copies):05}-{name}.eml')
                copies[-1].write_bytes(mail)
    return copies


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--stage', required=True, help='prefix under which the module is installed')
    parser.add_argument('--select', help='the message that is shown first')
    parser.add_argument('mails', nargs='+', metavar='MAIL')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='bellbuoy-') as base, tempfile.TemporaryDirectory() as copies:
        profile = Profile(base)
        mails = options.mails if options.select else copy_messages(options.mails, pathlib.Path(copies))
        if not mails:
            print('There is no message in these files, so Evolution is not opened', file=sys.stderr)
            sys.exit(2)
        profile.write(mails, options.select or mails[0].stem, list_share=READERS_LIST_SHARE)
        command = ['dbus-run-session', '--', 'evolution', '--component=mail']
        sys.exit(subprocess.run(command, env=profile.environment(options.stage), check=False).returncode)


if __name__ == '__main__':
    main()
