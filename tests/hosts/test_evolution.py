# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plays the scenes of one file, scenes_NAME.py, in one run of the real Evolution.

    test_evolution.py --module FILE --localedir FOLDER --schemas FOLDER --slow-scan FILE --fatal-criticals FILE
                      --output FOLDER NAME LOCALE
    test_evolution.py --installed --output FOLDER NAME LOCALE

Such a file has SCENES, functions that take the client, and may have MAILS, files; SELECT, which of them is shown
first; LOOKS, as Profile.write() takes them; SIZE of the window; SCHEMAS, False where the settings' schema is missing;
SENT, files in the folder of sent mail; CONTACTS, pairs of name and address in the address book; SLOW, if messages
with “X-Test: slow” are to be analysed late; prepare(), which takes the client before it starts; WORDLESS, those of
SCENES in which language plays no part, so that they are played in C.UTF-8 only.
It ends with status 75 at a scene that did not pass, for script/test to play the file again when nothing else runs,
unless the client crashed or complained of us.
"""
import argparse
import importlib
import pathlib
import shlex
import tempfile
import traceback

from evolution_driver import Evolution
from evolution_profile import SCHEMAS
from playing import QUIET, STARTS, is_quiet, play_scenes, scenes_of, tell
from scenes import EKINET, SAMPLES
from waiting import NotStarted


def main():
    parser = argparse.ArgumentParser()
    for name in ('module', 'localedir', 'schemas', 'slow-scan', 'fatal-criticals', 'output'):
        parser.add_argument(f'--{name}', type=pathlib.Path)
    parser.add_argument('--installed', action='store_true', help='play with what the packages have installed')
    parser.add_argument('--wrapper', default='', help='a command that runs the client')
    parser.add_argument('--last', action='store_true', help='play all scenes, and do not ask to be played again')
    parser.add_argument('name')
    parser.add_argument('locale')
    options = parser.parse_args()
    play = importlib.import_module(f'scenes_{options.name}')
    results = play_all(options, play)
    tell(results, options.last)


def play_all(options, play):
    if options.installed:
        return run(None, options, play)
    with tempfile.TemporaryDirectory(prefix='bellbuoy-stage-') as stage:
        link(options.module, pathlib.Path(stage, 'lib/evolution/modules/module-bellbuoy.so'))
        if getattr(play, 'SCHEMAS', True):
            link(options.schemas, pathlib.Path(stage, SCHEMAS))
        return run(stage, options, play)


def link(target, path):
    path.parent.mkdir(parents=True)
    path.symlink_to(target.resolve())


def open_client(stage, options, play):
    mails = getattr(play, 'MAILS', SAMPLES)
    evolution = Evolution(stage, mails, getattr(play, 'SELECT', EKINET), options.output, options.locale,
                          name=options.name, sent=getattr(play, 'SENT', SAMPLES[:1]),
                          size=getattr(play, 'SIZE', '1000x900'), localedir=options.localedir,
                          **getattr(play, 'LOOKS', {}))
    evolution.program[:0] = shlex.split(options.wrapper)
    evolution.contacts = getattr(play, 'CONTACTS', ())
    if hasattr(play, 'prepare'):
        play.prepare(evolution)
    if options.installed:
        return evolution
    preloads = [options.fatal_criticals, *([options.slow_scan] if getattr(play, 'SLOW', False) else [])]
    evolution.env['LD_PRELOAD'] = ' '.join(str(path.resolve()) for path in preloads)
    return evolution


def run(stage, options, play):
    """The result of each scene that was played, by name."""
    evolution = open_client(stage, options, play)
    try:
        with evolution:
            results = play_scenes(evolution, scenes_of(play, options.locale), options.last)
    except NotStarted:
        traceback.print_exc()
        return {STARTS: False}
    expected = getattr(play, 'COMPLAINT', None)
    complaints = [line for line in evolution.complaints() if expected is None or expected not in line]
    results[QUIET] = is_quiet(evolution.client.returncode, complaints)
    return results


if __name__ == '__main__':
    main()
