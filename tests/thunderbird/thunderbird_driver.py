# SPDX-License-Identifier: LGPL-2.1-or-later
"""The real Thunderbird on a display and in a profile of its own: driven by mouse and keys as a person drives it, and
read by its own remote control."""
import ctypes
import fcntl
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import tempfile
import time

import page
from marionette import Marionette, Refused
from thunderbird_profile import LOCAL, Profile
from waiting import PATIENCE, SLOW, Failure, Session, end_all, start_display, wait_for

LANGUAGES = {'C.UTF-8': 'en-US', 'ja_JP.UTF-8': 'ja'}
INSTALLED = pathlib.Path('/usr/lib/thunderbird/extensions/bellbuoy@bellbuoy.org.xpi')
INSTALLED_HOST = pathlib.Path('/usr/libexec/bellbuoy/bellbuoy-host')
CLONE_NEWNET, CLONE_NEWUSER = 0x40000000, 0x10000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def leave_network():
    """From here on this program and those that it starts have no network but loopback, where the system lets us."""
    flags = CLONE_NEWNET | (CLONE_NEWUSER if os.getuid() else 0)
    if ctypes.CDLL(None).unshare(flags) != 0:
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack('16sH14x', b'lo', 0)
        name, state = struct.unpack('16sH14x', fcntl.ioctl(control, SIOCGIFFLAGS, request))
        fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack('16sH14x', name, state | IFF_UP))


class Thunderbird(Session):
    """One run of the client; use it in a `with`. What it leaves is in a folder below `output`, after `name`."""

    def __init__(self, folders, output, locale='C.UTF-8', size='1000x900', prefs=None, name='client'):
        self.folders = folders
        self.locale = locale
        self.output = pathlib.Path(output, f'thunderbird-{name}-{locale}')
        self.output.mkdir(parents=True, exist_ok=True)
        self.base = pathlib.Path(tempfile.mkdtemp(prefix='bellbuoy-test-'))
        self.profile = Profile(self.base)
        self.profile.write(folders, LANGUAGES[locale], {'marionette.port': 0} | (prefs or {}))
        self.size = size
        self.env = self.profile.environment(locale)
        self.env.update({'GDK_BACKEND': 'x11', 'LIBGL_ALWAYS_SOFTWARE': '1', 'TZ': 'Asia/Tokyo',
                         'DBUS_SESSION_BUS_ADDRESS': 'disabled:', 'NO_AT_BRIDGE': '1'})
        for foreign in ('WAYLAND_DISPLAY', 'G_DEBUG', 'MALLOC_CHECK_', 'MALLOC_PERTURB_'):
            self.env.pop(foreign, None)
        self.log_path = self.output / 'thunderbird.log'
        self.processes = []
        self.client = None
        self.remote = None
        self.xpi = None
        self.host = None

    def install(self, xpi, host):
        """The extension and its native program, before the start."""
        self.xpi, self.host = xpi.resolve(), host.resolve()
        self.profile.install(self.xpi)
        self.profile.connect(self.host, self.xpi)

    def use_installed(self):
        """Those that the system has."""
        self.xpi, self.host = INSTALLED.resolve(strict=True), INSTALLED_HOST
        self.profile.set_policy(self.xpi, {})

    def _start(self):
        self.log = open(self.log_path, 'wb')
        self.env['DISPLAY'] = start_display(self._spawn, self.log)
        self._spawn('openbox', stdout=self.log)
        self.start_client()

    def start_client(self):
        """Also after quit()."""
        command = self.profile.command('--marionette', '--remote-allow-system-access')
        self.client = self._spawn(*command, stdout=self.log)
        port = self.profile.folder / 'MarionetteActivePort'
        text = wait_for('Thunderbird', lambda: port.exists() and port.read_text(encoding='ascii').strip(), 2 * SLOW)
        self.remote = wait_for('its remote control', lambda: Marionette(int(text), 60 * PATIENCE), passing=(OSError,))
        wait_for('its window', lambda: self.run('''
          const window = Services.wm.getMostRecentWindow("mail:3pane");
          const tabs = window?.document.getElementById("tabmail");
          return tabs?.currentAbout3Pane?.folderTree?.rowCount > 0;'''), passing=(Refused,))
        self.resize(self.size)

    def quit(self):
        """As a person does, and waits until it has ended."""
        if self.remote is not None:
            try:
                self.remote.send('Marionette:Quit', flags=['eAttemptQuit'])
            except (Refused, OSError):
                pass  # it went before it could answer
            self.remote.close()
            self.remote = None
        try:
            self.client.wait(60 * PATIENCE)
        except subprocess.TimeoutExpired:
            self.client.terminate()
        (self.profile.folder / 'MarionetteActivePort').unlink(missing_ok=True)

    def stop(self):
        if self.client is not None and self.client.poll() is None:
            self.quit()
        end_all(self.processes)
        self.log.close()
        shutil.rmtree(self.base, ignore_errors=True)

    def run(self, script, *args):
        return self.remote.run(script, *args)

    def run_async(self, script, *args):
        return self.remote.run_async(script, *args)

    # what a person does

    def _xdotool(self, *command):
        subprocess.run(['xdotool', *command], env=self.env, stderr=self.log, check=True, timeout=SLOW)

    def key(self, *names, delay_ms=0):
        self._xdotool('key', '--delay', str(delay_ms), *names)

    def type(self, text):
        self._xdotool('type', text)

    def move_to(self, x, y):
        self._xdotool('mousemove', str(round(x)), str(round(y)))

    def click_at(self, x, y, button=1, repeat=1, delay_ms=100):
        self.move_to(x, y)
        self._xdotool('click', '--repeat', str(repeat), '--delay', str(delay_ms), str(button))

    def wheel(self, x, y, steps):
        """Downwards."""
        self.move_to(x, y)
        self._xdotool('click', '--repeat', str(steps), '--delay', '5', '5')

    def drag(self, start, end):
        """With the mouse, from a point to another."""
        self.move_to(*start)
        self._xdotool('mousedown', '1')
        for step in range(1, 9):
            self.move_to(*(a + (b - a) * step / 8 for a, b in zip(start, end)))
            time.sleep(0.03)
        self._xdotool('mouseup', '1')

    def resize(self, size):
        """The main window; most of it is the message's."""
        width, height = (int(number) for number in size.split('x'))
        self.run('''
          const window = Services.wm.getMostRecentWindow("mail:3pane");
          const [width, height] = [...arguments].map(pixels => pixels / window.devicePixelRatio);
          window.restore();
          window.moveTo(0, 0);
          window.resizeTo(width, height);
          window.focus();
          const pane = window.document.getElementById("tabmail").currentAbout3Pane;
          pane.messagePaneSplitter.height = Math.max(height - 280, 300);''',
                 width, height)
        self.move_to(1390, 1190)  # nothing is under the pointer

    def show_folder(self, name, count=None):
        """Shows a folder of this computer; how many messages it has."""
        self.run('''
          const [name] = arguments;
          const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
          const root = MailServices.accounts.localFoldersServer.rootFolder;
          const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
          pane.switchToTab(0);
          pane.currentAbout3Pane.displayFolder(root.getChildNamed(name).URI);''', name)
        count = len(self.folders[name]) if count is None else count
        wait_for(f'the {count} messages of {name}', lambda: self.run('''
          const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
          const view = pane.currentAbout3Pane.gDBView;
          return view?.viewFolder?.name && view.rowCount == arguments[0];''', count))
        return count

    def show(self, subject, folder=None):
        """Selects the message whose subject begins with `subject`, and waits until it is displayed."""
        if folder:
            self.show_folder(folder)
        self.run('''
          const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
          const {gDBView, threadTree} = pane.currentAbout3Pane;
          for (let row = 0; row < gDBView.rowCount; row++) {
            if (gDBView.getMsgHdrAt(row).mime2DecodedSubject.startsWith(arguments[0])) {
              threadTree.scrollToIndex(row, true);
              threadTree.selectedIndex = row;
              return;
            }
          }
          throw new Error("no such message");''', subject)
        self.wait_for_message(subject)

    def show_row(self, row):
        """The same by place, in the order of the folder."""
        self.run('''
          const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
          pane.threadTree.scrollToIndex(arguments[0], true);
          pane.threadTree.selectedIndex = arguments[0];''', row)

    def wait_for_message(self, subject, where='tab'):
        """Until Thunderbird itself is done with displaying it."""
        wait_for(f'the message {subject}', lambda: self.in_page('''
          const [, number] = /[?&]number=(\\d+)/.exec(document.URL) ?? [];
          return view.gMessage?.mime2DecodedSubject.startsWith(arguments[0])
            && (number === undefined || number == view.gMessage.messageKey)
            && document.readyState == "complete" && document.URL != "about:blank";''', subject, where=where))

    def open_file(self, path):
        """Opens a message from the disk in a window of its own."""
        self.run('''
          const {MailUtils} = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");
          const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
          file.initWithPath(arguments[0]);
          MailUtils.openEMLFile(Services.wm.getMostRecentWindow("mail:3pane"), file, Services.io.newFileURI(file));''', str(path))

    def open_selected(self, how):
        """The selected message again: `how` is “tab” or “window”."""
        self.run('''
          const window = Services.wm.getMostRecentWindow("mail:3pane");
          const pane = window.document.getElementById("tabmail").tabInfo[0].chromeBrowser.contentWindow;
          const [header] = pane.gDBView.getSelectedMsgHdrs();
          const {MailUtils} = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");
          if (arguments[0] == "window") MailUtils.openMessageInNewWindow(header);
          else window.document.getElementById("tabmail").openTab("mailMessageTab", {messageURI:
            header.folder.getUriForMsg(header), background: false});''', how)

    def close_others(self):
        """Closes every window and tab but the first."""
        self.run('''
          const main = Services.wm.getMostRecentWindow("mail:3pane");
          for (const window of Services.wm.getEnumerator(null)) if (window != main) window.close();
          const tabs = main.document.getElementById("tabmail");
          tabs.closeOtherTabs(tabs.tabInfo[0]);''')
        wait_for('one window', lambda: self.run('return [...Services.wm.getEnumerator(null)].length') == 1)
        self.resize(self.size)

    def screenshot(self, name):
        path = self.output / f'{name}-{self.locale}.png'
        time.sleep(0.4)  # let it paint
        self.take_picture(path, '-crop', '1400x1200+0+0')
        return path

    # what a person sees

    def in_page(self, script, *args, where='tab'):
        """What `script` returns in the document of the message that is shown: `where` is “tab” or “window”."""
        return self.run(page.PRELUDE + script, *args, where)

    def wait_in_page(self, what, script, *args, where='tab', seconds=SLOW):
        return wait_for(what, lambda: self.in_page(script, *args, where=where), seconds)

    def opened(self):
        """What the browser was given."""
        log = self.profile.opened
        return log.read_text(encoding='utf-8').split() if log.exists() else []

    def find_accessible(self, *names):
        """The middle of what a screen reader calls by a name that begins so, in any window and also in pages of the
        extension, which are in another process."""
        return self.run('''
          const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
          const find = node => {
            if (arguments[0].some(name => node.name?.startsWith(name)) && node.actionCount > 0) {
              const [x, y, width, height] = [{}, {}, {}, {}];
              node.getBounds(x, y, width, height);
              if (width.value > 0 && x.value >= 0) return [x.value + width.value / 2, y.value + height.value / 2];
            }
            for (let i = 0; i < node.childCount; i++) {
              const found = find(node.getChildAt(i));
              if (found) return found;
            }
            return null;
          };
          for (const window of Services.wm.getEnumerator(null)) {
            const root = service.getAccessibleFor(window.document);
            const found = root && find(root);
            if (found) return found;
          }
          return null;''', names)

    def click_accessible(self, *names):
        place = wait_for(names[0], lambda: self.find_accessible(*names), passing=(Refused,))
        time.sleep(0.3)  # what slides into its place
        self.click_at(*(self.find_accessible(*names) or place))

    def settings(self, *command):
        """The program gsettings, as an administrator or another mail program of the reader's would use it."""
        command = ['gsettings', command[0], 'org.bellbuoy.Bellbuoy', *command[1:]]
        return subprocess.run(command, env=self.env, check=True, stdout=subprocess.PIPE, text=True,
                              timeout=SLOW).stdout.strip()

    def forget_opened(self):
        self.profile.opened.unlink(missing_ok=True)

    def complaints(self):
        """What our code had to say in Thunderbird's console. Thunderbird's own are that a message was left while it was
        judged, that a page is gone whose listeners it takes away, and what is wrong with a message."""
        return self.run('''
          return Services.console.getMessageArray().map(message => message.toString())
            .filter(text => /moz-extension:|bellbuoy/i.test(text) && /error|exception/i.test(text)
              && !/after context unloaded|while context is inactive|on closed conduit/.test(text)
              && !/document tree is too deep|XML Parsing Error/.test(text));''')
