# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the scenes share: the sample messages, and steps that many begin with."""
import pathlib
import subprocess
import time

from waiting import Failure, wait_for

DATA = pathlib.Path(__file__).resolve().parent.parent / 'data'
SAMPLES = sorted((DATA / 'samples').glob('*.eml'))
EKINET, PARCEL = '[spam] 【重要】', 'Your parcel'
HOSTS = ('www.eki-net.com', 'ekl-net.vecterdian.shop', 'participan.shop')
SHOW_ALL, SHOW_LESS = ('Show All', 'すべて表示'), ('Show Less', '折りたたむ')
ZOOM = 'view.getMessagePaneBrowser().fullZoom = arguments[0]; return true;'
SETTLED = 1.0  # seconds after which something that comes late would have come

# The weight of the letters of a value in a list; 400 is normal.
WEIGHT = '''
  const value = [...list.querySelectorAll("dd")].find(value => value.textContent == wanted);
  return value ? Number(window.getComputedStyle(value.querySelector(".label")).fontWeight) : 0;'''
BANNER_TEXT = 'return banner?.querySelector(".box")?.innerText ?? ""'
# A grid of points of the banner that belong to somebody else, and the root's place.
COVERED = '''
  const box = banner.querySelector(arguments[0]).getBoundingClientRect();
  const strange = [];
  for (let x = 4; x < box.width - 20; x += box.width / 9)
    for (let y = Math.max(2, box.top + 2); y < Math.min(box.bottom, window.innerHeight) - 2; y += 9) {
      const hit = document.elementFromPoint(box.left + x, y);
      if (hit != host) strange.push([x, y, hit?.outerHTML?.slice(0, 80)]);
    }
  return {strange, ...onScreen(banner.querySelector(arguments[0]))};'''


def check(condition, what):
    if not condition:
        raise Failure(what)


def settle():
    """Waits for what must not come."""
    time.sleep(SETTLED)


def wait_for_banner(client, where='tab'):
    """The words of the banner, once there is one and room was made for it."""
    client.wait_in_page('room for the banner', '''
      const box = banner?.querySelector(".box")?.getBoundingClientRect();
      const room = parseFloat(window.getComputedStyle(document.documentElement).marginTop);
      return box?.height > 0 && Math.abs(room - box.height) < 2;''',
                        where=where)
    return client.in_page(BANNER_TEXT, where=where)


def has_banner(client, where='tab'):
    return bool(client.in_page(BANNER_TEXT, where=where))


def button_place(client, *labels, where='tab'):
    """The middle of a button of the banner or the question on the screen."""
    box = client.wait_in_page(f'the button {labels[0]}', '''
      const labels = arguments[0];
      for (const tree of [question, banner])
        for (const button of tree?.querySelectorAll("button:not(.strip)") ?? [])
          if (labels.some(label => button.textContent.startsWith(label))) return onScreen(button);
      return null;''', labels, where=where)
    return box['x'] + box['width'] / 2, box['y'] + box['height'] / 2


def element_place(client, selector, where='tab'):
    """The middle of the first line of an element of the message on the screen, which is scrolled to where needed."""
    box = client.wait_in_page(selector, '''
      const element = document.querySelector(arguments[0]);
      if (!element) return null;
      const box = element.getBoundingClientRect();
      if (box.top < 60 || box.bottom > window.innerHeight) element.scrollIntoView({block: "center"});
      return onScreen(element);''', selector, where=where)
    time.sleep(0.2)
    box = client.in_page('return onScreen(document.querySelector(arguments[0]));', selector, where=where)
    return box['x'] + min(box['width'] / 2, 60), box['y'] + min(box['height'] / 2, 10)


def click_element(client, selector, button=1, where='tab'):
    client.click_at(*element_place(client, selector, where), button)


def wait_for_question(client, where='tab'):
    return client.wait_in_page('a question', 'return question?.innerText', where=where)


def crop(client, name, box):
    """A picture of a part of the screen; the scroll bar is left out."""
    path = client.output / f'{name}-{client.locale}.png'
    geometry = f'{int(box["width"]) - 24}x{int(box["height"])}+{int(box["x"])}+{int(box["y"])}'
    time.sleep(0.15)  # let it paint
    client.take_picture(path, '-crop', geometry, '+repage')
    return path


def difference(first, second):
    """How many pixels of two pictures differ."""
    result = subprocess.run(['compare', '-metric', 'AE', '-fuzz', '3%', str(first), str(second), 'null:'],
                            stderr=subprocess.PIPE, text=True, check=False)
    return float(result.stderr.split()[0]) if result.returncode < 2 else float('inf')


def same_pixels(client, reference, name, box, tolerance=40):
    """Whether the screen there is as in the picture `reference`, once it is painted."""
    return wait_for(f'the same picture as {reference.name}',
                    lambda: difference(reference, crop(client, name, box)) <= tolerance, 10)
