/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who registered a domain, and when: asked of its registry, where the reader wants to know.
 */
#pragma once

#include <gio/gio.h>

#include "net/rdap/buoy-registration.h"

G_BEGIN_DECLS

/**
 * BuoyLookupError:
 * @BUOY_LOOKUP_ERROR_NO_DOMAIN: an address, or a name that nobody can register
 * @BUOY_LOOKUP_ERROR_SHARED: everybody can have a name under it (a host's service, not a registry's), so its age says
 *   nothing
 * @BUOY_LOOKUP_ERROR_NO_REGISTRY: the registry of this top-level domain gives no such answers
 * @BUOY_LOOKUP_ERROR_NOT_REGISTERED: the registry knows no such domain
 * @BUOY_LOOKUP_ERROR_BUSY: the registry asks to wait
 * @BUOY_LOOKUP_ERROR_UNREACHABLE: no answer in time, or none at all
 * @BUOY_LOOKUP_ERROR_ANSWER: an answer that tells nothing
 *
 * Why nothing is known of a domain. None of it accuses anybody.
 *
 * Since: 1.0
 */
typedef enum
{
  BUOY_LOOKUP_ERROR_NO_DOMAIN,
  BUOY_LOOKUP_ERROR_SHARED,
  BUOY_LOOKUP_ERROR_NO_REGISTRY,
  BUOY_LOOKUP_ERROR_NOT_REGISTERED,
  BUOY_LOOKUP_ERROR_BUSY,
  BUOY_LOOKUP_ERROR_UNREACHABLE,
  BUOY_LOOKUP_ERROR_ANSWER
} BuoyLookupError;

#define BUOY_LOOKUP_ERROR (buoy_lookup_error_quark ())
BUOY_AVAILABLE_IN_1_0 GQuark buoy_lookup_error_quark (void);

BUOY_AVAILABLE_IN_1_0 BuoyRegistration *buoy_lookup_registration (const char *host, const char *gateway,
                                                                  GCancellable *cancellable, GError **error);

G_END_DECLS
