# SPDX-License-Identifier: LGPL-2.1-or-later
"""The packages are replaced while Evolution runs: it goes on warning, and nothing crashes. For script/test-packages."""
import package_upgrade
from scenes import show_first
from scenes_banner import only_deceit_is_warned_of


def prepare(_evolution):
    package_upgrade.install_earlier()


def upgrade_stops_no_warning(evolution):
    show_first(evolution)
    evolution.wait_for_banner()
    package_upgrade.upgrade()
    only_deceit_is_warned_of(evolution)


SCENES = (upgrade_stops_no_warning,)
