/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared parts of the Received parser.
 */
#pragma once

#include "message/header/buoy-received.h"
#include "message/header/buoy-tokens.h"

/* The server that wrote the line, as far as that affects the meaning of "from". */
typedef enum
{
  BUOY_WRITER_OTHER,
  BUOY_WRITER_EXIM,    /* a name without helo= is the reverse name */
  BUOY_WRITER_QMAIL,   /* the same */
  BUOY_WRITER_LOOKS_UP /* Sendmail and Google omit the name if there is none */
} BuoyWriter;

/* Reads helo, rdns, rdns_state and ip from the tokens @first … @end - 1, between "from" and "by". */
void buoy_received_read_peer (BuoyReceived *received, const GPtrArray *tokens, guint first, guint end,
                              BuoyWriter writer);

/* The canonical address in "192.0.2.1", "[192.0.2.1]:25", "[IPv6:2001:db8::1]" or "fe80::1%6", the IPv4 address for a
 * mapped one; NULL if there is none.
 */
char *buoy_received_take_ip (const char *text);

/* The host or IP address in @text, in lower-case ASCII, without trailing dots, brackets or port; NULL if there is none.
 */
char *buoy_received_take_host (const char *text);
