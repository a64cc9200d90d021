# SPDX-License-Identifier: LGPL-2.1-or-later
"""A warning stands over the messages that deceive, over no other, wherever a message is shown, and goes when the reader
moves on. It is in nothing that leaves the screen."""
from scenes import (BANNER_TEXT, DATA, EKINET, HOSTS, PARCEL, SAMPLES, SHOW_ALL, SHOW_LESS, WEIGHT, ZOOM, button_place,
                    check, has_banner, settle, wait_for_banner)
from scenes_actions import DETAILS, read_page
from waiting import wait_for

MAILS = {'Samples': SAMPLES, 'Number': [DATA / 'ip-address-link' / 'hit-hex.eml'],
         'Font': [DATA / 'unread-content' / 'hit-font-of-its-own.eml']}
SUBJECTS = (EKINET, PARCEL, '土曜日', 'Three new books', '[Beekeepers]')
DECEIVES = (True, True, False, False, False)
LEVELS = ('Danger', '危険')
FONT = {'C.UTF-8': 'brings its own font', 'ja_JP.UTF-8': '専用のフォントが埋め込まれている'}
HEADLINE = 'return banner.querySelector("h1").textContent'
SHARE = 'banner.querySelector(".box").getBoundingClientRect().height / window.innerHeight'
LOW = 200  # pixels of the pane below the header
BODY = '''
  const composer = Services.wm.getMostRecentWindow("msgcompose");
  const body = composer?.GetCurrentEditor?.()?.document.body;
  return /cite|forward/.test(body?.innerHTML ?? "") ? body.textContent : "";'''


def _accessible(client):
    """Role and name of the first thing in the message, as a screen reader comes to it."""
    return client.in_page('''
      const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
      const first = service.getAccessibleFor(document)?.firstChild;
      return first ? [service.getStringRole(first.role), first.name, first.firstChild?.name] : null;''')


def banner_names_the_hosts(client):
    client.show(EKINET, 'Samples')
    text = wait_for_banner(client)
    check(all(host in text for host in HOSTS[:2]), text)  # the gravest fact, in this little room
    check(text.startswith(LEVELS), f'the level is not there: {text}')
    client.screenshot('banner')


def address_stands_out(client):
    """As the owner's part of a host does: an IP address has no such part."""
    client.show('Hi', 'Number')
    wait_for_banner(client)
    client.screenshot('address')
    weight = client.in_page(f'const [wanted] = arguments, list = banner; {WEIGHT}', '198.51.100.7')
    check(weight >= 600, f'its weight is {weight}')


def large_text_folds_it(client):
    """With text of twice the size most of the pane is still the message's, and nothing is cut in half."""
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    client.resize('1390x1190')
    client.in_page(ZOOM, 2)
    try:
        client.wait_in_page('less than 40 %', f'return {SHARE} <= 0.4')
        wait_for_banner(client)
        client.screenshot('large')
        check(not all(host in client.in_page(BANNER_TEXT) for host in HOSTS), 'it is not folded')
        client.click_at(*button_place(client, *SHOW_ALL))
        wait_for('all of it', lambda: all(host in client.in_page(BANNER_TEXT) for host in HOSTS))
        client.screenshot('unfolded')
        client.click_at(*button_place(client, *SHOW_LESS))
        client.wait_in_page('less than 40 % again', f'return {SHARE} <= 0.4')
    finally:
        client.in_page(ZOOM, 1)
        client.resize(client.size)
    wait_for('its usual size', lambda: HOSTS[1] in client.in_page(BANNER_TEXT))


def low_pane_folds_it(client):
    """Down to the headline and the button that unfolds it, with text of either size."""
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    client.in_page('''
      const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
      pane.messagePaneSplitter.height -= window.innerHeight - arguments[0];
      return true;''', LOW)
    try:
        for zoom in (1, 2):
            client.in_page(ZOOM, zoom)
            client.wait_in_page('less than 40 %', f'return window.innerHeight * {zoom} < {LOW} + 20 && {SHARE} <= 0.4')
            wait_for_banner(client)
            client.screenshot(f'low-{zoom}')
            place = client.in_page('''
              const {right, bottom} = banner.querySelector(".fold.is-needed").getBoundingClientRect();
              const box = banner.querySelector(".box").getBoundingClientRect();
              const covered = banner.querySelector(".strip.is-needed") != null;
              return [right <= box.right, bottom <= box.bottom, covered];''')
            check(place == [True, True, False], f'with text of size {zoom} the button is cut off: {place}')
    finally:
        client.in_page(ZOOM, 1)
        client.resize(client.size)
    wait_for('its usual size', lambda: HOSTS[1] in client.in_page(BANNER_TEXT))


def screen_reader_meets_it_first(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    role, name, _ = wait_for('the accessible tree', lambda: _accessible(client))
    check(role == 'alert' and name.startswith(LEVELS), f'{role}: {name}')


def only_deceit_is_warned_of(client):
    client.show_folder('Samples')
    for subject, deceives in zip(SUBJECTS, DECEIVES):
        client.show(subject)
        if deceives:
            wait_for_banner(client)
        else:
            settle()
            check(not has_banner(client), f'a banner over {subject}')
            check(client.in_page('return !document.querySelector("[data-bellbuoy]")'), f'{subject} was changed')


def fast_switches_leave_nothing(client):
    client.show(EKINET, 'Samples')
    client.run('Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail")'
               '.currentAbout3Pane.threadTree.table.body.focus()')
    for key in ['Up', 'Up', 'Down', 'Down'] * 5 + ['Up', 'Up']:
        client.key(key)
    client.wait_for_message(SUBJECTS[2])
    settle()
    check(not has_banner(client), 'a stale banner over an honest message')
    margin = client.in_page('return window.getComputedStyle(document.documentElement).marginTop')
    check(margin == '0px', f'room for a banner that is not there: {margin}')
    client.key('Down', 'Down', delay_ms=20)
    client.wait_for_message(SUBJECTS[0])
    wait_for_banner(client)
    settle()
    check(client.in_page('return document.querySelectorAll("[data-bellbuoy]").length') == 1, 'more than one banner')


def tab_and_window_have_it(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    client.open_selected('tab')
    client.wait_for_message(EKINET)
    wait_for_banner(client)
    client.open_selected('window')
    client.wait_for_message(EKINET, 'window')
    wait_for_banner(client, 'window')
    client.screenshot('window')


def message_from_the_disk_has_it(client):
    client.open_file(SAMPLES[0])
    client.wait_for_message(EKINET)
    wait_for_banner(client)


def reply_and_forward_are_without_it(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    words = client.in_page(HEADLINE)
    for kind in ('Reply', 'ForwardInline'):
        client.in_page('window.getSelection().selectAllChildren(document.documentElement); return 1;')
        client.run('''
          const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
          const main = Services.wm.getMostRecentWindow("mail:3pane");
          const about = main.document.getElementById("tabmail").currentAboutMessage;
          main.ComposeMessage(Ci.nsIMsgCompType[arguments[0]], Ci.nsIMsgCompFormat.Default, about.gMessage.folder,
                              [about.gMessageURI],
                              about.getMessagePaneBrowser().contentWindow.getSelection(), false);''',
                   kind)
        text = wait_for(f'the text of {kind}', lambda: client.run(BODY))
        check(words not in text, f'{kind}: {text}')
        client.run('''
          const composer = Services.wm.getMostRecentWindow("msgcompose");
          composer.gContentChanged = false;
          composer.close();''')
        wait_for('its end', lambda: not client.run('return !!Services.wm.getMostRecentWindow("msgcompose")'))


def paper_is_without_it(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    found = client.in_page('''
      const {browsingContext} = document.defaultView.docShell;
      const media = browsingContext.mediumOverride;
      browsingContext.mediumOverride = "print";
      const style = window.getComputedStyle(document.documentElement);
      const link = document.querySelector("a[href*=vecterdian]");
      const found = [host.getClientRects().length, style.marginTop, window.getComputedStyle(link, "::after").content];
      browsingContext.mediumOverride = media;
      return found;''')
    check(found == [0, '0px', 'none'], f'on paper: {found}')
    wait_for_banner(client)


def font_of_its_own_is_told(client):
    client.show('News', 'Font')
    wait_for_banner(client)
    client.screenshot('font')
    client.click_at(*button_place(client, *DETAILS))
    read_page(client, 'details.html', FONT[client.locale])
    client.screenshot('font-details')


SCENES = (banner_names_the_hosts, address_stands_out, large_text_folds_it, low_pane_folds_it,
          screen_reader_meets_it_first, only_deceit_is_warned_of, fast_switches_leave_nothing, tab_and_window_have_it,
          message_from_the_disk_has_it, reply_and_forward_are_without_it, paper_is_without_it,
          font_of_its_own_is_told)
WORDLESS = (address_stands_out, only_deceit_is_warned_of, fast_switches_leave_nothing, message_from_the_disk_has_it,
            reply_and_forward_are_without_it, paper_is_without_it)
