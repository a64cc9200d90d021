/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * When a mail client last had a message checked: the time of an empty file, for `bellbuoy doctor`.
 */
#pragma once

#include <glib.h>

#define BUOY_LAST_USE_EVOLUTION "evolution"
#define BUOY_LAST_USE_THUNDERBIRD "thunderbird"

/* Notes that @client has a message checked now; at most once a minute. What fails is ignored. Any thread may. */
void buoy_last_use_note (const char *client);

/* (transfer full) (nullable): when it last had one checked, local time; NULL if never. */
GDateTime *buoy_last_use_get (const char *client);
