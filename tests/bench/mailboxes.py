#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checks that `bellbuoy check` takes mailboxes apart in linear time, and that it keeps no more than one message.

Each kind is checked at 2 MB and at 4 MB, in a process of its own. A row fails when the time of the processor grows more
than 2.4-fold, or 150 MB are passed; short times are noise.
"""
import os
import subprocess
import sys
import tempfile

MAX_GROWTH = 2.4
MIN_SECONDS = 0.2     # of the longer run; in a shorter one start-up is seen
MAX_BYTES = 150 * 1024 * 1024
SIZES = (2_000_000, 4_000_000)
TRIES = 3

DATE = 'Sun Jan 26 09:00:00 2025'
MAIL = 'From: Hanako <hanako@people.example>\nSubject: Sunday\n{fields}\nShall we meet at ten?\n'
BEGIN = f'From - {DATE}\n' + MAIL.format(fields='Content-Length: 50000000\n')
KINDS = {
    'no separator': 'From - \n',
    'long lines': 'From ' + 'Jan ' * 240 + '\n',
    'spaces': 'From ' + ' ' * 990,
    'only fields': 'From x@y.example\na: b\n',
    'lengths': f'From x {DATE}\nContent-Length: 60000000\n',
    'digits': 'From ' + '1' * 900 + '\nx: y\n',
    'empty lines': '\n',
}


def check(program, path):
    """Seconds of the processor, and the peak of memory."""
    # the box is taken apart in any case here; 70,000 messages would be as many processes
    command = [program, 'check', '--json', '--in-process', '--no-settings', '--no-learn', '--fail-on', 'never', path]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def box(path, unit, size):
    with open(path, 'w', encoding='ascii') as file:
        file.write(BEGIN + '\n' + unit * (size // len(unit)))


def measure(program, path, unit):
    """The times of both sizes, each the best of some."""
    times = []
    for size in SIZES:
        box(path, unit, size)
        times.append(min(check(program, path)[0] for _ in range(TRIES)))
    return times


def grows(program, path, name, unit):
    one, two = measure(program, path, unit)
    is_over = two > MIN_SECONDS and two > one * MAX_GROWTH
    print(f'{"OVER" if is_over else "pass"}  {name:14} {one:6.2f} s {two:6.2f} s')
    return is_over


def keeps(program, path):
    """A mailbox of 200 MB."""
    with open(path, 'w', encoding='ascii') as file:
        for _ in range(100):
            file.write(f'From - {DATE}\n' + MAIL.format(fields='') + 'word\n' * 400_000 + '\n')
    _, size = check(program, path)
    print(f'{"OVER" if size > MAX_BYTES else "pass"}  200 MB kept {size // 1_000_000} MB')
    return size > MAX_BYTES


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'box')
        over = [grows(program, path, name, unit) for name, unit in KINDS.items()]
        over.append(keeps(program, path))
    sys.exit(any(over))


if __name__ == '__main__':
    main()
