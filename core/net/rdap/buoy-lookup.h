/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who registered a domain, and when: asked of its registry, where the reader wants to know.
 */
#pragma once

#include <gio/gio.h>

#include "registry/buoy-registration.h"

G_BEGIN_DECLS

BUOY_AVAILABLE_IN_0_2 BuoyRegistration *buoy_lookup_registration (const char *host, const char *gateway,
                                                                  GCancellable *cancellable, GError **error);

G_END_DECLS
