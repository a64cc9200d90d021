/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/**
 * buoy_lookup_domain:
 * @host: what a message or a reader named, in any spelling
 *
 * Returns: (transfer full) (nullable): the domain that a registry can be asked for, A-labels in lower case: no more of
 *   @host than that ever leaves the machine. %NULL with a %BUOY_LOOKUP_ERROR where there is none
 */
char *buoy_lookup_domain (const char *host, GError **error);
