/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One Received line (RFC 5321 §4.4), in the forms that mail servers really write.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_RDNS_NOT_SAID,   /* this server does not write reverse names */
  BUOY_RDNS_UNKNOWN,    /* it looked and found none ("unknown") */
  BUOY_RDNS_UNVERIFIED, /* found, but it does not lead back to the address ("may be forged") */
  BUOY_RDNS_VERIFIED    /* found, as this server writes names it has looked up */
} BuoyRdnsState;

typedef struct
{
  guint header_index; /* place in BuoyMessage.headers */
  char *helo;         /* what the client called itself, ASCII lower case; NULL */
  char *rdns;         /* the reverse name that the server saw, ASCII lower case; NULL */
  BuoyRdnsState rdns_state;
  char *ip;               /* canonical text form without brackets or "IPv6:"; NULL */
  char *by;               /* the server that wrote the line, ASCII lower case; NULL */
  char *with;             /* protocol, upper case: "ESMTPS", "HTTP", "LMTP"; NULL */
  char *recipient;        /* for <…>; NULL */
  GDateTime *date;        /* NULL where unreadable */
  gboolean authenticated; /* the client logged in (ESMTPSA, "Authenticated sender") */
  gboolean local;         /* handed over inside one machine: no from, a pipe, a uid, from localhost */
} BuoyReceived;

/* Never fails: what cannot be read is NULL. @value: unfolded header value, any bytes. */
BuoyReceived *buoy_received_parse (const char *value);
void buoy_received_free (BuoyReceived *received);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyReceived, buoy_received_free)
