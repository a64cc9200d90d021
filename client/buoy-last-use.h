/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records when a mail client last checked a message, as the modification time of an empty file, for `bellbuoy doctor`.
 */
#pragma once

#include <glib.h>

#define BUOY_LAST_USE_EVOLUTION "evolution"
#define BUOY_LAST_USE_THUNDERBIRD "thunderbird"

/* Records that @client checks a message now, at most once a minute. Errors are ignored. Any thread may call this. */
void buoy_last_use_note (const char *client);

/* (transfer full) (nullable): when @client last checked a message, in local time; NULL if never. */
GDateTime *buoy_last_use_get (const char *client);
