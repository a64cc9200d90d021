# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whether debian/copyright says of each file what a licence scanner finds in it.

    test-copyright.py SOURCE_ROOT

Files with our own SPDX line are left to tests/lint/test-spdx.py; messages made up for tests have none.
"""
import fnmatch
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / 'tests/lint'))
from lint import Lint  # noqa: E402

OURS = 'LGPL-2.1+'
MARK = b'SPDX-License-Identifier: LGPL-2.1-or-later'
# what these say of licences is about others
ABOUT = ('COPYING', 'README.md', 'README.ja.md', 'data/brand-lists/COPYING', 'data/brand-lists/README.md',
         'debian/copyright', 'docs/*')
SAMPLES = ('tests/data/*', 'tests/fuzz/*.in/*', 'tests/*/data/*')
# the scanner's names, where they are others than those of debian/copyright
NAMES = {'LGPL-2.1': OURS, 'LGPL-2.1-or-later': OURS, 'BSD-3-clause': 'BSD-3-Clause', 'MIT': 'Expat'}


def matches(path, patterns):
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)


def read_copyright():
    """The patterns and licences of each paragraph about files, and the licences whose text there is."""
    files, texts = [], set()
    for paragraph in (ROOT / 'debian/copyright').read_text(encoding='utf-8').split('\n\n'):
        fields = dict(re.findall(r'^([A-Z][A-Za-z-]*):((?:.*\n?)(?: .*\n?)*)', paragraph, re.MULTILINE))
        names = set(re.split(r' and | or ', fields.get('License', '').strip().split('\n')[0]))
        if 'Files' in fields:
            files.append((fields['Files'].split(), names))
        elif 'License' in fields:
            texts |= names
    return files, texts


def is_marked(path):
    with open(ROOT / path, 'rb') as file:
        return MARK in file.read(1024)


def scan(paths):
    """What the scanner finds, by path."""
    command = ['licensecheck', '--machine', '--shortname-scheme=debian,spdx', '--', *paths]
    output = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    for line in output.decode(errors='replace').splitlines():
        path, _, found = line.partition('\t')
        names = {NAMES.get(name, name) for name in re.split(r' and/or | and | or ', found.split('\t')[0])}
        yield path, names - {'UNKNOWN'}


def check_files(paths, paragraphs):
    unmarked = [path for path in paths if not matches(path, (*ABOUT, *SAMPLES)) and not is_marked(path)]
    for path, found in scan(unmarked):
        named = [licences for patterns, licences in paragraphs if matches(path, patterns)][-1]  # the last one counts
        if not found <= named:
            yield f'{path}: {", ".join(sorted(found))}, where debian/copyright has {", ".join(sorted(named))}'


def check_paragraphs(paths, paragraphs, texts):
    for patterns, licences in paragraphs:
        for pattern in patterns:
            if not any(matches(path, [pattern]) for path in paths):
                yield f'debian/copyright: there is no {pattern}'
        for licence in licences - texts:
            yield f'debian/copyright: no text of {licence}'


def check_lists(paths, paragraphs):
    """What somebody else's list holds was taken from somewhere, which its paragraph says."""
    for path in paths:
        if path.startswith('data/brand-lists/') and path.endswith('.txt') \
                and [patterns for patterns, _ in paragraphs if matches(path, patterns)] == [['*']]:
            yield f'{path}: debian/copyright does not say whose it is'


if not (ROOT / '.git').exists():
    sys.exit(77)  # a tarball, whose files were looked at before
all_paths = Lint(str(ROOT)).paths()
all_paragraphs, all_texts = read_copyright()
faults = [*check_files(all_paths, all_paragraphs), *check_paragraphs(all_paths, all_paragraphs, all_texts),
          *check_lists(all_paths, all_paragraphs)]
print('\n'.join(faults))
sys.exit(1 if faults else 0)
