/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The registration data of a domain (RDAP, RFC 9083 §5.3), as far as readers need it.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*< private >
 * BuoyRegistration:
 *
 * The registration of a domain. All texts are from the registry: valid UTF-8 of at most 400 bytes, without control
 * characters. Immutable.
 */
typedef struct _BuoyRegistration BuoyRegistration;

void buoy_registration_free (BuoyRegistration *registration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyRegistration, buoy_registration_free)

const char *buoy_registration_get_domain (const BuoyRegistration *registration);
GDateTime *buoy_registration_get_registered (const BuoyRegistration *registration);
int buoy_registration_get_age (const BuoyRegistration *registration, gint64 now);
const char *buoy_registration_get_registrar (const BuoyRegistration *registration);
const char *buoy_registration_get_holder (const BuoyRegistration *registration);
gboolean buoy_registration_is_private (const BuoyRegistration *registration);
const char *const *buoy_registration_get_statuses (const BuoyRegistration *registration);
const char *const *buoy_registration_get_name_servers (const BuoyRegistration *registration);
const char *buoy_registration_get_source (const BuoyRegistration *registration);
gint64 buoy_registration_get_asked (const BuoyRegistration *registration);

/*< private >
 * BuoyLookupError:
 * @BUOY_LOOKUP_ERROR_NO_DOMAIN: an IP address, or a name that cannot be registered
 * @BUOY_LOOKUP_ERROR_SHARED: a hosting service gives anyone a name under the domain, so its age is irrelevant
 * @BUOY_LOOKUP_ERROR_NO_REGISTRY: the registry of this top-level domain does not offer RDAP
 * @BUOY_LOOKUP_ERROR_NOT_REGISTERED: the domain is not registered
 * @BUOY_LOOKUP_ERROR_BUSY: the registry limits the rate of queries
 * @BUOY_LOOKUP_ERROR_UNREACHABLE: no response, or not in time
 * @BUOY_LOOKUP_ERROR_ANSWER: the response is invalid or has no usable data
 *
 * Why nothing is known about a domain. None of these is evidence against the sender.
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
GQuark buoy_lookup_error_quark (void);

G_END_DECLS
