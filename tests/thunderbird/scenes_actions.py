# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a reader can do about a warning, and the pages of the extension."""
from scenes import DATA, EKINET, HOSTS, PARCEL, SAMPLES, button_place, check, settle, wait_for_banner
from waiting import wait_for

MAILS = {'Samples': SAMPLES, 'Junk mail': SAMPLES[:2], 'Twice': SAMPLES[:2]}
MORE = ('More', 'その他')
DETAILS = ('Details', '詳細')
JUNK = ('Mark as Spam', '迷惑マーク')
REPORT = ('Report to', 'Report', '知らせる')
DOUBLE_CLICK_MS = 350  # a slow one
OPTIONS = ('Preferences', 'Settings', '設定')
# All that can be read in a window or a page, as a screen reader reads it.
READ = '''
  const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
  const read = node => {
    const words = node.name ? [node.name] : [];
    for (let i = 0; i < node.childCount; i++) words.push(...read(node.getChildAt(i)));
    return words;
  };
  for (const window of Services.wm.getEnumerator(null))
    for (const browser of window.document.querySelectorAll("browser"))
      if (browser.currentURI?.spec.includes(arguments[0])) {
        const root = service.getAccessibleFor(browser);
        return root ? read(root).join("\\\\n") : "";
      }
  return null;'''


def read_page(client, page, *words):
    """The words of a page of the extension, once `words` are among them."""
    def read():
        text = client.run(READ, page) or ''
        return text if all(word in text for word in words) else None
    return wait_for(f'{page} with {words}', read)


def details_open(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    client.click_at(*button_place(client, *DETAILS))
    read_page(client, 'details.html', *HOSTS)
    client.screenshot('details')


def menu_opens(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    client.click_at(*button_place(client, *MORE))
    read_page(client, 'popup.html', HOSTS[0])
    client.screenshot('popup')
    client.click_accessible(*OPTIONS)
    read_page(client, 'options.html')
    settle()
    client.screenshot('options')


def message_is_marked_as_junk(client):
    client.show(EKINET, 'Junk mail')
    wait_for_banner(client)
    client.click_at(*button_place(client, *JUNK))
    wait_for('the mark', lambda: client.run('''
      const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
      const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const folder = MailServices.accounts.localFoldersServer.rootFolder.getChildNamed("Junk mail");
      return [...folder.messages].some(header => header.getStringProperty("junkscore") == "100");'''))


def double_click_takes_one(client):
    """The next message's banner has its button in the same place, once the first message was moved."""
    client.run_async('''
      const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const {ExtensionPermissions} = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
      const root = MailServices.accounts.localFoldersServer.rootFolder;
      root.createSubfolder("Junk", null);
      root.getChildNamed("Junk").setFlag(Ci.nsMsgFolderFlags.Junk);
      const {extension} = WebExtensionPolicy.getByID("bellbuoy@bellbuoy.org");
      await ExtensionPermissions.add(extension.id, {permissions: ["messagesMove"], origins: []}, extension);''')
    client.show(EKINET, 'Twice')
    wait_for_banner(client)
    settle()  # a click within a second of the last one, that of the scene before, is ignored
    client.click_at(*button_place(client, *JUNK), repeat=2, delay_ms=DOUBLE_CLICK_MS)
    wait_for('the next message', lambda: counts(client) == [1, 1])
    settle()
    client.screenshot('double-click')
    check(counts(client) == [1, 1], f'both were taken: {counts(client)}')


def moved_message_is_taken_back(client):
    """By Thunderbird's own "Undo", from the folder for junk to which it was moved."""
    check(counts(client) == [1, 1], f'nothing was moved: {counts(client)}')
    client.key('ctrl+z')
    wait_for('the message in its folder', lambda: counts(client) == [2, 0])
    client.show(EKINET, 'Twice')
    wait_for_banner(client)


def counts(client):
    """How many messages are in the two folders."""
    return client.run('''
      const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const root = MailServices.accounts.localFoldersServer.rootFolder;
      return ["Twice", "Junk"].map(name => root.getChildNamed(name).getTotalMessages(false));''')


SCENES = (details_open, menu_opens, message_is_marked_as_junk, double_click_takes_one, moved_message_is_taken_back)
WORDLESS = (double_click_takes_one, moved_message_is_taken_back)
