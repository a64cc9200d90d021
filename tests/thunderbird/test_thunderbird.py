# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plays the scenes of files scenes_NAME.py in one run of the real Thunderbird.

    test_thunderbird.py --xpi FILE --host PROGRAM --localedir FOLDER --schemas FOLDER --output FOLDER LOCALE NAME…
    test_thunderbird.py --installed --output FOLDER LOCALE NAME…

Such a file has SCENES, functions that take the client, and MAILS, lists of files by folder; it may have PREFS of
Thunderbird; prepare(), which takes the client before it starts; WORDLESS, those of SCENES in which language plays no
part, so that they are played in C.UTF-8 only. Files that have no PREFS and no prepare() may share a run.
"""
import argparse
import importlib
import pathlib
import sys
import traceback

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parent.parent / 'hosts'))
# pylint: disable=wrong-import-position
from playing import QUIET, STARTS, is_quiet, play_scenes, scenes_of, tell  # noqa: E402
from thunderbird_driver import Thunderbird, leave_network  # noqa: E402
from waiting import NotStarted  # noqa: E402

# Whether an add-on outside of the profile is taken is for the packages to prove, without what the remote control sets.
AS_DEBIAN = {'extensions.autoDisableScopes': None, 'extensions.startupScanScopes': None,
             'remote.prefs.recommended': False}


def main():
    parser = argparse.ArgumentParser()
    for name in ('xpi', 'host', 'localedir', 'schemas', 'output'):
        parser.add_argument(f'--{name}', type=pathlib.Path)
    parser.add_argument('--installed', action='store_true', help='play with what the packages have installed')
    parser.add_argument('--last', action='store_true', help='play all scenes, and do not ask to be played again')
    parser.add_argument('locale')
    parser.add_argument('names', nargs='+', metavar='NAME')
    options = parser.parse_args()
    leave_network()
    plays = [importlib.import_module(f'scenes_{name}') for name in options.names]
    results = run(options, plays)
    tell(results, options.last)


def open_client(options, plays):
    mails, prefs = {}, dict(AS_DEBIAN) if options.installed else {}
    for play in plays:
        mails |= play.MAILS
        prefs |= getattr(play, 'PREFS', {})
    client = Thunderbird(mails, options.output, options.locale, prefs=prefs, name='-'.join(options.names))
    if options.installed:
        client.use_installed()
    else:
        client.install(options.xpi, options.host)
        client.env.update({'GSETTINGS_SCHEMA_DIR': str(options.schemas.resolve()),
                           'BELLBUOY_LOCALEDIR': str(options.localedir.resolve())})
    for play in plays:
        if hasattr(play, 'prepare'):
            play.prepare(client)
    return client


def run(options, plays):
    """The result of each scene that was played, by name."""
    client = open_client(options, plays)
    scenes = [scene for play in plays for scene in scenes_of(play, options.locale)]
    try:
        with client:
            results = play_scenes(client, scenes, options.last)
            complaints = client.complaints()
            client.quit()
    except NotStarted:
        traceback.print_exc()
        return {STARTS: False}
    results[QUIET] = is_quiet(client.client.returncode, complaints)
    return results


if __name__ == '__main__':
    main()
