# SPDX-License-Identifier: LGPL-2.1-or-later
"""A throw-away profile of Thunderbird with folders of given messages, for script/run and for the tests.

Nothing of the user's is read or written: home, settings and caches are private, and nothing is fetched. Run as a
program it opens Thunderbird on the messages and waits until it is closed:

    thunderbird_profile.py --stage FOLDER [--select SUBJECT] MAIL…
"""
import argparse
import json
import locale
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

from marionette import Marionette, Refused

ADDRESS = 'hanako@example.ne.jp'
PROGRAM = '/usr/lib/thunderbird/thunderbird'  # the script of that name in /usr/bin moves profiles about
XDG_DIRS = {'XDG_CONFIG_HOME': 'config', 'XDG_DATA_HOME': 'data', 'XDG_CACHE_HOME': 'cache',
            'XDG_STATE_HOME': 'state', 'XDG_RUNTIME_DIR': 'runtime'}
LOCAL = 'Local Folders'
SAMPLES = 'Samples'
HOST_NAME = 'org.bellbuoy.host'
MAILDIR = '@mozilla.org/msgstore/maildirstore;1'

PREFS = {
    # one account that fetches nothing, and the folders of this computer
    'mail.accountmanager.accounts': 'account1,account2',
    'mail.accountmanager.defaultaccount': 'account1',
    'mail.accountmanager.localfoldersserver': 'server2',
    'mail.account.account1.identities': 'id1',
    'mail.account.account1.server': 'server1',
    'mail.account.account2.server': 'server2',
    'mail.identity.id1.fullName': 'Hanako Yamada',
    'mail.identity.id1.useremail': ADDRESS,
    'mail.identity.id1.valid': True,
    'mail.identity.id1.smtpServer': 'smtp1',
    'mail.identity.id1.fcc_folder': 'mailbox://nobody@Local%20Folders/Sent',
    'mail.identity.id1.draft_folder': 'mailbox://nobody@Local%20Folders/Drafts',
    'mail.identity.id1.stationery_folder': 'mailbox://nobody@Local%20Folders/Templates',
    'mail.identity.id1.fcc_folder_picker_mode': '1',
    'mail.server.server1.type': 'pop3',
    'mail.server.server1.hostname': 'pop.example.ne.jp',
    'mail.server.server1.userName': 'hanako',
    'mail.server.server1.name': ADDRESS,
    'mail.server.server1.check_new_mail': False,
    'mail.server.server1.login_at_startup': False,
    'mail.server.server1.download_on_biff': False,
    'mail.server.server2.type': 'none',
    'mail.server.server2.hostname': LOCAL,
    'mail.server.server2.userName': 'nobody',
    'mail.server.server2.name': LOCAL,
    'mail.smtpservers': 'smtp1',
    'mail.smtp.defaultserver': 'smtp1',
    'mail.smtpserver.smtp1.hostname': 'smtp.example.ne.jp',
    # nothing greets, asks or fetches
    'app.donation.eoy.version.viewed': 999,
    'app.update.enabled': False,
    'browser.safebrowsing.malware.enabled': False,
    'browser.safebrowsing.phishing.enabled': False,
    'calendar.timezone.useSystemTimezone': True,
    'datareporting.policy.dataSubmissionEnabled': False,
    'datareporting.policy.dataSubmissionPolicyBypassNotification': True,
    'extensions.getAddons.cache.enabled': False,
    'extensions.systemAddon.update.enabled': False,
    'extensions.update.enabled': False,
    'mail.chat.enabled': False,
    'mail.inappnotifications.enabled': False,
    'mail.provider.suppress_dialog_on_startup': True,
    'mail.rights.version': 1,
    'mail.shell.checkDefaultClient': False,
    'mail.spotlight.firstRunDone': True,
    'mail.spam.version': 1,
    'mailnews.start_page.enabled': False,
    'mailnews.start_page_override.mstone': 'ignore',
    'messenger.options.messagesStyle.variant': '',
    'network.captive-portal-service.enabled': False,
    'network.connectivity-service.enabled': False,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
    'network.proxy.type': 1,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'toolkit.telemetry.enabled': False,
    # one message below the list, as it has always been
    'mail.pane_config.dynamic': 0,
    'mail.threadpane.listview': 1,
    'mailnews.default_view_flags': 0,
    'ui.prefersReducedMotion': 1,
    # our extension is taken from the profile without a question
    'extensions.autoDisableScopes': 0,
    'extensions.startupScanScopes': 15,
}

BROWSER = '''[Desktop Entry]
Type=Application
Name=Browser
Exec=sh -c 'echo "$0" >>{log}' %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;text/html;
'''

MIME_APPS = '''[Default Applications]
x-scheme-handler/http=browser.desktop
x-scheme-handler/https=browser.desktop
text/html=browser.desktop
'''


def extension_id(xpi):
    """What the extension calls itself."""
    with zipfile.ZipFile(xpi) as archive:
        manifest = json.loads(archive.read('manifest.json'))
    return manifest['browser_specific_settings']['gecko']['id']


class Profile:
    """Folders and files of one profile below `base`, which is its home, too."""

    def __init__(self, base):
        self.base = pathlib.Path(base)
        self.folder = self.base / 'profile'
        self.opened = self.base / 'opened'
        for name in XDG_DIRS.values():
            (self.base / name).mkdir(parents=True, mode=0o700, exist_ok=True)
        self.folder.mkdir(exist_ok=True)

    def write(self, folders, language='en-US', prefs=None):
        """`folders` are lists of files by the name of their folder; `prefs` that are None keep Thunderbird's value."""
        prefs = PREFS | {'intl.locale.requested': language} | (prefs or {})
        for name, number in (('server1', 'pop.example.ne.jp'), ('server2', LOCAL)):
            prefs[f'mail.server.{name}.directory'] = str(self.folder / 'Mail' / number)
        lines = (f'user_pref({json.dumps(name)}, {json.dumps(value)});\n' for name, value in prefs.items()
                 if value is not None)
        self._write_file('profile/user.js', ''.join(lines))
        write_folder = self._write_maildir if MAILDIR in prefs.values() else self.write_mbox
        for name, mails in folders.items():
            write_folder(name, mails)
        self._write_file('data/applications/browser.desktop', BROWSER.format(log=self.opened))
        self._write_file('config/mimeapps.list', MIME_APPS)

    def install(self, xpi, welcome=False):
        """Puts the extension where Thunderbird finds it at its start. Where an organisation has set it up, and be it to
        nothing, it greets nobody."""
        path = self.folder / 'extensions' / f'{extension_id(xpi)}.xpi'
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(pathlib.Path(xpi).read_bytes())
        if not welcome:
            self.set_policy(xpi, {})

    def set_policy(self, xpi, settings):
        """What an organisation has set for the extension."""
        policy = {'name': extension_id(xpi), 'description': 'Bellbuoy', 'type': 'storage', 'data': settings}
        self._write_file(self._policy_path(xpi), json.dumps(policy))

    def forget_policy(self, xpi):
        (self.base / self._policy_path(xpi)).unlink()

    def write_policy_file(self, text):
        """The policy file of the machine, written as an editor does: a new file in its place."""
        self._write_file('policy/etc/bellbuoy/new', text)
        (self.base / 'policy/etc/bellbuoy/new').rename(self.base / 'policy/etc/bellbuoy/policy.json')

    def _policy_path(self, xpi):
        return f'.mozilla/managed-storage/{extension_id(xpi)}.json'

    def connect(self, program, xpi, name=HOST_NAME):
        """Lets the extension start `program`."""
        manifest = {'name': name, 'description': 'Bellbuoy', 'path': str(program), 'type': 'stdio',
                    'allowed_extensions': [extension_id(xpi)]}
        self._write_file(f'.mozilla/native-messaging-hosts/{name}.json', json.dumps(manifest))

    def environment(self, wanted=None):
        """What Thunderbird and the programs that it starts are started with."""
        env = dict(os.environ)
        env.update({name: str(self.base / folder) for name, folder in XDG_DIRS.items()})
        env.update({'HOME': str(self.base), 'GSETTINGS_BACKEND': 'keyfile', 'MOZ_CRASHREPORTER_DISABLE': '1',
                    'BELLBUOY_POLICY_ROOT': str(self.base / 'policy')})
        if wanted:
            env.update({'LC_ALL': wanted, 'LANGUAGE': wanted.split('.')[0]})
        return env

    def command(self, *options):
        return [PROGRAM, '--no-remote', '--profile', str(self.folder), *options]

    def _write_file(self, path, text):
        file = self.base / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding='utf-8')

    def _write_maildir(self, name, mails):
        """Each message to the byte, in a file called by its place in `mails`."""
        for folder in ('cur', 'new', 'tmp'):
            (self.folder / 'Mail' / LOCAL / name / folder).mkdir(parents=True)
        for number, mail in enumerate(mails):
            path = self.folder / 'Mail' / LOCAL / name / 'cur' / f'{number:05}.eml'
            path.write_bytes(pathlib.Path(mail).read_bytes())

    def write_mbox(self, name, mails, server=LOCAL):
        """As Thunderbird writes it: a line with “From - ” before each message."""
        path = self.folder / 'Mail' / server / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, 'wb') as mbox:
            for mail in mails:
                data = pathlib.Path(mail).read_bytes().replace(b'\nFrom ', b'\n>From ')
                mbox.write(b'From - Mon Jul  6 09:00:00 2026\n' + data.rstrip(b'\r\n') + b'\n\n')


SELECT = '''
  const [name, subject] = arguments;
  const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const pane = Services.wm.getMostRecentWindow("mail:3pane")?.document.getElementById("tabmail")?.currentAbout3Pane;
  if (!pane?.threadTree) return false;
  const folder = MailServices.accounts.localFoldersServer.rootFolder.getChildNamed(name);
  if (pane.gFolder != folder) pane.displayFolder(folder.URI);
  for (let row = 0; row < (pane.gDBView?.rowCount ?? 0); row++)
    if (pane.gDBView.getMsgHdrAt(row).mime2DecodedSubject.startsWith(subject)) {
      pane.threadTree.selectedIndex = row;
      return true;
    }
  return false;'''


def select(profile, client, folder, subject):
    """Selects a message as soon as Thunderbird shows it; gives up when the reader has closed it."""
    port = profile.folder / 'MarionetteActivePort'
    remote = None
    while client.poll() is None:
        time.sleep(0.3)
        try:
            if remote is None:
                remote = Marionette(int(port.read_text(encoding='ascii')))
            if remote.run(SELECT, folder, subject):
                break
        except (OSError, ValueError, Refused):
            pass  # it is not up yet
    if remote is not None:
        remote.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--stage', type=pathlib.Path, required=True, help='where Bellbuoy is installed')
    parser.add_argument('--select', metavar='SUBJECT', help='the message that is shown first')
    parser.add_argument('mails', nargs='+', metavar='MAIL')
    options = parser.parse_args()
    language = locale.setlocale(locale.LC_MESSAGES, '').split('_')[0]
    with tempfile.TemporaryDirectory(prefix='bellbuoy-') as base:
        profile = Profile(base)
        profile.write({SAMPLES: options.mails}, 'ja' if language == 'ja' else 'en-US', {'marionette.port': 0})
        [xpi] = (options.stage / 'share' / 'webext').glob('*.xpi')
        profile.install(xpi)
        profile.connect(options.stage / 'libexec' / 'bellbuoy' / 'bellbuoy-host', xpi)
        env = profile.environment() | {'GSETTINGS_SCHEMA_DIR': str(options.stage / 'share' / 'glib-2.0' / 'schemas')}
        remote = ['--marionette', '--remote-allow-system-access'] if options.select else []
        with subprocess.Popen(profile.command(*remote), env=env) as client:
            if options.select:
                select(profile, client, SAMPLES, options.select)
            client.wait()
    sys.exit(client.returncode)


if __name__ == '__main__':
    main()
