# SPDX-License-Identifier: LGPL-2.1-or-later
"""The popup of the header's button and what it leads to, and the menus of Thunderbird that lead to the details."""
import time

import mails
from extension_page import click, open_popup, wait_within, within
from scenes import EKINET, SAMPLES, button_place, check, wait_for_banner
from waiting import wait_for

HONEST = '土曜日'
SENDER = 'garden.example'
GATHERED = 2.5  # seconds, of which the extension waits 1 for more people
FRIEND = 'Please pay'
PEOPLE = [mails.write('friend', '''Received: from out.mail.example ([192.0.2.7]) by mx.example.ne.jp;
 Mon, 6 Jul 2026 09:00:00 +0900
From: Midori Tachibana <midori77@mailbox-free.example>
To: hanako@example.ne.jp
Subject: Please pay
Date: Mon, 6 Jul 2026 09:00:00 +0900
Message-ID: <friend@mailbox-free.example>

Can you transfer 480,000 yen to a new account today? It is urgent, and I can't be called.
'''.encode())]
MAILS = {'Samples': SAMPLES, 'People': PEOPLE}
WORDS = {
    'C.UTF-8': {'report': 'Report to', 'wrong': 'This Warning Was Wrong', 'trust': 'Trust Mail from', 'yes': 'Trust',
                'no': 'Do Not Trust', 'trusted': 'Trusted:', 'undo': 'Undo the Trust',
                'check': 'Check This Message', 'more': ['More'], 'note': 'Note It', 'undo-note': 'Undo'},
    'ja_JP.UTF-8': {'report': 'に報告', 'wrong': '警告の誤り', 'trust': 'からのメールを信頼する', 'yes': '信頼する',
                    'no': '信頼しない', 'trusted': SENDER, 'undo': '信頼する差出人への登録を取り消す',
                    'check': 'このメールを確認', 'more': ['その他'], 'note': '記録する', 'undo-note': '取り消す'}}
COMPOSER = '''
  const window = Services.wm.getMostRecentWindow("msgcompose");
  const item = window?.document.querySelector("#attachmentBucket richlistitem");
  if (!item?.attachment) return null;
  return {name: item.attachment.name, size: item.attachment.size,
          to: [...window.document.querySelectorAll("#toAddrContainer mail-address-pill")].map(pill => pill.emailAddress),
          subject: window.document.getElementById("msgSubject").value};'''
ROW = '''
  const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
  const box = pane.threadTree.getRowAtIndex(pane.threadTree.selectedIndex).getBoundingClientRect();
  return {x: pane.mozInnerScreenX + box.x + 120, y: pane.mozInnerScreenY + box.y + box.height / 2};'''
MENU_ITEM = '''
  const window = Services.wm.getMostRecentWindow("mail:3pane");
  const places = [window, window.document.getElementById("tabmail").currentAbout3Pane];
  for (const {document} of places)
    for (const item of document.querySelectorAll("#mailContext menuitem"))
      if (item.label?.startsWith(arguments[0]) && item.parentNode.state == "open") {
        const box = item.getBoundingClientRect();
        const {x, y} = item.screenX === undefined ? box : {x: item.screenX, y: item.screenY};
        return {x: x + box.width / 3, y: y + box.height / 2};
      }
  return null;'''
CLIPBOARD = '''
  const transferable = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor("text/plain");
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
  const data = {};
  try { transferable.getTransferData("text/plain", data); } catch { return null; }
  return data.value.QueryInterface(Ci.nsISupportsString).data;'''
PERMIT = '''
  const {ExtensionPermissions} = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
  const {extension} = WebExtensionPolicy.getByID("bellbuoy@bellbuoy.org");
  await ExtensionPermissions.add(extension.id, {permissions: ["addressBooks"], origins: []}, extension);'''
ADD_CONTACT = '''
  const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const card = Cc["@mozilla.org/addressbook/cardproperty;1"].createInstance(Ci.nsIAbCard);
  card.displayName = "Midori Tachibana";
  card.primaryEmail = "midori.tachibana@garden.example";
  MailServices.ab.directories.find(book => book.dirPrefId == "ldap_2.servers.pab").addCard(card);'''


def _show_danger(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)


def _choose(client, what):
    open_popup(client)
    click(client, 'popup', 'button', WORDS[client.locale][what])


def report_has_the_message_attached(client):
    _show_danger(client)
    _choose(client, 'report')
    composer = wait_for('a composer with the message', lambda: client.run(COMPOSER))
    client.screenshot('report')
    size = len(next(path for path in SAMPLES if 'ekinet' in path.name).read_bytes())
    check(composer['name'] == 'message.eml' and abs(composer['size'] - size) <= 2, f'{composer}, {size} bytes')
    check(len(composer['to']) == 1 and composer['subject'], f'{composer}')
    client.run('''
      const window = Services.wm.getMostRecentWindow("msgcompose");
      window.gContentChanged = false;
      window.close();''')


def trust_and_undo(client):
    client.show(HONEST, 'Samples')
    _choose(client, 'trust')
    words = wait_within(client, 'popup', 'the question', f'''
      const words = document.querySelector("h1")?.textContent;
      return words?.includes("{SENDER}") && document.querySelectorAll("button").length == 2 ? words : null''')
    client.screenshot('trust')
    check(words, 'no question')
    focused = within(client, 'popup', 'return document.activeElement.textContent')
    check(focused == WORDS[client.locale]['no'], f'the focus is on {focused}')
    client.run_async('await new Promise(resolve => setTimeout(resolve, 200))')
    _click_exactly(client, 'yes')
    bar = client.wait_in_page('the bar', 'return banner?.querySelector(".box")?.innerText')
    check(WORDS[client.locale]['trusted'] in bar, bar)
    client.screenshot('trusted')
    _choose(client, 'undo')
    client.wait_in_page('no bar', 'return !banner?.querySelector(".box")')


def _click_exactly(client, what):
    """The last button that has these words: “Do not trust” stands before “Trust”."""
    index = within(client, 'popup', '''
      const buttons = [...document.querySelectorAll("button")];
      return buttons.findIndex(button => button.textContent == args[0]) + 1;''', WORDS[client.locale][what])
    click(client, 'popup', f'button:nth-of-type({index})')


def wrong_warning_is_noted(client):
    _show_danger(client)
    _choose(client, 'wrong')
    report = wait_within(client, 'popup', 'the report', 'return document.querySelector("textarea")?.value')
    client.screenshot('wrong')
    check('eki-net.com' in report, report)
    notes = client.base / 'data' / 'bellbuoy' / 'wrong-warnings.jsonl'
    check(not notes.exists(), 'noted without a question')
    _click_exactly(client, 'note')
    wait_for('the note', lambda: notes.exists() and notes.read_text(encoding='utf-8'))
    wait_within(client, 'popup', 'thanks', 'return document.querySelectorAll("button").length > 2')
    client.screenshot('noted')
    _click_exactly(client, 'undo-note')
    wait_for('no note', lambda: not notes.read_text(encoding='utf-8'))
    client.key('Escape')


def any_message_is_checked_from_the_menu(client):
    client.show(HONEST, 'Samples')
    row = client.run(ROW)
    client.click_at(row['x'], row['y'], 3)
    item = wait_for('the entry', lambda: client.run(MENU_ITEM, WORDS[client.locale]['check']))
    client.screenshot('menu')
    client.click_at(item['x'], item['y'])
    words = wait_within(client, 'details', 'the details', 'return document.querySelector("main").innerText')
    check('sato@garden.example' in words, words)
    client.key('Escape')


def menu_of_the_banner_in_a_window(client):
    _show_danger(client)
    client.open_selected('window')
    wait_for_banner(client, 'window')
    client.click_at(*button_place(client, *WORDS[client.locale]['more'], where='window'))
    words = wait_within(client, 'popup', 'the popup', 'return document.querySelector("main").innerText')
    check('ekl-net.vecterdian.shop' in words, words)
    client.screenshot('window-popup')
    client.key('Escape')


def details_are_copied(client):
    _show_danger(client)
    open_popup(client)
    click(client, 'popup', 'button')
    click(client, 'details', 'footer button')
    text = wait_for('the clipboard', lambda: client.run(CLIPBOARD))
    check('participan' in text and 'ekl-net.vecterdian' in text, text)


def people_of_the_address_book(client):
    """Told to the program once the reader has allowed it; the permission is the setting."""
    client.show(FRIEND, 'People')
    client.run_async(PERMIT)
    client.run_async(ADD_CONTACT)
    time.sleep(GATHERED)
    open_popup(client)
    click(client, 'popup', 'button')
    wait_within(client, 'details', 'what is found about the name', '''
      return [...document.querySelectorAll(".card")].some(card => card.textContent.includes("Midori Tachibana"))''')


SCENES = (report_has_the_message_attached, trust_and_undo, wrong_warning_is_noted,
          any_message_is_checked_from_the_menu, menu_of_the_banner_in_a_window, details_are_copied,
          people_of_the_address_book)
WORDLESS = (menu_of_the_banner_in_a_window, details_are_copied, people_of_the_address_book)
