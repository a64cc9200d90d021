#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whether the tests see a rule that is wrong: makes lines of the rule code wrong, one at a time, and runs the tests.

A mutant is killed when a test fails, passes its deadline or crashes. Those that do not compile and those of which the
compiler makes the same object file as of the original are told apart and count for nothing. The tree is copied, so
that nothing of it changes; the program ends with 1 when the score of all is below the floor.
"""
import argparse
import collections
import itertools
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import time

import mutants

ROOMS = ['checks', 'evidence', 'protected', 'verdict', 'message']
# What any rule may show in; a room's own suite is run as well.
SUITES = ['checks', 'verdict', 'notice']
ALSO = {'evidence': ['net'], 'protected': ['evidence']}
SEED = '20261129'
OPTIONS = ['--buildtype=plain', '-Doptimization=2', '-Devolution=disabled', '--wrap-mode=nodownload']

SLOW_FACTOR = 10         # a mutant may take so many times as long as the original
MIN_SECONDS = 3          # of the processor, before that is asked
MAX_TEST_SECONDS = 4     # of the processor; slower tests are for the last doubt, not for each mutant
MAX_BYTES = 8 * 1024 ** 3
WALL_FACTOR = 20         # a machine that does something else besides

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Test:
    def __init__(self, found, folder):
        self.command, self.env = found['cmd'], {**os.environ, **found['env']}
        self.name = found['name']
        self.suites = {suite.split(':')[-1] for suite in found['suite']}
        self.target = os.path.relpath(self.command[0], folder)
        self.seconds = 60.0  # until it is measured

    def passes(self):
        limit = int(max(MIN_SECONDS, self.seconds * SLOW_FACTOR))

        def bound():
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            os.setsid()

        with subprocess.Popen(self.command[:1], env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, preexec_fn=bound) as process:
            try:
                return process.wait(limit * WALL_FACTOR) == 0
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return False

    def measure(self):
        """How long the original takes, of the processor's time."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        passed = self.passes()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return passed


class Build:
    """A copy of the tree with a build folder of its own."""

    def __init__(self, folder):
        self.tree, self.folder = folder / 'tree', folder / 'build'

    def copy_tree(self):
        """What git knows of, as it is now; what has not changed keeps its time, and is not built again."""
        listing = ['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
        names = subprocess.check_output(listing, cwd=ROOT)
        kept = {name for name in names.decode().split('\0') if name and (ROOT / name).is_file()}
        for name in kept:
            source, copy = ROOT / name, self.tree / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            if not copy.exists() or copy.read_bytes() != source.read_bytes():
                shutil.copy(source, copy)
        for copy in [path for path in self.tree.rglob('*') if path.is_file()]:
            if str(copy.relative_to(self.tree)) not in kept:
                copy.unlink()

    def set_up(self):
        if not (self.folder / 'build.ninja').exists():
            subprocess.run(['meson', 'setup', *OPTIONS, self.folder, self.tree], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(['ninja', '-C', self.folder, 'all'], check=True, stdout=subprocess.DEVNULL)

    def tests(self):
        told = subprocess.check_output(['meson', 'introspect', '--tests', self.folder])
        return [Test(found, self.folder) for found in json.loads(told) if '/tests/' in found['cmd'][0]
                and not found['cmd'][0].endswith('.py')]

    def objects(self):
        """Of each source, what the compiler makes of it."""
        told = subprocess.check_output(['ninja', '-C', self.folder, '-t', 'compdb'])
        return {os.path.relpath(self.folder / entry['file'], self.tree): entry['output']
                for entry in json.loads(told) if entry['output'].endswith('.o') and entry['file'].endswith('.c')}

    def make(self, target):
        return subprocess.run(['ninja', '-C', self.folder, target], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0


class Run:
    def __init__(self, build):
        self.build = build
        self.objects = build.objects()
        self.tests = build.tests()
        for test in self.tests:
            if test.suites & {*SUITES, *ROOMS, *itertools.chain(*ALSO.values())} and not test.measure():
                sys.exit(f'{test.name} fails with no mutant')
        self.tests.sort(key=lambda test: test.seconds)

    def tests_of(self, room):
        """What needs no linking first: the tests of a room have its library within, the others load it."""
        quick = [test for test in self.tests if test.seconds < MAX_TEST_SECONDS]
        shared = [test for test in quick if test.suites & set(SUITES)]
        own = {room, *ALSO.get(room, [])}
        return shared + [test for test in quick if test.suites & own and test not in shared]

    def judge(self, room, mutant):
        """What became of it: the test that killed it, or a word."""
        path = self.build.tree / mutant.path
        made = self.build.folder / self.objects[mutant.path]
        original, text = made.read_bytes(), path.read_text()
        try:
            path.write_text(mutant.apply(text))
            if not self.build.make(self.objects[mutant.path]):
                return 'does not compile'
            if made.read_bytes() == original:
                return 'equivalent'
            return self.find_killer(room)
        finally:
            path.write_text(text)
            self.build.make(self.objects[mutant.path])

    def find_killer(self, room):
        for test in self.tests_of(room):
            if not self.build.make(test.target):
                return 'does not compile'
            if not test.passes():
                return test.name
        return 'survived'


def mutants_of(room, seed):
    found = []
    for path in sorted((ROOT / 'core' / room).rglob('*.c')):
        found += mutants.of_file(str(path.relative_to(ROOT)), path.read_text(), seed)
    return sorted(found, key=lambda mutant: mutant.key)


def choose(options):
    chosen = []
    for room in options.room or ROOMS:
        found = mutants_of(room, options.seed)
        if options.keys:
            found = [mutant for mutant in found if mutant.key in options.keys]
        else:
            found = [mutant for mutant in found if options.only in mutant.path][:options.number]
        chosen += [(room, mutant) for mutant in found]
    return chosen


def print_score(name, counts):
    """Says how many of those that count were killed, and gives the share back."""
    aside = counts['does not compile'] + counts['equivalent']
    alive = counts['survived']
    judged = sum(counts.values()) - aside
    share = 100 * (judged - alive) / judged if judged else 100.0
    print(f'{name:10} {judged - alive:4} of {judged:4} killed, {share:5.1f} %; beside these '
          f'{counts["does not compile"]} do not compile, {counts["equivalent"]} are equivalent')
    return share


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('keys', nargs='*', help='these mutants alone')
    parser.add_argument('--room', action='append', choices=ROOMS, help='of core/; all of them unless told')
    parser.add_argument('--number', type=int, default=80, help='of mutants a room (default: 80)')
    parser.add_argument('--only', default='', help='files whose path has this within')
    parser.add_argument('--seed', default=SEED, help='draws other mutants (default: %(default)s)')
    parser.add_argument('--floor', type=float, default=85, help='the least score in percent (default: 85)')
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / '_build-mutants', help='folder of the copy')
    parser.add_argument('--list', action='store_true', help='names the mutants and runs none')
    return parser.parse_args()


def main():
    options = read_arguments()
    chosen = choose(options)
    if options.list:
        for _, mutant in chosen:
            print(mutant)
        return 0

    os.nice(19)
    build = Build(options.build.absolute())
    build.copy_tree()
    build.set_up()
    run = Run(build)
    counts, survivors = collections.defaultdict(collections.Counter), []
    for number, (room, mutant) in enumerate(chosen, start=1):
        started = time.monotonic()
        end = run.judge(room, mutant)
        kind = end if end in ('survived', 'equivalent', 'does not compile') else 'killed'
        counts[room][kind] += 1
        if kind == 'survived':
            survivors.append(mutant)
        print(f'{number}/{len(chosen)} {mutant.path}:{mutant.number} {mutant.operator} {mutant.key}: {end} '
              f'({time.monotonic() - started:.1f} s)', file=sys.stderr, flush=True)

    for mutant in survivors:
        print(mutant)
    for room, of_room in counts.items():
        print_score(room, of_room)
    return 0 if print_score('all', sum(counts.values(), collections.Counter())) >= options.floor else 1


if __name__ == '__main__':
    sys.exit(main())
