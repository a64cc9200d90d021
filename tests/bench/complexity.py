#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checks that no kind of hostile mail costs more than in proportion to its length.

Each kind (kinds/*.py) is scanned at a size, at twice the size and at 10 MB, in a process of its own. A row fails when
steps or time grow more than 2.4-fold from the one to the other, or where 2 s of the processor, 150 MB, or 40 million
steps between two looks at the budget are passed at any size; with --cancel, also where a cancelled scan of the largest
goes on for 20 ms. Steps do not depend on the machine; times that are short are noise, and a long one that grew is taken
again.
"""
import argparse
import importlib
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile

MEGABYTE = 1_000_000
MAX_GROWTH = 2.4
MAX_MS = 2000
MAX_KB = 150 * 1024
MIN_MS = 100          # of the longer run; in a shorter one start-up is seen
MIN_STEPS = 1_000_000
MAX_STEPS_AT_ONCE = 40_000_000  # of 2 MB of a script; a pass over it takes less time than what is spent for it
STOP_SECONDS = 8      # of the processor
STOP_BYTES = 4 * 1024 ** 3
TRIES = 3
MAX_CANCEL_MS = 20
MOMENTS = (0.1, 0.3, 0.5, 0.7, 0.9)  # of the time of a scan, at which it is cancelled

HERE = pathlib.Path(__file__).resolve().parent


def all_kinds():
    kinds = {}
    for path in sorted((HERE / 'kinds').glob('*.py')):
        module = importlib.import_module(f'kinds.{path.stem}')
        twice = kinds.keys() & module.KINDS.keys()
        assert not twice, f'{path.name}: {twice} is there already'
        kinds.update(module.KINDS)
    return kinds


class Cost:
    def __init__(self, line):
        ms, steps, at_once, kilobytes, self.level, self.limits = line.split()
        self.ms, self.steps, self.at_once, self.kilobytes = float(ms), int(steps), int(at_once), int(kilobytes)


def bound():
    resource.setrlimit(resource.RLIMIT_CPU, (STOP_SECONDS, STOP_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (STOP_BYTES, STOP_BYTES))


def scan(program, mail, folder):
    """The cost, or how the process failed."""
    path = pathlib.Path(folder, 'mail.eml')
    path.write_bytes(mail)
    done = subprocess.run([program, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=bound)
    return Cost(done.stdout.decode()) if done.returncode == 0 else ended_by(-done.returncode)


def delay(program, mail, folder, cost):
    """The longest time that a scan of MAIL continues after it was cancelled."""
    path = pathlib.Path(folder, 'mail.eml')
    path.write_bytes(mail)
    done = [subprocess.run([program, str(path), f'{cost.ms * moment:.1f}'], stdout=subprocess.PIPE, check=True)
            for moment in MOMENTS]
    return max(float(one.stdout) for one in done)


def ended_by(number):
    if number == signal.SIGXCPU or number == signal.SIGKILL:
        return f'{STOP_SECONDS} s'
    return signal.Signals(number).name if number > 0 else 'error'


def ends(costs):
    return [cost for cost in costs if isinstance(cost, str)]


def faults(costs):
    """Why a row fails; COSTS are those of one size, of twice the size, of all."""
    if ends(costs):
        yield f'ended by {", ".join(ends(costs))}'
        return
    one, two, _ = costs
    if two.steps > MIN_STEPS and two.steps > one.steps * MAX_GROWTH:
        yield f'steps grow {two.steps / one.steps if one.steps else 0:.1f}-fold'
    if two.ms > MIN_MS and two.ms > one.ms * MAX_GROWTH:
        yield f'time grows {two.ms / one.ms:.1f}-fold'
    if max(cost.at_once for cost in costs) > MAX_STEPS_AT_ONCE:
        yield f'{max(cost.at_once for cost in costs) / 1e6:.1f} M steps at once'
    if max(cost.ms for cost in costs) > MAX_MS:
        yield f'time {max(cost.ms for cost in costs) / 1000:.1f} s'
    if max(cost.kilobytes for cost in costs) > MAX_KB:
        yield f'{max(cost.kilobytes for cost in costs) // 1024} MB'


def cheaper(new, old):
    return old if isinstance(new, str) or old.ms < new.ms else new


def measure(program, make, sizes, folder):
    costs = [scan(program, make(size), folder) for size in sizes]
    for _ in range(TRIES - 1):
        if not any('time' in fault for fault in faults(costs)):
            break
        costs = [cheaper(scan(program, make(size), folder), cost) for size, cost in zip(sizes, costs)]
    return costs


def row(name, costs):
    words = [f'{name:30}']
    for cost in costs:
        words.append(f'{cost:>11} {"":9}' if isinstance(cost, str) else f'{cost.ms:8.0f} ms {cost.steps / 1e6:7.2f} M')
    last = costs[-1]
    words.append('' if isinstance(last, str) else f'{last.kilobytes // 1024:5} MB {last.level:8}{last.limits}')
    return ' '.join(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('program', help='bench-cost')
    parser.add_argument('words', nargs='*', help='only kinds with one of these in their names')
    parser.add_argument('--size', type=int, default=MEGABYTE, help='bytes of the smallest (default: %(default)s)')
    parser.add_argument('--all', type=int, default=10 * MEGABYTE, help='bytes of the largest (default: %(default)s)')
    parser.add_argument('--cancel', action='store_true', help='measure how fast a scan stops, too')
    parser.add_argument('--write', metavar='FOLDER', help='write the mail of each kind there instead')
    options = parser.parse_intermixed_args()
    kinds = {name: make for name, make in all_kinds().items()
             if not options.words or any(word in name for word in options.words)}
    failed = []

    if options.write:
        for name, make in kinds.items():
            pathlib.Path(options.write, f'{name}.eml').write_bytes(make(options.size))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for name, make in kinds.items():
            size = int(options.size * getattr(make, 'share', 1))
            costs = measure(options.program, make, [size, 2 * size, options.all], folder)
            found = list(faults(costs))
            if options.cancel and not ends(costs):
                late = delay(options.program, make(options.all), folder, costs[-1])
                found += [f'stops after {late:.0f} ms'] if late > MAX_CANCEL_MS else []
            why = ', '.join(found)
            failed += [f'{name}: {why}'] if why else []
            print(row(name, costs), f'  FAIL {why}' if why else '', flush=True)
    print(f'\n{len(kinds)} kinds, {len(failed)} failed')
    print('\n'.join(failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
