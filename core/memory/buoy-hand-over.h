/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the newest trace lines of one message say about the receiving side, before anything is concluded from them.
 */
#pragma once

#include <glib.h>

/* Results right below a line: "=" if they bear the name of the server that wrote it, otherwise their authserv-id; NULL
 * if there are none, or not certainly its own.
 */
#define BUOY_RESULTS_OF_SERVER "="

/* One Received line; strings belong to the message. */
typedef struct
{
  const char *by;      /* the server that wrote it; NULL */
  const char *peer;    /* the public address that it recorded; NULL */
  const char *helo;    /* the name that the client there gave; NULL */
  const char *results; /* NULL */
} BuoyHandOverLine;

typedef struct
{
  gint64 day;             /* days since 1970, by the receiving server's clock */
  BuoyHandOverLine outer; /* the first line that names a client outside, as far as can be told without memory */
  BuoyHandOverLine inner; /* the line below, if outer's client claims to have written it; otherwise all NULL */
} BuoyHandOver;
