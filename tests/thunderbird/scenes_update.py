# SPDX-License-Identifier: LGPL-2.1-or-later
"""The extension is updated over an open message: what the old version has left there is gone, and nothing comes twice.
Only a new reader is greeted."""
import json
import zipfile

from extension_page import wait_within
from scenes import EKINET, SAMPLES, check, click_element, settle, wait_for_banner, wait_for_question
from thunderbird_profile import extension_id
from waiting import wait_for

MAILS = {'Samples': SAMPLES}
PLACES = 'return [...document.querySelectorAll("[data-bellbuoy]")].map(place => place.getAttribute("data-bellbuoy"))'

INSTALL = '''
  const {AddonManager} = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
  file.initWithPath(arguments[0]);
  const install = await AddonManager.getInstallForFile(file);
  await install.install();
  return install.addon.version;'''
REMOVE = '''
  const {AddonManager} = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  await (await AddonManager.getAddonByID(arguments[0])).uninstall();'''
WELCOME = '''
  const tabs = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").tabInfo;
  return tabs.some(tab => tab.browser?.currentURI?.spec.endsWith("/pages/welcome.html"));'''


def _newer(client):
    """The same extension with another number."""
    path = client.base / 'newer.xpi'
    with zipfile.ZipFile(client.xpi) as old, zipfile.ZipFile(path, 'w') as new:
        for name in old.namelist():
            data = old.read(name)
            if name == 'manifest.json':
                data = json.dumps(json.loads(data) | {'version': '9.9.9'}).encode()
            new.writestr(name, data)
    return path


def update_over_an_open_message(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    version = client.run_async(INSTALL, str(_newer(client)))
    check(version == '9.9.9', version)
    settle()
    wait_for_banner(client)
    check(client.in_page(PLACES) == ['banner'], f'{client.in_page(PLACES)}')
    click_element(client, 'a[href*="vecterdian"]')
    wait_for_question(client)
    client.key('Escape')
    client.wait_in_page('no question', 'return !question')
    settle()
    check(client.in_page(PLACES) == ['banner'], 'a second question')
    wait_for('the open message', lambda: client.in_page('return banner.querySelectorAll(".box").length') == 1)
    check(not client.run(WELCOME), 'a reader is greeted again')


def new_reader_is_greeted(client):
    client.run_async(REMOVE, extension_id(client.xpi))
    client.profile.forget_policy(client.xpi)
    client.run_async(INSTALL, str(client.xpi))
    wait_for('the welcome', lambda: client.run(WELCOME))
    wait_within(client, 'welcome', 'its words', 'return document.querySelector("h1").textContent')
    client.close_others()
    client.show(EKINET, 'Samples')
    wait_for_banner(client)


SCENES = (update_over_an_open_message, new_reader_is_greeted)
