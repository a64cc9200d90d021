/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Services that send mail for others (data/senders.ini): "sent through X for Y" is normal, no accusation.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *id;       /* stable: "sendgrid" */
  char *title;    /* as the service spells itself: "SendGrid" */
  gboolean relay; /* the display name shows an author's address, and replies go back to the author */
  char **hosts;   /* sending hosts, return-path and click-tracker domains; sub-domains included */
} BuoySender;

/* The service that owns @ascii_host; NULL. */
const BuoySender *buoy_senders_find_by_host (const char *ascii_host);
