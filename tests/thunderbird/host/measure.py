# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the native program costs: from start to greeting, a small message there and back, large ones, its memory."""

import shutil
import statistics
import sys
import tempfile
import time

from frames import FALSE_LINK, Host, with_attachment

N_STARTS = 20
N_MESSAGES = 300
MEGABYTES = (1, 10, 50)
BUDGET_MS = 30  # the median of a small message; the extension has 100 ms for all from its start to the banner


def timed(func):
    """Milliseconds, and what came of it."""
    began = time.perf_counter()
    result = func()
    return (time.perf_counter() - began) * 1000, result


def tell(what, times):
    ordered = sorted(times)
    print(f'{what}: median {statistics.median(ordered):.1f} ms, 90 % under {ordered[int(len(ordered) * 0.9)]:.1f},'
          f' at most {ordered[-1]:.1f}')
    return statistics.median(ordered)


def measure_starts(home):
    times = []
    for _ in range(N_STARTS):
        elapsed, host = timed(lambda: greeted(home))
        times.append(elapsed)
        host.end()
        host.kill()
    tell('start to greeting', times)


def greeted(home):
    host = Host(home)
    host.greet()
    return host


def measure_messages(host):
    times = [timed(lambda: host.judge(FALSE_LINK))[0] for _ in range(N_MESSAGES)]
    print(f'memory after {N_MESSAGES} small messages: {host.memory()} MB')
    return tell('a small message', times)


def measure_large(host):
    for megabytes in MEGABYTES:
        message = with_attachment(megabytes)
        elapsed, verdict = timed(lambda data=message: host.judge(data))
        print(f'{megabytes} MB: {elapsed:.0f} ms, {verdict["elapsedUs"] / 1000:.0f} ms of it the analysis,'
              f' memory {host.memory()} MB')
        host.send({'type': 'cancel', 'id': host.next_id(), 'message': verdict['id']})


def main():
    home = tempfile.mkdtemp(prefix='bellbuoy-host-')
    try:
        measure_starts(home)
        host = greeted(home)
        median = measure_messages(host)
        measure_large(host)
        host.end()
        host.kill()
    finally:
        shutil.rmtree(home)
    sys.exit(median > BUDGET_MS)


if __name__ == '__main__':
    main()
