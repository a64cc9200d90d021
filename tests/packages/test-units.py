#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""systemd reads the units without a complaint, and finds little that the one which fetches policies may do.

test-units.py FOLDER

FOLDER is where the build has made them.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
TOOL = shutil.which('systemd-analyze')
EXPOSURE = 20  # of 100, in tenths of what `systemd-analyze security` prints


def copy(built, folder):
    """With a program that exists: ours is not installed."""
    text = re.sub(r'^ExecStart=\S*/bellbuoy ', 'ExecStart=/bin/true ', built.read_text(encoding='utf-8'), flags=re.M)
    assert built.suffix != '.service' or '/bin/true' in text, built
    path = folder / built.name
    path.write_text(text, encoding='utf-8')
    return path


def analyze(folder, *words):
    """What it complains about."""
    done = subprocess.run([TOOL, *words], capture_output=True, text=True, check=False,
                          env={**os.environ, 'XDG_RUNTIME_DIR': str(folder), 'SYSTEMD_LOG_TARGET': 'console'})
    ours = [line for line in (done.stdout + done.stderr).splitlines() if 'bellbuoy' in line]
    return [] if done.returncode == 0 and not (words[0] == 'verify' and ours) else [*words, *ours, done.stderr]


def check(built, folder):
    for name in ('lists', *(['policy'] if (built / 'bellbuoy-policy.service').exists() else [])):
        units = [copy(built / f'bellbuoy-{name}.{kind}', folder) for kind in ('service', 'timer')]
        yield from analyze(folder, 'verify', '--man=no', *(['--user'] if name == 'lists' else []), *units)
        if name == 'policy':
            yield from analyze(folder, 'security', '--offline=true', f'--threshold={EXPOSURE}', units[0])


def main(built):
    if TOOL is None:
        print('skipped: there is no systemd-analyze')
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        faults = list(check(pathlib.Path(built), pathlib.Path(folder)))
    print(*faults, sep='\n')
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
