# SPDX-License-Identifier: LGPL-2.1-or-later
"""A dark theme."""
from looks import scenes_in

LOOKS = {'dark': True}
SCENES = scenes_in('dark')
