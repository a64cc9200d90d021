# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the module costs in the real Evolution: messages are opened one after another, with the module or without.

    measure_evolution.py OUTPUT [MODULE]

Prints the client's own memory as it goes, and how long its main thread was ours: for a message, and at a stretch.
By the clock, other programs count too; at work they don't, and that must not be above the budget, in the median. What
GTK then does to lay out and draw is not in it.
"""
import pathlib
import re
import statistics
import sys
import tempfile
import time

import mails
from evolution_driver import Evolution

N_MESSAGES = 500
STEP = 100
BUDGET_MS = 2
N_LINKS, LINKS_BUDGET_MS = 1_000, 1  # of the last message, and for taking what it displays
SECONDS_EACH = 0.18
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=3000000
"""}


def private_mib(pid):
    text = pathlib.Path(f'/proc/{pid}/smaps_rollup').read_text(encoding='ascii')
    return sum(int(size) for size in re.findall(r'^Private_\w+: +(\d+) kB', text, re.M)) / 1024


def links_mail(subject):
    mail = mails.message(subject)
    mail.set_content(f'<p>{subject}</p>' + ''.join(f'<p><a href="https://garden.example/{i}">garden.example/{i}</a></p>'
                                                   for i in range(N_LINKS)), subtype='html')
    return mail


def mail_of(number):
    """Every fourth one has a false link, and the last one many honest ones."""
    subject = f'Mail {number:03}'
    if number == N_MESSAGES:
        return links_mail(subject)
    if number % 4 == 0:
        return mails.lie(subject, number % 60)
    mail = mails.message(subject, 'A friend <friend@garden.example>', number % 60)
    mail.set_content(f'<p>{subject}</p>' + '<p>See <a href="https://garden.example/">our garden</a>.</p>' * 40,
                     subtype='html')
    return mail


def open_all(evolution):
    """Moves down the list; returns the client's memory at the start and after each step."""
    evolution.repeat(lambda: evolution.click_message('Mail 000'), 'the first message',
                     lambda: 'Mail 000' in evolution.document(evolution.window))
    figures = []
    for number in range(N_MESSAGES):
        if number % STEP == 0:
            time.sleep(2)
            figures.append(private_mib(evolution.client.pid))
        evolution.key('Down')
        time.sleep(SECONDS_EACH)
    time.sleep(2)
    figures.append(private_mib(evolution.client.pid))
    return figures


def blocks_of(log):
    """Milliseconds of our own at a stretch, by the clock and at work, a list for each message; those with a banner, and
    the others."""
    warned, plain = [], []
    blocks, has_banner = [], False
    for step, clock, work in re.findall(r'bellbuoy-timing-DEBUG: [^ ]+ (\w+): (\d+) us, (\d+) us at work', log):
        if step == 'banner':
            has_banner = True  # it is part of another step
            continue
        blocks.append((int(clock) / 1000, int(work) / 1000))
        if step == 'leave':
            (warned if has_banner else plain).append(blocks)
            blocks, has_banner = [], False
    return plain, warned


def tell_displayed(log):
    """What the main thread spends on what is displayed; returns the longest, which is that of the last message."""
    for step, what in (('witness', 'taking what a document displays'), ('shown', 'taking the verdict on that')):
        times = sorted(int(work) / 1000 for work in
                       re.findall(rf'bellbuoy-timing-DEBUG: [^ ]+ {step}: \d+ us, (\d+) us at work', log))
        if not times:
            sys.exit(f'nothing was measured: {what}')
        print(f'{what}, {len(times)} times, ms at work: median {statistics.median(times):.2f}, at most {times[-1]:.2f}')
        if step == 'witness':
            longest = times[-1]
    return longest


def tell_one(what, times):
    """The median."""
    first, later = times[0], sorted(times[1:])
    median = statistics.median(later)
    high = later[int(len(later) * 0.95)]
    print(f'  {what}: the first {first:.2f}, later median {median:.2f}, 95 % under {high:.2f}, at most {later[-1]:.2f}')
    return median


def tell(what, messages):
    """The median of the work for a message."""
    print(f'main thread ours for {len(messages)} messages {what}, ms')
    for index, kind in enumerate(('by the clock', 'at work')):
        tell_one(f'longest at a stretch, {kind}', [max(block[index] for block in blocks) for blocks in messages])
        median = tell_one(f'a message, {kind}', [sum(block[index] for block in blocks) for blocks in messages])
    return median


def play(stage, output, files):
    evolution = Evolution(stage, files, 'mail000', output, **LOOKS)
    with evolution:
        figures = open_all(evolution)
    return figures, evolution.log_path.read_text(encoding='utf-8', errors='replace')


def main():
    output = pathlib.Path(sys.argv[1])
    files = [mails.write(f'mail{number:03}', mail_of(number)) for number in range(N_MESSAGES + 1)]
    with tempfile.TemporaryDirectory(prefix='bellbuoy-stage-') as stage:
        folder = pathlib.Path(stage, 'lib/evolution/modules')
        folder.mkdir(parents=True)
        for module in sys.argv[2:]:
            (folder / 'module-bellbuoy.so').symlink_to(pathlib.Path(module).resolve())
        figures, log = play(stage, output, files)
    print(f'private MiB, each {STEP} messages:', *(f'{figure:.1f}' for figure in figures))
    plain, warned = blocks_of(log)
    if len(plain) < 2 or len(warned) < 2:
        sys.exit(len(sys.argv) > 2)
    slowest = max(tell('without a banner', plain), tell('with a banner', warned))
    sys.exit(tell_displayed(log) > LINKS_BUDGET_MS or slowest > BUDGET_MS)


if __name__ == '__main__':
    main()
