/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a registry says of a domain (RDAP, RFC 9083 §5.3), as far as a reader needs it.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-types.h"

G_BEGIN_DECLS

/**
 * BuoyRegistration:
 *
 * A domain's registration. All texts are the registry's own, valid UTF-8 of at most 400 bytes, without control
 * characters. Boxed and counted; never changed once it is made.
 *
 * Since: 0.2
 */
typedef struct _BuoyRegistration BuoyRegistration;

#define BUOY_TYPE_REGISTRATION (buoy_registration_get_type ())
BUOY_AVAILABLE_IN_0_2 GType buoy_registration_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyRegistration *buoy_registration_ref (BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 void buoy_registration_unref (BuoyRegistration *registration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyRegistration, buoy_registration_unref)

BUOY_AVAILABLE_IN_0_2 const char *buoy_registration_get_domain (const BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 GDateTime *buoy_registration_get_registered (const BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 int buoy_registration_get_age (const BuoyRegistration *registration, gint64 now);
BUOY_AVAILABLE_IN_0_2 const char *buoy_registration_get_registrar (const BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 const char *buoy_registration_get_holder (const BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_registration_is_private (const BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 const char *const *buoy_registration_get_statuses (const BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 const char *const *buoy_registration_get_name_servers (const BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 const char *buoy_registration_get_source (const BuoyRegistration *registration);
BUOY_AVAILABLE_IN_0_2 gint64 buoy_registration_get_asked (const BuoyRegistration *registration);

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
 * Since: 0.2
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
BUOY_AVAILABLE_IN_0_2 GQuark buoy_lookup_error_quark (void);

G_END_DECLS
