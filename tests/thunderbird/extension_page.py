# SPDX-License-Identifier: LGPL-2.1-or-later
"""The extension's own pages, which live in a process of their own: read from within, and clicked on the screen."""
import json

from marionette import Refused
from waiting import wait_for

# The browser that shows a page of ours, whose name is the first argument.
FIND = '''
  const policy = WebExtensionPolicy.getByID("bellbuoy@bellbuoy.org");
  const view = [...policy.extension.views].find(view => view.uri?.spec.includes(`/pages/${arguments[0]}.html`));
  const browser = view?.xulBrowser;
  if (!browser) throw new Error(`no page ${arguments[0]}`);
'''
# Runs with the rights of the page in its process; `code` is the body of an async function.
WITHIN = '''
  const name = "bellbuoy-test:" + Math.random();
  const script = `{
    const sandbox = new Cu.Sandbox(content, {sandboxPrototype: content, wantXrays: false});
    const code = "(async () => {" + ${JSON.stringify(arguments[1])} + "})()";
    Cu.evalInSandbox(code, sandbox).then(value => JSON.stringify(value ?? null)).then(
      value => sendAsyncMessage("${name}", {value}), error => sendAsyncMessage("${name}", {error: String(error)}));
  }`;
  const data = await new Promise(resolve => {
    browser.messageManager.addMessageListener(name, message => resolve(message.data));
    browser.messageManager.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(script), false);
  });
  if (data.error) throw new Error(data.error);
  return data.value;
'''
OPEN_TAB = '''
  const {extension} = WebExtensionPolicy.getByID("bellbuoy@bellbuoy.org");
  Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").openTab("contentTab", {
    url: `${extension.baseURL}pages/${arguments[0]}.html`, linkHandler: "single-site",
    initialBrowsingContextGroupId: extension.browsingContextGroupId, triggeringPrincipal: extension.principal});
'''
HEADER_BUTTON = '''
  const about = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAboutMessage;
  const button = about?.document.querySelector("[id^=bellbuoy][id*=messageDisplayAction]");
  if (!button || button.hidden) return null;
  const box = button.getBoundingClientRect();
  const scale = about.devicePixelRatio;
  return {x: (about.mozInnerScreenX + box.x + box.width / 2) * scale,
          y: (about.mozInnerScreenY + box.y + box.height / 2) * scale, label: button.label ?? "",
          badge: button.getAttribute("badge") ?? "", title: button.getAttribute("tooltiptext") ?? ""};'''


def within(client, page, code, *args):
    """What `code`, the body of an async function with `args`, returns in the page."""
    code = f'const args = {json.dumps(args)};\n{code}'
    return json.loads(client.run_async(FIND + WITHIN, page, code))


def wait_within(client, page, what, code, *args):
    return wait_for(what, lambda: within(client, page, code, *args), passing=(Refused,))


def open_tab(client, page):
    client.run(OPEN_TAB, page)
    wait_within(client, page, f'the page {page}', 'return document.readyState == "complete"')


def header_button(client):
    return wait_for('the button in the header', lambda: client.run(HEADER_BUTTON))


def open_popup(client):
    client.key('Escape')  # one that is open already
    button = header_button(client)
    client.click_at(button['x'], button['y'])
    return wait_within(client, 'popup', 'the popup', 'return document.querySelector("main").innerText')


def click(client, page, selector, text=''):
    """With the real mouse, on the element that has this text."""
    box = wait_within(client, page, f'{selector} {text}', '''
      const element = [...document.querySelectorAll(args[0])].find(other => other.textContent.includes(args[1]));
      if (!element) return null;
      element.scrollIntoView({block: "nearest"});
      const box = element.getBoundingClientRect();
      const scale = window.devicePixelRatio;
      return {x: (window.mozInnerScreenX + box.x + Math.min(box.width, 40) / 2) * scale,
              y: (window.mozInnerScreenY + box.y + box.height / 2) * scale};''', selector, text)
    client.click_at(box['x'], box['y'])
