# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whether debian/ follows the build.

    test-debian.py SOURCE_ROOT BUILD_ROOT
"""
import fnmatch
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT, BUILD = map(pathlib.Path, sys.argv[1:])
# in Debian, parts of build-essential and of others that are named
IMPLIED = {'gcc', 'libc6-dev', 'ninja-build', 'pkg-config'}


def ask_meson(what):
    command = [*shlex.split(os.environ['MESONINTROSPECT']), what, str(BUILD)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def find_installed():
    """What meson installs, as paths below the root of a package."""
    options = {option['name']: option['value'] for option in ask_meson('--buildoptions')}
    for path in sorted(ask_meson('--installed').values()):
        inner = pathlib.Path(path).relative_to(options['prefix'])
        yield str('usr' / inner)


def read_packages():
    """The patterns of each package."""
    for path in sorted((ROOT / 'debian').glob('*.install')):
        lines = path.read_text(encoding='utf-8').splitlines()
        yield path.name.removesuffix('.install'), [line.split()[0].rstrip('/') for line in lines if line]


def is_within(path, pattern):
    """A pattern is for files, or for a folder with everything in it; a star is for one name."""
    depth = pattern.count('/') + 1
    names = path.split('/')
    return len(names) >= depth and all(map(fnmatch.fnmatchcase, names[:depth], pattern.split('/')))


def check_files():
    packages = dict(read_packages())
    for path in find_installed():
        homes = [name for name, patterns in packages.items() if any(is_within(path, pattern) for pattern in patterns)]
        if len(homes) != 1:
            yield f'{path}: in {len(homes)} packages {homes}; debian/*.install name each file once'


def read_build_packages():
    text = (ROOT / 'script/packages.txt').read_text(encoding='utf-8')
    section = text.split('[build]')[1].split('[')[0]
    return {line for line in section.split() if not line.startswith('#')}


def check_dependencies():
    control = (ROOT / 'debian/control').read_text(encoding='utf-8')
    field = control.split('Build-Depends:')[1].split('Standards-Version')[0]
    named = set(re.findall(r'^ ([a-z0-9.+-]+)', field, re.MULTILINE))
    for package in sorted(read_build_packages() - IMPLIED - named):
        yield f'{package}: in script/packages.txt, not among the Build-Depends of debian/control'


def check_units():
    """debhelper switches timers on unless it is told not to; ours ask servers."""
    rules = (ROOT / 'debian/rules').read_text(encoding='utf-8')
    for helper in ('dh_installsystemd', 'dh_installsystemduser'):
        if not re.search(rf'^\t{helper} .*--no-enable\b', rules, re.MULTILINE):
            yield f'{helper}: debian/rules do not call it with --no-enable'


faults = [*check_files(), *check_dependencies(), *check_units()]
print('\n'.join(faults))
sys.exit(1 if faults else 0)
