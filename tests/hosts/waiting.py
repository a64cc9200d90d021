# SPDX-License-Identifier: LGPL-2.1-or-later
"""Waiting for what a mail client does in its own time, and the display on which it does it."""
import os
import subprocess
import time

SLOW = 30  # seconds; a machine that builds at the same time takes long to start a mail client
PATIENCE = float(os.environ.get('BELLBUOY_PATIENCE', '1'))  # how much slower a wrapper makes the client


class Failure(Exception):
    """What should have been seen, and wasn't."""


def wait_for(what, condition, seconds=SLOW, passing=()):
    """The first true value of `condition`, whose errors of the types `passing` are taken for a no."""
    end = time.monotonic() + seconds * PATIENCE
    while True:
        try:
            value = condition()
        except passing:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f'waited {seconds} seconds for {what}')
        time.sleep(0.05)


def start_display(spawn, log):
    """The name of a new display; `spawn` starts a program as subprocess.Popen() does."""
    read_end, write_end = os.pipe()
    spawn('Xvfb', '-displayfd', str(write_end), '-screen', '0', '1400x1200x24', '-nolisten', 'tcp',
          '-noreset',  # its first client leaves at once, and the next would meet it while it starts anew
          pass_fds=[write_end], stdout=log)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        return ':' + pipe.readline().strip()


def end_all(processes):
    """Ends our own processes, the last one first."""
    for process in reversed(processes):
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Session:
    """A mail client and what it needs, from `with` to its end: has `env`, `log`, `processes`, _start() and stop()."""

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *unused):
        self.stop()

    def _spawn(self, *command, **kwargs):
        process = subprocess.Popen(command, env=self.env, stderr=self.log, **kwargs)
        self.processes.append(process)
        return process
