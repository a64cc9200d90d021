/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Services that send mail for others (data/senders.ini): it is normal that mail is sent through X for Y.
 */
#pragma once

#include <glib.h>

typedef struct
{
  const char *id;       /* stable: "sendgrid" */
  const char *title;    /* as the service spells itself: "SendGrid" */
  gboolean relay;       /* the display name shows the author's address, and replies go to the author */
  gboolean authorities; /* it sends only for authorities */
  char **hosts;         /* sending hosts, return-path and click-tracker domains, with their sub-domains */
} BuoySender;

/* The service that owns @ascii_host; NULL if there is none. */
const BuoySender *buoy_senders_find_by_host (const char *ascii_host);
