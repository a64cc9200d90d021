/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records that the program that reads messages ended by itself while a mail client ran, in a file, for `bellbuoy
 * doctor`: the client has started it again, or has stopped checking messages.
 */
#pragma once

#include <glib.h>

typedef struct
{
  guint n_deaths;      /* since the client was started; 0: none */
  gboolean is_stopped; /* it is not started again */
  GDateTime *last;     /* in local time; NULL if there were none */
} BuoyDeaths;

/* Records one for @client (BUOY_LAST_USE_…), which is this process. Errors are ignored. Any thread may call this. */
void buoy_deaths_note (const char *client, gboolean is_stopped);

/* Those of @client, if the process that recorded them still runs. Free with buoy_deaths_clear(). */
void buoy_deaths_get (const char *client, BuoyDeaths *out_deaths);
void buoy_deaths_clear (BuoyDeaths *deaths);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BuoyDeaths, buoy_deaths_clear)
