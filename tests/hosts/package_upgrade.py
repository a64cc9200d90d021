# SPDX-License-Identifier: LGPL-2.1-or-later
"""Replaces the installed packages while a mail client runs, for script/test-packages: the folders of the packages are
in BELLBUOY_EARLIER and BELLBUOY_PACKAGES. Needs root, and a machine that can be thrown away."""
import os
import pathlib
import subprocess


def _install(variable):
    packages = sorted(map(str, pathlib.Path(os.environ[variable]).glob('*.deb')))
    subprocess.run(['dpkg', '--install', *packages], check=True, stdout=subprocess.DEVNULL)


def install_earlier():
    _install('BELLBUOY_EARLIER')


def upgrade():
    _install('BELLBUOY_PACKAGES')
