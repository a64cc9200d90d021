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
  BUOY_RDNS_UNVERIFIED, /* found, but it does not resolve back to the address ("may be forged") */
  BUOY_RDNS_VERIFIED    /* found, in the form in which this server writes verified names */
} BuoyRdnsState;

typedef struct
{
  guint header_index; /* index in BuoyMessage.headers */
  char *helo;         /* the name the client gave, ASCII lower case; NULL */
  char *rdns;         /* the reverse name the server found, ASCII lower case; NULL */
  BuoyRdnsState rdns_state;
  char *ip;               /* canonical text form without brackets or "IPv6:"; NULL */
  char *by;               /* the server that wrote the line, ASCII lower case; NULL */
  char *with;             /* protocol, upper case: "ESMTPS", "HTTP", "LMTP"; NULL */
  char *recipient;        /* for <…>; NULL */
  GDateTime *date;        /* NULL if unreadable */
  gboolean authenticated; /* the client logged in (ESMTPSA, "Authenticated sender") */
  gboolean local;         /* passed on within one machine: no from, a pipe, a uid, from localhost */
} BuoyReceived;

/* Never fails: what cannot be parsed is NULL. @value: unfolded header value, any bytes. */
BuoyReceived *buoy_received_parse (const char *value);
void buoy_received_free (BuoyReceived *received);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyReceived, buoy_received_free)
