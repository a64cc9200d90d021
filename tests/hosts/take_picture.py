# SPDX-License-Identifier: LGPL-2.1-or-later
"""Takes a picture of a warning in the real Evolution, as it is after an installation.

    take_picture.py PREFIX LOCALE FOLDER
"""
import pathlib
import subprocess
import sys

from evolution_driver import Atspi, Evolution
from evolution_profile import READERS_LIST_SHARE
from scenes import SAMPLES, SHOWN, settle

SIZE = '1000x1100'  # room for the whole warning
# For each language: the end of the name, and which of the samples is shown.
SUBJECTS = {'C.UTF-8': ('en', 1), 'ja_JP.UTF-8': ('ja', 0)}


def size_of(window):
    area = window.get_extents(Atspi.CoordType.SCREEN)
    return f'{area.width}x{area.height}'


def take(stage, locale, folder):
    language, place = SUBJECTS[locale]
    output = pathlib.Path(__file__).resolve().parent.parent / 'output'
    with Evolution(stage, SAMPLES, SAMPLES[place].stem, output, locale, name='picture', size=SIZE,
                   list_share=READERS_LIST_SHARE) as evolution:
        evolution.unfolds = False  # as a reader sees it first
        evolution.wait_for_message(SHOWN[place])
        evolution.repeat(lambda: evolution.resize(SIZE), 'its size', lambda: size_of(evolution.window) == SIZE)
        evolution.wait_for_banner()
        settle()
        picture = evolution.screenshot('banner')
    # few colours are enough, and every clone of the project has the file
    subprocess.run(['convert', str(picture), '-crop', f'{SIZE}+0+0', '+repage', '-strip', '-dither', 'None',
                    '-colors', '128', f'PNG8:{folder}/banner-{language}.png'], check=True)


if __name__ == '__main__':
    take(*sys.argv[1:])
