# SPDX-License-Identifier: LGPL-2.1-or-later
"""A false link that is shown has a banner, a mark, or its click a question, however the message is built
(differentials.py). Read from the document and from the screen. Many minutes, so it is a benchmark."""
import differentials
import pixels
from scenes import check, has_banner
from waiting import Failure, wait_for

KINDS = differentials.files()
FOLDER = 'Kinds'
MAILS = {FOLDER: [path for _, _, path in KINDS]}
PATIENCE = 5  # seconds for a warning

# The link or button, in any tree of any frame: where it is on the screen; else whether its words are there.
FIND = '''
  const WORDS = "www.shop.example";
  const textOf = node => {
    const words = [node.innerText ?? node.textContent, node.getAttribute?.("alt"),
      ...[...node.querySelectorAll?.("[alt]") ?? []].map(inner => inner.getAttribute("alt")),
      ...[...node.querySelectorAll?.("slot") ?? []].flatMap(slot => slot.assignedNodes().map(inner => inner.textContent)),
      node.ownerDocument.defaultView?.getComputedStyle(node, "::before").content];
    return words.join(" ").toLowerCase();
  };
  const seek = (root, frame) => {
    for (const node of root.querySelectorAll("*")) {
      const tree = node.openOrClosedShadowRoot;
      const inner = node.contentDocument;
      const found = tree && seek(tree, frame) || inner && seek(inner, node);
      if (found) return found;
      const target = ["href", "action", "formaction"].map(name => node.getAttribute(name)).find(value => value)
        ?? node.getAttributeNS("http://www.w3.org/1999/xlink", "href");
      const leads = target && URL.parse(target, node.baseURI)?.hostname == "login.elsewhere.example";
      if (leads && node.localName != "base" && textOf(node).includes(WORDS)) {
        let shown = node.localName == "form" ? node.querySelector("button") : node;
        if (node.localName == "area") shown = node.ownerDocument.querySelector("img[usemap]");
        if (frame === null) shown.scrollIntoView({block: "center"});
        let box = shown.getBoundingClientRect();
        if (!box.width) {
          const range = node.ownerDocument.createRange();
          range.selectNodeContents(node);
          box = range.getBoundingClientRect();
        }
        const scale = window.devicePixelRatio;
        const {x: left, y: top} = frame === null ? {x: 0, y: 0} : frame.getBoundingClientRect();
        return {x: (window.mozInnerScreenX + left + box.x) * scale, y: (window.mozInnerScreenY + top + box.y) * scale,
                width: box.width * scale, height: box.height * scale};
      }
    }
    return null;
  };
  return seek(document, null) ?? (document.body?.innerText ?? "").includes(WORDS);'''
# The verdict, and what is displayed has been judged with it.
JUDGED = 'return window.performance.getEntriesByName("bellbuoy-shown").length > 0'


def wait_for_warning(client):
    try:
        client.wait_in_page('a verdict', JUDGED, seconds=60)
        return bool(wait_for('a banner', lambda: has_banner(client), PATIENCE))
    except Failure:
        return False


def painted(client, place):
    picture = client.screenshot('kind')
    return pixels.looks(pixels.colors(picture, place['x'], place['y'], place['width'] + 40, place['height']))


def asks(client, place):
    client.click_at(place['x'] + min(place['width'] / 2, 60), place['y'] + min(place['height'] / 2, 10))
    try:
        client.wait_in_page('the question', 'return question?.innerText', seconds=PATIENCE)
        client.key('Return')
        client.wait_in_page('no question', 'return !question')
        return True
    except Failure:
        return False


def look_at(client):
    """What is shown, and what warns of it."""
    told = ['banner'] if wait_for_warning(client) else []
    place = client.in_page(FIND)
    if not isinstance(place, dict):
        return 'text' if place else 'nothing', told
    looks = painted(client, place)
    if looks == 'marked':
        told.append('mark')
    if not told and looks != 'blank' and asks(client, place):
        told.append('question')
    return 'nothing' if looks == 'blank' else 'link', told


def every_shown_lie_is_warned_of(client):
    results = differentials.Results(client.output.parent, 'Thunderbird')
    client.show_folder(FOLDER)
    for name, kind, _ in KINDS:
        client.show(name)
        results.add(kind, *look_at(client))
    check(not results.silent, f'shown without a warning: {"; ".join(results.silent)}')


SCENES = (every_shown_lie_is_warned_of,)
WORDLESS = SCENES
