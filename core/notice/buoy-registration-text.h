/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a registry says about a domain, in words.
 */
#pragma once

#include "registry/buoy-registration.h"

G_BEGIN_DECLS

char **buoy_registration_tell (const BuoyRegistration *registration, gint64 now);
char *buoy_lookup_to_json (const char *host, const BuoyRegistration *registration, const GError *error, gint64 now);
const char *buoy_lookup_explain (const GError *error);

G_END_DECLS
