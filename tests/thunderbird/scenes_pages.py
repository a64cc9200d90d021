# SPDX-License-Identifier: LGPL-2.1-or-later
"""The extension's own pages: what they show, in which order, that nothing sticks out, and that a screen reader can use
them, and the banner and the question (axe-core, where npm has put it)."""
import pathlib

from extension_page import click, header_button, open_popup, open_tab, wait_within, within
from scenes import EKINET, SAMPLES, WEIGHT, check, click_element, wait_for_banner, wait_for_question
from waiting import wait_for

MAILS = {'Samples': SAMPLES}
HONEST = '土曜日'
AXE = pathlib.Path(__file__).resolve().parent / 'node_modules' / 'axe-core' / 'axe.min.js'
SIDEWAYS = '''
  const root = document.scrollingElement;
  return [...document.querySelectorAll("body, main")].filter(box => box.scrollWidth > box.clientWidth + 1).length;'''
# What stands in a closed tree, where axe-core does not look.
CLOSED = '''
  const tree = arguments[0] == "banner" ? banner : dialogHost.openOrClosedShadowRoot;
  return {css: tree.querySelector("style").textContent,
          html: tree.querySelector(arguments[0] == "banner" ? ".box" : "dialog[open]").outerHTML};'''
# The same in an open one, as the only content of a page.
SHOW_OPEN = '''
  const host = document.createElement("div");
  const tree = host.attachShadow({mode: "open"});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(args[0].css);
  tree.adoptedStyleSheets = [sheet];
  tree.innerHTML = args[0].html;
  document.querySelector("main").replaceChildren(host);
  return tree.querySelectorAll("button").length;'''
UNKNOWN = ('Local Folders: which servers receive its mail is not known yet.',
           'どのサーバーがメールを受信しているかは、まだ分かりません。')
DANGER = {'C.UTF-8': 'Danger', 'ja_JP.UTF-8': '危険'}
ORDER = {
    'C.UTF-8': ['What does not add up', 'Who it claims to be from', 'The route it took', 'Sender verification',
                'Where its links lead'],
    'ja_JP.UTF-8': ['つじつまの合わない点', '名乗っている差出人', '届いた経路', '差出人の認証', 'リンクの行き先']}


def check_page(client, page, name):
    """A picture to look at, nothing wider than its window, nothing that axe-core minds."""
    client.screenshot(name)
    check(within(client, page, SIDEWAYS) == 0, f'{page} is wider than its window')
    check_accessible(client, page)


def check_accessible(client, page):
    if AXE.exists():
        found = within(client, page, AXE.read_text(encoding='utf-8') + '''
          const {violations} = await axe.run(document, {resultTypes: ["violations"]});
          return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 120)).join(" | ")}`);''')
        check(not found, f'{page}: {found}')


def show_danger(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)


def popup_of_a_warning(client):
    show_danger(client)
    wait_for('a button with the warning', lambda: header_button(client)['badge'] == '!')
    button = header_button(client)
    check(button['label'] == DANGER[client.locale], f'{button}')
    words = open_popup(client)
    check(words.startswith(DANGER[client.locale]) and 'ekl-net.vecterdian.shop' in words, words)
    check(within(client, 'popup', 'return document.activeElement.localName') == 'button', 'no button has the focus')
    check(within(client, 'popup', 'return document.scrollingElement.scrollTop') == 0, 'the headline is out of sight')
    check_page(client, 'popup', 'popup')
    client.key('Escape')


def popup_of_an_honest_message(client):
    client.show(HONEST, 'Samples')
    wait_for('a button without a warning', lambda: not header_button(client)['badge'])
    check(DANGER[client.locale] not in header_button(client)['label'], 'the button warns')
    words = open_popup(client)
    check(DANGER[client.locale] not in words, words)
    check_page(client, 'popup', 'popup-honest')
    client.key('Escape')


def details_in_order(client):
    show_danger(client)
    open_popup(client)
    click(client, 'popup', 'button')
    headings = wait_within(client, 'details', 'the details',
                           'return [...document.querySelectorAll("h2")].map(heading => heading.textContent)')
    order = ORDER[client.locale]
    check(headings[:len(order)] == order, f'{headings}')
    check(within(client, 'details', 'return document.querySelectorAll(".route svg .disc.danger").length') == 1,
          'the route has no server to warn of')
    check(within(client, 'details', 'return document.querySelector(".card b").textContent') != '', 'no owner')
    weight = within(client, 'details', f'const [wanted] = args, list = document; {WEIGHT}', '23.94.183.109')
    check(weight >= 600, f'the weight of the IP address is {weight}')
    check_page(client, 'details', 'details')
    client.key('Escape')
    wait_for('one window', lambda: client.run('return [...Services.wm.getEnumerator(null)].length') == 1)


def options_count_at_once(client):
    show_danger(client)
    open_tab(client, 'options')
    wait_within(client, 'options', 'the options', 'return document.querySelector("#enabled")?.checked')
    check_page(client, 'options', 'options')
    click(client, 'options', '#enabled')
    client.run('''
      const tabs = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
      tabs.switchToTab(0);''')
    client.wait_in_page('no banner', 'return !banner?.querySelector(".box")')
    client.run('''
      const tabs = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
      tabs.switchToTab(1);''')
    click(client, 'options', '#enabled')
    wait_within(client, 'options', 'the switch', 'return document.querySelector("#enabled").checked')
    client.run('''
      const tabs = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
      tabs.switchToTab(0);''')
    wait_for_banner(client)


def tell_memory(client):
    return within(client, 'options', 'return document.querySelector("#memory-state")?.innerText ?? ""')


def look_back_is_told(client):
    """All local folders were looked at some seconds after the start; the samples are of many servers."""
    open_tab(client, 'options')
    wait_for('the account', lambda: any(words in tell_memory(client) for words in UNKNOWN))
    within(client, 'options', 'document.querySelector("#memory-state").scrollIntoView()')
    check_page(client, 'options', 'options-memory')


def welcome_reads_well(client):
    open_tab(client, 'welcome')
    wait_within(client, 'welcome', 'its words', 'return document.querySelector("h1").textContent != "Bellbuoy"')
    check_page(client, 'welcome', 'welcome')


def banner_and_question_are_accessible(client):
    """With text of twice its size, the window has to be large to show the link below the banner."""
    client.resize('1390x1190')
    show_danger(client)
    click_element(client, 'a')
    words = wait_for_question(client)
    check('。 ' not in words, f'a space between sentences: {words}')
    parts = {part: client.in_page(CLOSED, part) for part in ('banner', 'question')}
    client.key('Escape')
    open_tab(client, 'welcome')
    for part, content in parts.items():
        check(within(client, 'welcome', SHOW_OPEN, content) >= 2, f'{part} is not there')
        client.screenshot(f'open-{part}')
        check_accessible(client, 'welcome')


SCENES = (popup_of_a_warning, popup_of_an_honest_message, details_in_order, options_count_at_once,
          look_back_is_told, welcome_reads_well, banner_and_question_are_accessible)
