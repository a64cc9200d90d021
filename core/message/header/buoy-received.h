/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One Received line (RFC 5321 §4.4), in the forms that mail servers really write.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_RDNS_NOT_SAID,   /* this server does not write reverse names */
  BUOY_RDNS_UNKNOWN,    /* the server looked it up and found none ("unknown") */
  BUOY_RDNS_UNVERIFIED, /* found, but it does not resolve back to the address ("may be forged") */
  BUOY_RDNS_VERIFIED    /* found, in the form in which this server writes verified names */
} BuoyRdnsState;

/* Pointers are NULL if the line lacks the value or it cannot be parsed. */
typedef struct
{
  guint header_index; /* index in BuoyMessage.headers */
  char *helo;         /* the name that the client gave, lower-case ASCII */
  char *rdns;         /* the reverse name that the server found, lower-case ASCII */
  BuoyRdnsState rdns_state;
  char *ip;        /* of the client, in canonical text form without brackets or "IPv6:" */
  char *by;        /* the server that wrote the line, lower-case ASCII */
  char *with;      /* protocol, upper case: "ESMTPS", "HTTP", "LMTP" */
  char *recipient; /* for <…> */
  GDateTime *date;
  gboolean authenticated; /* the client logged in (ESMTPSA, "Authenticated sender") */
  gboolean local;         /* passed on within one machine: no from, a pipe, a uid, from localhost */
} BuoyReceived;

/* Parses @value, unfolded, any bytes. Never fails. (transfer full) */
BuoyReceived *buoy_received_parse (const char *value);
void buoy_received_free (BuoyReceived *received);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyReceived, buoy_received_free)
