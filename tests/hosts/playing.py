# SPDX-License-Identifier: LGPL-2.1-or-later
"""Which scenes are played in a language, and how it is told what came of them: for Evolution and Thunderbird."""
import contextlib
import os
import sys
import time
import traceback

STARTS = 'starts in time'
QUIET = 'quits without a complaint of ours'
MAIN_LOCALE = 'C.UTF-8'
AGAIN = os.EX_TEMPFAIL  # 75, as script/test and debian/tests/play know it


def scenes_of(play, locale):
    """All of them in the main locale; in another one those that show words of ours or how they are laid out."""
    wordless = getattr(play, 'WORDLESS', ())
    return [scene for scene in play.SCENES if locale == MAIN_LOCALE or scene not in wordless]


@contextlib.contextmanager
def timed(scene):
    """Tells how long it took, to find those that wait for nothing."""
    begin = time.monotonic()
    try:
        yield
    finally:
        print(f'# {scene.__name__}: {time.monotonic() - begin:.1f} s', flush=True)


def play_scene(client, scene):
    """Whether it passed."""
    try:
        with timed(scene):
            client.close_others()
            scene(client)
    except Exception:  # pylint: disable=broad-except
        traceback.print_exc()
        client.screenshot(f'failed-{scene.__name__}')
        return False
    return True


def play_scenes(client, scenes, is_last):
    """The result of each, by name; unless it is the last time, up to the first that fails: all will be played again."""
    results = {}
    for scene in scenes:
        results[scene.__name__] = play_scene(client, scene)
        if not results[scene.__name__] and not is_last:
            break
    return results


def is_quiet(status, complaints):
    """Whether the client quit by itself, without a complaint of ours; prints what says that it did not."""
    if status != 0:
        print(f'# ended with status {status}')
    for line in complaints:
        print('#', line)
    return status == 0 and not complaints


def status_of(results, is_last):
    """A busy machine may lose keys and clicks or start a client late: worth another try when nothing else runs. That
    never explains a crash or a warning from us.
    """
    if all(results.values()):
        return 0
    return AGAIN if results.get(QUIET, True) and not is_last else 1


def tell(results, is_last):
    """Ends the program with the results in TAP."""
    print(f'1..{len(results)}')
    for number, (name, passed) in enumerate(results.items(), start=1):
        print(f'{"ok" if passed else "not ok"} {number} {name}')
    sys.exit(status_of(results, is_last))
