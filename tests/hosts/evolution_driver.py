# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the real Evolution on its own display, message bus and profile, controlled by keys and read through the
accessibility tree."""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import gi

import waiting
from waiting import PATIENCE, SLOW, Failure

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402  pylint: disable=wrong-import-position

# pylint: disable=wrong-import-position
from accessible import (bars_of, children, documents_of, is_at_rest, is_showing, place_of,  # noqa: E402
                        showing, text_of, walk)
from evolution_profile import Profile  # noqa: E402  pylint: disable=wrong-import-position

APP_NAMES = ('evolution', 'org.gnome.Evolution')
SHOW_ALL = ('Show All', 'すべて表示')
SHOW_LESS = ('Show Less', '折りたたむ')
ADD_CONTACT = '''
import sys
import gi
gi.require_version('EBook', '1.2')
from gi.repository import EBook, EBookContacts, EDataServer
NO_WAIT = 0xffffffff  # for a connection, which a book on the disk never says to have
registry = EDataServer.SourceRegistry.new_sync(None)
book = EBook.BookClient.connect_sync(registry.ref_builtin_address_book(), NO_WAIT, None)
contact = EBookContacts.Contact.new()
contact.set_property('full-name', sys.argv[1])
contact.set_property('email-1', sys.argv[2])
book.add_contact_sync(contact, 0, None)
'''


def wait_for(what, condition, seconds=SLOW):
    """The first true value of `condition`; a widget may disappear while it is read."""
    return waiting.wait_for(what, condition, seconds, gi.repository.GLib.Error)


class Evolution(waiting.Session):
    """One run of the client; use it in a `with`. What it leaves is in a folder below `output`, after `name`."""

    def __init__(self, stage, mails, select, output, locale='C.UTF-8', name='client', sent=(), size='1000x900',
                 localedir=None, **looks):
        self.locale = locale
        self.output = pathlib.Path(output, f'evolution-{name}-{locale}')
        self.output.mkdir(parents=True, exist_ok=True)
        self.base = tempfile.mkdtemp(prefix='bellbuoy-test-')
        self.base_dir = pathlib.Path(self.base)
        self.profile = Profile(self.base)
        self.profile.write(mails, select, sent, **looks)
        self.browser_log = self.profile.write_browser()
        self.outbox = self.profile.write_mailer()
        self.size = size
        self.env = self.profile.environment(stage, locale)
        self.env.update({'GDK_BACKEND': 'x11', 'GTK_MODULES': 'gail:atk-bridge', 'NO_AT_BRIDGE': '0',
                         'WEBKIT_DISABLE_COMPOSITING_MODE': '1', 'LIBGL_ALWAYS_SOFTWARE': '1', 'TZ': 'Asia/Tokyo',
                         'G_MESSAGES_DEBUG': 'bellbuoy-timing'})
        if localedir:
            self.env['BELLBUOY_LOCALEDIR'] = str(localedir)
        self.env.pop('WAYLAND_DISPLAY', None)
        # The tests' own settings are for programs of ours; Evolution warns of much that isn't.
        for name in ('G_DEBUG', 'MALLOC_CHECK_', 'G_TEST_SRCDIR', 'G_TEST_BUILDDIR'):
            self.env.pop(name, None)
        self.log_path = self.output / 'evolution.log'
        self.processes = []
        self.contacts = ()
        self.unfolds = True
        self.program = ['evolution']
        self.app = None
        self.client = None

    def _start(self):
        self.log = open(self.log_path, 'wb')
        self.env['DISPLAY'] = waiting.start_display(self._spawn, self.log)
        bus = self._spawn('dbus-daemon', '--session', '--nofork', '--print-address', stdout=subprocess.PIPE)
        self.env['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().decode().strip()
        os.environ.update({name: self.env[name] for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS')})
        self._spawn('openbox', stdout=self.log)
        for name, address in self.contacts:
            self.run_script(ADD_CONTACT, name, address)
        # in a folder of ours, where it writes what is printed
        self.client = self._spawn(*self.program, '--component=mail', stdout=self.log, cwd=self.base)
        Atspi.init()
        Atspi.set_timeout(10000, 20000)
        self.app = wait_for('Evolution', self._find_app)
        self.window = wait_for('its window', lambda: next(iter(self.windows()), None))
        self.resize(self.size)

    def run_script(self, script, *args):
        """Starts a separate program, since the services are those of our bus."""
        subprocess.run([sys.executable, '-c', script, *args], env=self.env, stderr=self.log, check=True, timeout=SLOW)

    def _find_app(self):
        return next((app for app in children(Atspi.get_desktop(0)) if app.get_name() in APP_NAMES), None)

    def stop(self):
        if self.app is not None:
            self._quit()
        self._end_leftovers()
        waiting.end_all(self.processes)
        self.log.close()
        shutil.rmtree(self.base, ignore_errors=True)

    def _quit(self):
        """As a person does; a client that does not end is ended, and has not quit.

        `evolution --quit` does not wait until its request is written (e_shell_quit() flushes nothing), so that a busy
        machine may lose it: it is sent again.
        """
        for seconds in (20, 40):
            try:
                subprocess.run([*self.program, '--quit'], env=self.env, stdout=self.log, stderr=self.log,
                               timeout=60 * PATIENCE, check=False)
                self.client.wait(seconds * PATIENCE)
                return
            except subprocess.TimeoutExpired:
                print(f'# has not quit after {seconds * PATIENCE} s', flush=True)
                self.screenshot('failed-to-quit')
        self.client.terminate()

    def _end_leftovers(self):
        """Services started by the bus are not in our process group; they are found by our folder in their environment."""
        mark = f'HOME={self.base}'.encode()
        for entry in pathlib.Path('/proc').iterdir():
            try:
                if entry.name.isdigit() and mark in (entry / 'environ').read_bytes().split(b'\0'):
                    os.kill(int(entry.name), signal.SIGTERM)
            except OSError:
                continue

    # what a person does

    def key(self, *names, delay_ms=0):
        subprocess.run(['xdotool', 'key', '--delay', str(delay_ms), *names], env=self.env, check=True)

    def repeat(self, act, what, condition):
        """Acts until it has an effect: a busy machine sometimes loses a key or a click."""
        for seconds in (8, 12):
            act()
            try:
                return wait_for(what, condition, seconds)
            except Failure:
                continue
        act()
        return wait_for(what, condition)

    def _numbers_of(self, window):
        """The X ids of `window`, found by its title; empty if it has been closed."""
        try:
            name = window.get_name()
        except gi.repository.GLib.Error:
            return
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'evolution'], env=self.env,
                               stdout=subprocess.PIPE, text=True, check=False).stdout.split()
        for number in found:
            title = subprocess.run(['xdotool', 'getwindowname', number], env=self.env, stdout=subprocess.PIPE,
                                   text=True, check=False).stdout.strip()
            if title == name:
                yield number

    def activate(self, window):
        """Moves the keyboard focus to `window`."""
        for number in self._numbers_of(window):
            subprocess.run(['xdotool', 'windowactivate', '--sync', number], env=self.env, stderr=self.log,
                           timeout=10, check=False)

    def resize_window(self, window, size):
        for number in self._numbers_of(window):
            subprocess.run(['xdotool', 'windowsize', number, *size.split('x'), 'windowmove', number, '0', '0'],
                           env=self.env, stderr=self.log, check=False)

    def close_others(self):
        """Closes every window but the main one."""
        while (other := self.other_window()) is not None:
            def close(window=other):
                self.activate(window)
                self.key('Escape')
            self.repeat(close, 'a window to close', lambda window=other: window not in self.windows())
        self.activate(self.window)

    def resize(self, size):
        width, height = size.split('x')
        subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--class', 'evolution', 'windowsize',
                        width, height, 'windowmove', '0', '0', 'windowactivate'],
                       env=self.env, stderr=self.log, check=False)

    def click_cell(self, *words, below=0):
        """Clicks on the last table cell whose text begins with one of `words`."""
        def find():
            return [node for node in walk(self.window) if node.get_role() == Atspi.Role.TABLE_CELL
                    and (node.get_name() or '').startswith(words) and is_showing(node) and place_of(node)]
        self.click_on(wait_for(words[0], find)[-1], below)

    def point_at(self, node, *action, below=0):
        area = wait_for('its place on the screen', lambda: place_of(node))
        subprocess.run(['xdotool', 'mousemove', str(area.x + area.width // 2),
                        str(area.y + area.height // 2 + below), *action], env=self.env, check=True)

    def click_on(self, node, below=0, button=1, repeat=1, delay_ms=100):
        self.point_at(node, 'click', '--repeat', str(repeat), '--delay', str(delay_ms), str(button), below=below)

    def scroll_to(self, node, window):
        """Turns the wheel over the middle of a window until `node` is in its upper half, or no longer moves. It has no
        place before it is in sight."""
        area = window.get_extents(Atspi.CoordType.SCREEN)
        middle = area.y + area.height // 2
        before = None
        for _ in range(20):
            place = node.get_extents(Atspi.CoordType.SCREEN).y if is_showing(node) else None
            if place is not None and (area.y < place < middle or place == before):
                break
            before = place
            subprocess.run(['xdotool', 'mousemove', str(area.x + area.width // 2), str(middle),
                            'click', '--repeat', '3', '5'], env=self.env, check=True)
            time.sleep(0.2)  # it scrolls in its own time

    def click_link(self, words, button=1):
        """Clicks on the link of the message whose text contains `words`."""
        link = wait_for(f'the link {words}', lambda: next(
            (node for page in documents_of(self.window) for node in walk(page)
             if node.get_role() == Atspi.Role.LINK and words in text_of(node)),
            None))
        Atspi.Component.scroll_to(link, Atspi.ScrollType.ANYWHERE)
        time.sleep(0.5)  # it scrolls in its own time
        self.click_on(link, button=button)

    def find_text(self, words, window=None):
        """The paragraph of the message that contains `words`, in sight."""
        def find():
            return next((node for page in documents_of(window or self.window) for node in walk(page)
                         if node.get_role() == Atspi.Role.PARAGRAPH and words in text_of(node)), None)
        paragraph = wait_for(f'the paragraph {words}', find)
        Atspi.Component.scroll_to(paragraph, Atspi.ScrollType.ANYWHERE)
        time.sleep(0.5)
        return paragraph

    def click_text(self, words, window=None):
        self.click_on(self.find_text(words, window))

    def click_message(self, words):
        """The message list reports positions of cells as if it had no header row."""
        header = next(node for node in walk(self.window)
                      if node.get_role() == Atspi.Role.TABLE_COLUMN_HEADER and is_showing(node))
        self.click_cell(words, below=header.get_extents(Atspi.CoordType.SCREEN).height)

    def press(self, button):
        Atspi.Action.do_action(button, 0)

    def screenshot(self, name):
        path = self.output / f'{name}.png'
        time.sleep(0.4)  # let it paint
        self.take_picture(path)
        return path

    # what a person sees

    def windows(self):
        return [window for window in children(self.app)
                if window.get_role() in (Atspi.Role.FRAME, Atspi.Role.DIALOG, Atspi.Role.ALERT) and is_showing(window)]

    def bars(self, *words, window=None):
        """Our bars in a window whose names begin with one of `words`; Evolution's own have no name."""
        roots = [window] if window else self.windows()
        return [bar for root in roots for bar in bars_of(root) if (bar.get_name() or '').startswith(words)]

    def banners(self, window=None):
        """The warnings in a window, unfolded as a reader does who wants to know all."""
        found = self.bars('Danger', 'Caution', '危険', '注意', window=window)
        for banner in found if self.unfolds else ():
            self._unfold(banner)
        return found

    def _unfold(self, banner):
        button = self.find_button(banner, *SHOW_ALL)
        if button is not None:
            self.press(button)
            wait_for('all of it', lambda: self.find_button(banner, *SHOW_ALL) is None and is_at_rest(banner))

    def wait_for_banner(self, window=None):
        return wait_for('a banner', lambda: next(iter(self.banners(window)), None))

    def document(self, window=None):
        """The text of the message that is shown."""
        return '\n'.join(text_of(page) for page in documents_of(window or self.window))

    def wait_for_message(self, words, window=None):
        wait_for(f'the message with “{words}”', lambda: words in self.document(window))

    def find_button(self, root, *names):
        """Finds it by the start of its name: a translation may end in its mnemonic."""
        return next((node for node in showing(root) if (node.get_name() or '').startswith(names)
                     and 'Action' in node.get_interfaces()), None)

    def wait_for_button(self, roots, *names):
        """The button in one of what `roots` returns: bars are drawn anew, and dialogs bit by bit."""
        return wait_for(f'the button {names[0]}', lambda: next(
            (button for root in roots() if root and (button := self.find_button(root, *names)) is not None), None))

    def press_in_details(self, *names):
        """A button, scrolled into sight or not, as soon as the details are drawn anew."""
        self.press(wait_for(f'the button {names[0]}', lambda: next(
            (node for node in walk(self.other_window()) if (node.get_name() or '').startswith(names)
             and node.get_role() == Atspi.Role.PUSH_BUTTON), None)))

    def menu_item(self, *names):
        return next((node for node in walk(self.app) if node.get_role() == Atspi.Role.MENU_ITEM and is_showing(node)
                     and (node.get_name() or '').startswith(names)), None)

    def open_menu(self, button, *names):
        """Returns the item whose name begins with one of `names`."""
        self.press(button)
        return wait_for(f'the item {names[0]}', lambda: self.menu_item(*names))

    def choose(self, button, *names):
        """Opens the menu of `button` and activates the item whose name begins with one of `names`."""
        self.press(self.open_menu(button, *names))

    def opened(self):
        """The URLs that the browser was started with."""
        return self.browser_log.read_text(encoding='utf-8').split() if self.browser_log.exists() else []

    def sent(self):
        """The messages that the mailer was started with."""
        return self.outbox.read_text(encoding='utf-8', errors='replace') if self.outbox.exists() else ''

    def forget_opened(self):
        self.browser_log.unlink()

    def other_window(self):
        """The window besides the main one, as soon as there is one."""
        return next((window for window in self.windows() if window != self.window), None)

    def count_analyses(self):
        """How many analyses have finished."""
        return len(re.findall(r'bellbuoy-timing-DEBUG: [^ ]+ verdict:', self.log_path.read_text(errors='replace')))

    def complaints(self):
        """Our messages in Evolution's log; none, if all is well."""
        with open(self.log_path, encoding='utf-8', errors='replace') as log:
            return [line.rstrip() for line in log
                    if '**' in line and 'buoy' in line.replace(self.base, '').lower()]
