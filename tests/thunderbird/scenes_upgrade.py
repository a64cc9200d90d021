# SPDX-License-Identifier: LGPL-2.1-or-later
"""The packages are replaced while Thunderbird runs: it goes on warning, and does so after its next start. For
script/test-packages."""
import os
import signal

import package_upgrade
from scenes import EKINET, PARCEL, SAMPLES, wait_for_banner
from scenes_failures import host_pids

MAILS = {'Samples': SAMPLES}


def prepare(_client):
    package_upgrade.install_earlier()


def upgrade_stops_no_warning(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    package_upgrade.upgrade()
    client.show(PARCEL)
    wait_for_banner(client)
    for pid in host_pids(client):
        os.kill(pid, signal.SIGKILL)  # the next one is the new program's, with the extension of before
    client.show(EKINET)
    wait_for_banner(client)


def next_start_has_the_new_one(client):
    client.quit()
    client.start_client()
    client.show(EKINET, 'Samples')
    wait_for_banner(client)


SCENES = (upgrade_stops_no_warning, next_start_has_the_new_one)
