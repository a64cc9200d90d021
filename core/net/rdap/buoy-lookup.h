/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asks a registry who registered a domain, and when.
 */
#pragma once

#include <gio/gio.h>

#include "registry/buoy-registration.h"

G_BEGIN_DECLS

BuoyRegistration *buoy_lookup_registration (const char *host, const char *gateway, GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
