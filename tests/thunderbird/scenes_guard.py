# SPDX-License-Identifier: LGPL-2.1-or-later
"""No way to open a link that lies goes past the question, and what is honest just opens."""
import time

import links
from scenes import button_place, check, click_element, element_place, settle, wait_for_banner, wait_for_question
from waiting import wait_for

MAILS = {'Links': links.FILES}
LATE = 4
READS = 0.6  # seconds: before, no answer counts that opens something
UNSAFE = ('Open Anyway', 'それでも開く', 'Send Anyway', 'それでも送信')
SAFE = ('Do Not Open', '開かない', 'Do Not Send', '送信しない')

PLACES = 'return document.querySelectorAll("[data-bellbuoy=banner]").length'
STARTS = 'return window.performance.getEntriesByName("bellbuoy-start").length'
# Which of its files Thunderbird runs in a message: it runs each by itself, in the document that is there by then.
RUN_FILES = '''
  const {extension} = WebExtensionPolicy.getByID("bellbuoy@bellbuoy.org");
  const tabmail = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
  let tab = extension.tabManager.getWrapper(tabmail.currentTabInfo);
  while (!Object.hasOwn(tab, "executeScript")) tab = Object.getPrototypeOf(tab);
  const run = tab.allFiles ??= tab.executeScript;
  const runs = {
    all: run,
    last: function (context, details) {
      return details.file.endsWith("/start.js") ? run.call(this, context, details) : [];
    },
    none: () => [],
    late: async function (context, details) {
      await new Promise(resolve => tabmail.ownerGlobal.setTimeout(resolve, 150));
      return run.call(this, context, details);
    },
  };
  tab.executeScript = runs[arguments[0]];'''


def _show(client, subject):
    client.forget_opened()
    client.show(subject, 'Links')
    wait_for_banner(client)


def _refuse(client, name):
    """The question is there, and its safe answer has the focus: Return takes it."""
    words = wait_for_question(client)
    check(client.in_page('return question.getRootNode().activeElement?.className') == 'safe', f'{name}: focus')
    client.key('Return')
    client.wait_in_page('no question', 'return !question')
    return words


def _opens_nothing(client, name):
    settle()
    check(not client.opened(), f'{name}: {client.opened()} was opened')
    check(client.run('return [...Services.wm.getEnumerator(null)].length') == 1, f'{name}: another window is open')


def every_form_of_link_is_asked_about(client):
    _show(client, 'All forms')
    for name in links.FORMS:
        click_element(client, f'#{name}')
        words = _refuse(client, name)
        check('login.elsewhere.example' in words, f'{name}: {words}')
        if name == 'plain':
            click_element(client, f'#{name}')
            wait_for_question(client)
            client.screenshot('question')
            client.key('Escape')
            client.wait_in_page('no question', 'return !question')
    _opens_nothing(client, 'one of all forms')


def message_is_guarded_wherever_the_files_ran(client):
    for files in ('last', 'none', 'late', 'all'):
        client.run(RUN_FILES, files)
        client.show('Honest', 'Links')
        _show(client, 'All forms')
        if files == 'late':
            time.sleep(LATE)  # by then they all have run again
        click_element(client, '#plain')
        _refuse(client, files)
        _opens_nothing(client, files)
        click_element(client, '#honest')
        wait_for('the browser', client.opened)
        check(client.in_page(PLACES) == 1, f'{files}: banners')
        check(client.in_page(STARTS) == 1, f'{files}: starts')


def every_button_of_the_mouse_is_asked_about(client):
    _show(client, 'All forms')
    for button in (2, 3):
        for name in ('plain', 'nested', 'upper', 'drawing', 'shadow', 'void'):
            click_element(client, f'#{name}', button)
            _refuse(client, f'{name} by button {button}')
    _opens_nothing(client, 'middle or right')
    check(client.in_page('return document.querySelector("#plain").getAttribute("href")') == links.TARGET,
          'the link was changed for good')


def keyboard_is_asked_about(client):
    _show(client, 'All forms')
    client.in_page('window.focus(); document.querySelector("#plain").focus({preventScroll: true}); return 1;')
    for key in ('Return', 'Menu', 'ctrl+Return'):
        client.key(key)
        _refuse(client, key)
        client.in_page('document.querySelector("#plain").focus(); return 1;')
    _opens_nothing(client, 'a key')


def drag_is_asked_about(client):
    _show(client, 'All forms')
    x, y = element_place(client, '#plain')
    client.drag((x, y), (x + 40, y + 60))
    _refuse(client, 'dragging')
    _opens_nothing(client, 'dragging')


def picture_is_asked_about(client):
    _show(client, 'Picture')
    for button in (1, 2):
        click_element(client, '#picture', button)
        _refuse(client, 'picture')
    _opens_nothing(client, 'a picture')


def place_in_another_page_is_asked_about(client):
    _show(client, 'Based')
    click_element(client, '#hash')
    _refuse(client, 'place')
    _opens_nothing(client, 'a place')


def form_is_asked_about(client):
    _show(client, 'Form')
    click_element(client, '#text')
    client.key('a')
    check(client.in_page('return document.querySelector("#text").value') == 'a', 'nothing can be written')
    client.key('Return')
    words = _refuse(client, 'return in a field')
    check('collect.elsewhere.example' in words, words)
    click_element(client, '#send')
    _refuse(client, 'button')
    _opens_nothing(client, 'a form')
    click_element(client, '#send')
    wait_for_question(client)
    time.sleep(READS)
    client.screenshot('question-form')
    client.click_at(*button_place(client, *UNSAFE))
    wait_for('the browser', lambda: any('collect.elsewhere.example' in address for address in client.opened()))


def insisting_opens_it_once(client):
    _show(client, 'All forms')
    click_element(client, '#plain')
    wait_for_question(client)
    time.sleep(READS)
    client.click_at(*button_place(client, *UNSAFE))
    wait_for('the browser', client.opened)
    settle()
    check(client.opened() == [links.TARGET], f'{client.opened()} was opened')
    check(client.run('return [...Services.wm.getEnumerator(null)].length') == 1, 'Thunderbird asks, too')


def double_click_is_no_answer(client):
    """The sender has put the link where the button will be."""
    _show(client, 'Everywhere')
    client.in_page('window.focus(); document.querySelector("#everywhere").focus({preventScroll: true}); return 1;')
    client.key('Return')
    wait_for_question(client)
    place = button_place(client, *UNSAFE)
    client.key('Escape')
    client.wait_in_page('no question', 'return !question')
    client.click_at(*place, repeat=2)
    _refuse(client, 'two clicks')
    _opens_nothing(client, 'two clicks')


def honest_links_just_open(client):
    client.forget_opened()
    client.show('Honest', 'Links')
    settle()
    click_element(client, '#honest')
    wait_for('the browser', lambda: client.opened() == [links.HONEST])
    check(not client.in_page('return question'), 'a question about an honest link')
    click_element(client, '#inside')
    client.wait_in_page('the place below', 'return window.scrollY > 500')
    client.in_page('window.scrollTo(0, 0); return 1;')
    click_element(client, '#honest', 3)
    client.wait_in_page('the menu', 'return view.parent.document.getElementById("mailContext").state == "open"')
    client.key('Escape')


SCENES = (message_is_guarded_wherever_the_files_ran, every_form_of_link_is_asked_about,
          every_button_of_the_mouse_is_asked_about, keyboard_is_asked_about, drag_is_asked_about,
          picture_is_asked_about, place_in_another_page_is_asked_about, form_is_asked_about, insisting_opens_it_once,
          double_click_is_no_answer, honest_links_just_open)
WORDLESS = (message_is_guarded_wherever_the_files_ran, every_button_of_the_mouse_is_asked_about,
            keyboard_is_asked_about, drag_is_asked_about, picture_is_asked_about, place_in_another_page_is_asked_about,
            double_click_is_no_answer, honest_links_just_open)
