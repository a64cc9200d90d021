/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Services that send mail for others (data/senders.ini): "sent through X for Y" is a fact, no accusation.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *id;       /* stable: "sendgrid" */
  char *title;    /* as the service writes itself: "SendGrid" */
  gboolean relay; /* the name of From shows an author's address, and answers go back to the author */
  char **hosts;   /* sending hosts, return-path and click-tracker domains; sub-domains included */
} BuoySender;

/* The service that owns @ascii_host; NULL. */
const BuoySender *buoy_senders_find_by_host (const char *ascii_host);
