/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hosts that anyone can use: shorteners, and places where anyone can publish.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_OPEN_HOST_NONE,
  BUOY_OPEN_HOST_SHORTENER, /* hides where a link leads */
  BUOY_OPEN_HOST_PUBLISHING /* storage, app hosting, tunnels, forms: the host does not identify the publisher */
} BuoyOpenHost;

/* What kind of open host @ascii_host is. */
BuoyOpenHost buoy_open_host_classify (const char *ascii_host);
