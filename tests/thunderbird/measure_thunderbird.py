# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the extension costs in the real Thunderbird: how long after the start of our scripts in a message the banner is
there, the longest stop of Thunderbird's main thread with large messages, and the memory of the extension's process.

    measure_thunderbird.py [--without] --xpi FILE --host PROGRAM --localedir FOLDER --schemas FOLDER --output FOLDER
"""
import argparse
import base64
import os
import pathlib
import statistics
import sys
import time

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parent.parent / 'hosts'))
# pylint: disable=wrong-import-position
import mails  # noqa: E402
from thunderbird_driver import Thunderbird, leave_network  # noqa: E402
from waiting import wait_for  # noqa: E402

N_SMALL = 200
SIZES = (1, 10, 20, 50)  # MB
MEDIAN_MS = 100
STOP_MS, STOP_SIZE = 150, 20

# The longest time for which Thunderbird's main thread came back to nothing else, from now on.
WATCH = '''
  const main = Services.wm.getMostRecentWindow("mail:3pane");
  main.clearInterval(main.buoyWatch);
  main.buoyStop = 0;
  let last = main.performance.now();
  main.buoyWatch = main.setInterval(() => {
    const now = main.performance.now();
    main.buoyStop = Math.max(main.buoyStop, now - last);
    last = now;
  }, 4);'''
STOP = 'return Services.wm.getMostRecentWindow("mail:3pane").buoyStop'
TOOK = '''
  const [, number] = /[?&]number=(\\d+)/.exec(document.URL) ?? [];
  const time = name => window.performance.getEntriesByName(name)[0]?.startTime;
  if (document.readyState != "complete" || number != view.gMessage?.messageKey || number == arguments[0]) return null;
  if (!arguments[1]) return {number, took: 0};
  return time("bellbuoy-shown") === undefined ? null
    : {number, took: time("bellbuoy-shown") - time("bellbuoy-start"), banner: !!banner};'''
MEMORY = '''
  const {children, memory} = await ChromeUtils.requestProcInfo();
  const extension = children.filter(child => child.type == "extension");
  return [memory, ...extension.map(child => child.memory)].map(bytes => bytes / 1048576);'''


def small(number):
    """Every fourth one lies."""
    name = f'Mail {number:03}'
    if number % 4 == 0:
        return mails.write(f'small{number}', mails.lie(name, number % 60))
    mail = mails.message(name, 'A friend <friend@garden.example>', number % 60)
    mail.set_content(f'<p>{name}</p>' + '<p>See <a href="https://garden.example/">our garden</a>.</p>' * 40,
                     subtype='html')
    return mails.write(f'small{number}', mail)


def large(megabytes):
    """A lie with as much attached."""
    mail = mails.lie(f'Large {megabytes}')
    head, body = mail.as_bytes().replace(b'\r\n', b'\n').split(b'\n\n', 1)
    kept = b'\n'.join(line for line in head.split(b'\n') if not line.lower().startswith((b'content-', b'mime-')))
    parts = [b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n' + body,
             b'--b\nContent-Type: application/octet-stream; name=a.bin\nContent-Transfer-Encoding: base64\n\n'
             + base64.encodebytes(os.urandom(megabytes * 730_000)), b'--b--\n']
    return mails.write(f'large{megabytes}', kept + b'\n' + b'\n'.join(parts))


def open_row(client, row, last, is_ours):
    client.show_row(row)
    return wait_for(f'row {row}', lambda: client.in_page(TOOK, last, is_ours), 60)


def measure_small(client, is_ours):
    rows = client.show_folder('Small')
    times, last = [], None
    for row in range(rows):
        seen = open_row(client, row, last, is_ours)
        last = seen['number']
        times.append(seen['took'])
    first, later = times[0], sorted(times[1:])
    median, high = statistics.median(later), later[int(len(later) * 0.9)]
    print(f'script start to banner, ms, {rows} messages: the first {first:.0f}, median {median:.0f}, p90 {high:.0f}')
    return median


def measure_large(client, is_ours):
    """The longest stop by size."""
    stops = {}
    for size in SIZES:
        client.show_folder(f'Large {size}')
        client.run(WATCH)
        begin = time.monotonic()
        seen = open_row(client, 0, None, is_ours)
        wall = time.monotonic() - begin
        time.sleep(0 if is_ours else 2)
        stops[size] = client.run(STOP)
        print(f'{size} MB: longest stop {stops[size]:.0f} ms, displayed in {wall * 1000:.0f} ms, '
              f'banner {seen["took"]:.0f} ms after our start')
    return stops


def tell_memory(client, what):
    figures = ' and '.join(f'{mebibytes:.0f}' for mebibytes in client.run_async(MEMORY))
    print(f'memory after {what} messages, MiB, of Thunderbird and of the process of extensions: {figures}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--without', action='store_true', help='Thunderbird alone')
    for name in ('xpi', 'host', 'localedir', 'schemas', 'output'):
        parser.add_argument(f'--{name}', type=pathlib.Path, required=True)
    options = parser.parse_args()
    leave_network()
    folders = {f'Large {size}': [large(size)] for size in SIZES}
    folders['Small'] = [small(number) for number in range(N_SMALL)]
    client = Thunderbird(folders, options.output, name='measure')
    if not options.without:
        client.install(options.xpi, options.host)
    client.env.update({'GSETTINGS_SCHEMA_DIR': str(options.schemas.resolve()),
                       'BELLBUOY_LOCALEDIR': str(options.localedir.resolve())})
    with client:
        median = measure_small(client, not options.without)
        tell_memory(client, 'small')
        stops = measure_large(client, not options.without)
        tell_memory(client, 'large')
    sys.exit(median > MEDIAN_MS or (not options.without and stops[STOP_SIZE] > STOP_MS))


if __name__ == '__main__':
    main()
