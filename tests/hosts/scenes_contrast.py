# SPDX-License-Identifier: LGPL-2.1-or-later
"""A theme of high contrast."""
from looks import scenes_in

LOOKS = {'theme': 'HighContrast'}
SCENES = scenes_in('contrast')
