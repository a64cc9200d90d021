# SPDX-License-Identifier: LGPL-2.1-or-later
"""Opens every message of tests/data in one run of the real Thunderbird: each has the level, the headline and the marked
links that the command line finds.

    compare_verdicts.py --cli PROGRAM --xpi FILE --host PROGRAM --localedir FOLDER --schemas FOLDER --output FOLDER
"""
import argparse
import json
import pathlib
import subprocess
import sys

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parent.parent / 'hosts'))
# pylint: disable=wrong-import-position
from scenes import DATA  # noqa: E402
from thunderbird_driver import Thunderbird, leave_network  # noqa: E402
from thunderbird_profile import ADDRESS, MAILDIR  # noqa: E402
from waiting import Failure, wait_for  # noqa: E402

PREFS = {'mail.server.server2.storeContractID': MAILDIR, 'mail.threadpane.listview': 1}
PATIENCE = 5

# Level, headline and the links that carry a mark, once the verdict is there.
SHOWN = '''
  if (document.readyState != "complete" || !view.gMessage) return null;
  const [, number] = /[?&]number=(\\d+)/.exec(document.URL) ?? [];
  if (view.gMessage.getStringProperty("storeToken") != arguments[0] || number != view.gMessage.messageKey) return null;
  if (!window.performance.getEntriesByName("bellbuoy-shown").length) return null;
  const links = [...document.querySelectorAll("a[href], area[href]")];
  const isMarked = link => /\\u26a0/.test(window.getComputedStyle(link, "::after").content);
  return {level: banner?.querySelector("[role=alert] .level")?.textContent ?? "",
          headline: banner?.querySelector("h1")?.textContent ?? "",
          quiet: banner?.querySelector(".quiet")?.innerText ?? "",
          links: links.map(link => link.href), marked: links.filter(isMarked).map(link => link.href)};'''


def ask_cli(cli, files):
    """What the command line says of each of `files`."""
    command = [cli, 'check', '--json', '--no-settings', '--no-learn', '--fail-on', 'never', '--own-address', ADDRESS,
               *files]
    output = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout
    return {line['path']: line for line in map(json.loads, output.splitlines())}


def expect(line):
    """What Thunderbird should show."""
    if line.get('error') or line['level'] == 'none':
        return '', ''
    return line['level'].capitalize(), line['headline']


def gravest_lies(line):
    """The links that must be marked: those of the first pair of the finding about links, if it is a warning."""
    for finding in line.get('findings', []):
        if finding['id'] == 'link-text-mismatch' and finding['strength'] in ('strong', 'medium'):
            shown, actual = (evidence['value'] for evidence in finding['evidence'][:2])
            return {link['href'] for link in line['links'] if (link['shown_host'], link['host']) == (shown, actual)}
    return set()


def compare(line, seen):
    """What differs, in words; None if nothing does."""
    level, headline = expect(line)
    if (seen['level'], seen['headline']) != (level, headline):
        return f'{seen["level"]} “{seen["headline"]}” {seen["quiet"]}, and not {level} “{headline}” {line.get("error")}'
    missing = (gravest_lies(line) & set(seen['links'])) - set(seen['marked'])
    if missing:
        return f'no mark at {missing}'
    return f'marks: {seen["marked"]}' if seen['marked'] and not line.get('findings') else None


def see(client, row):
    """What is shown of the message in `row`, and which file it is."""
    token = client.run('''
      const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
      return pane.gDBView.getMsgHdrAt(arguments[0]).getStringProperty("storeToken");''', row)
    client.show_row(row)
    return int(token.split('.')[0]), wait_for(token, lambda: client.in_page(SHOWN, token), PATIENCE)


def main():
    parser = argparse.ArgumentParser()
    for name in ('cli', 'xpi', 'host', 'localedir', 'schemas', 'output'):
        parser.add_argument(f'--{name}', type=pathlib.Path, required=True)
    options = parser.parse_args()
    files = sorted(map(str, DATA.rglob('*.eml')))
    expected = ask_cli(options.cli, files)
    leave_network()
    client = Thunderbird({'Data': files}, options.output, prefs=PREFS, name='verdicts')
    client.install(options.xpi, options.host)
    client.env.update({'GSETTINGS_SCHEMA_DIR': str(options.schemas.resolve()),
                       'BELLBUOY_LOCALEDIR': str(options.localedir.resolve())})
    with client:
        faults = compare_all(client, files, expected)
    print(*faults, sep='\n')
    print(f'{len(files)} messages, {len(faults)} differ')
    sys.exit(bool(faults))


def compare_all(client, files, expected):
    faults, seen = [], set()
    for row in range(client.show_folder('Data')):
        try:
            number, shown = see(client, row)
        except Failure as failure:
            faults.append(f'row {row}: {failure}')
            continue
        seen.add(number)
        fault = compare(expected[files[number]], shown)
        if fault:
            faults.append(f'{files[number]}: {fault}')
    return faults


if __name__ == '__main__':
    main()
