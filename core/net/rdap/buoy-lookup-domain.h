/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/**
 * buoy_lookup_domain:
 * @host: a host from a message or a reader, in any spelling
 *
 * Returns: (transfer full) (nullable): the domain that a registry can be asked for, as A-labels in lower case; no other
 *   part of @host is ever sent. %NULL with a %BUOY_LOOKUP_ERROR if there is none
 */
char *buoy_lookup_domain (const char *host, GError **error);
