# SPDX-License-Identifier: LGPL-2.1-or-later
"""Waits for what a mail client does asynchronously, and provides a display."""
import contextlib
import fcntl
import os
import subprocess
import time

FIRST_DISPLAY = 20
SLOW = 30  # seconds; a machine that builds at the same time takes long to start a mail client
PATIENCE = float(os.environ.get('BELLBUOY_PATIENCE', '1'))  # how much slower a wrapper makes the client


class Failure(Exception):
    """Something expected was not seen."""


class NotStarted(Failure):
    """The client did not appear in time; it did not end either."""


def wait_for(what, condition, seconds=SLOW, passing=()):
    """The first true value of `condition`; errors of the types `passing` count as false."""
    end = time.monotonic() + seconds * PATIENCE
    while True:
        began = time.monotonic()
        try:
            value = condition()
        except passing:
            value = None
        if value:
            return value
        now = time.monotonic()
        if now > end:
            raise Failure(f'waited {seconds} seconds for {what}')
        # Two thirds of the time are the client's: a look at all its widgets keeps it from what is waited for.
        time.sleep(min(max(0.1, 2 * (now - began)), 1))


@contextlib.contextmanager
def _lock(folder):
    """One of our programs at a time."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _is_taken(display):
    return any(os.path.exists(path) for path in (f'/tmp/.X{display}-lock', f'/tmp/.X11-unix/X{display}'))


def _start_xvfb(spawn, log, display):
    """Whether it runs: another tree may have a display of that number in the same network namespace."""
    read_end, write_end = os.pipe()
    spawn('Xvfb', f':{display}', '-displayfd', str(write_end), '-screen', '0', '1400x1200x24', '-nolisten', 'tcp',
          '-noreset',  # its first client leaves at once, and the next would meet it while it starts anew
          pass_fds=[write_end], stdout=log)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        return bool(pipe.readline())


def start_display(spawn, log):
    """The name of a new display; `spawn` starts a program as subprocess.Popen() does.

    Xvfb would choose a number by itself, but one that is free in its own network namespace, and take its files away
    from a display outside.
    """
    with _lock('/tmp'):
        for display in range(FIRST_DISPLAY, FIRST_DISPLAY + 1000):
            if not _is_taken(display) and _start_xvfb(spawn, log, display):
                return f':{display}'
    raise Failure('Xvfb does not start')


def end_all(processes):
    """Ends our own processes, in reverse order."""
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
    """A mail client and its environment, as a context manager: has `client`, `env`, `log`, `processes`, _start(), stop()."""

    def __enter__(self):
        try:
            self._start()
        except BaseException as error:
            is_late = isinstance(error, Failure) and self.client is not None and self.client.poll() is None
            self.stop()
            if is_late:
                raise NotStarted from error
            raise
        return self

    def __exit__(self, *unused):
        self.stop()

    def take_picture(self, path, *crop):
        """Writes what the screen shows, compressed little: that is twice as fast."""
        subprocess.run(['import', '-window', 'root', *crop, '-quality', '10', str(path)], env=self.env, check=True)

    def _spawn(self, *command, **kwargs):
        process = subprocess.Popen(command, env=self.env, stderr=self.log, **kwargs)
        self.processes.append(process)
        return process
