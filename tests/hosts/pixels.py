# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a part of a screenshot is painted with."""
import re
import subprocess

MARKED = ('FFE8EA', '8C0A18')  # behind a marked link and its text, in both clients


def colors(picture, x, y, width, height):
    """The colours in a rectangle of a picture and how many pixels have each; none where it is outside."""
    geometry = f'{max(1, round(width))}x{max(1, round(height))}+{max(0, round(x))}+{max(0, round(y))}'
    command = ['convert', str(picture), '-crop', geometry, '+repage', '-depth', '8', '-format', '%c',
               'histogram:info:-']
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return {color.decode(): int(count)
            for count, color in re.findall(rb'(\d+): \([^)]*\) #([0-9A-F]{6})', result.stdout)}


def looks(found):
    """“marked”, “shown” or “blank”."""
    if any(found.get(color) for color in MARKED):
        return 'marked'
    return 'shown' if len(found) > 1 else 'blank'
