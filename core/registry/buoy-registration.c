/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "registry/buoy-registration-private.h"

#define FORMAT "(sxssbasassx)"
#define DAY (24 * 60 * 60)
#define LAST_SECOND G_GINT64_CONSTANT (253402300799) /* the last of year 9999, where GDateTime ends */

typedef struct
{
  char *source; /* NULL if no server was asked */
  gint64 asked;
} BuoyLookupErrorPrivate;

static void
buoy_lookup_error_private_init (BuoyLookupErrorPrivate *private)
{
}

static void
buoy_lookup_error_private_copy (const BuoyLookupErrorPrivate *from, BuoyLookupErrorPrivate *to)
{
  to->source = g_strdup (from->source);
  to->asked = from->asked;
}

static void
buoy_lookup_error_private_clear (BuoyLookupErrorPrivate *private)
{
  g_free (private->source);
}

/*< private >
 * buoy_lookup_error_quark:
 *
 * Gets the error domain of #BuoyLookupError.
 *
 * Returns: the error domain
 */
G_DEFINE_EXTENDED_ERROR (BuoyLookupError, buoy_lookup_error)

void
buoy_lookup_error_set_asked (GError *error, const char *source, gint64 asked)
{
  BuoyLookupErrorPrivate *private = buoy_lookup_error_get_private (error);

  g_free (private->source);
  private->source = g_strdup (source);
  private->asked = asked;
}

const char *
buoy_lookup_error_get_source (const GError *error)
{
  return buoy_lookup_error_get_private (error)->source;
}

gint64
buoy_lookup_error_get_asked (const GError *error)
{
  return buoy_lookup_error_get_private (error)->asked;
}

BuoyRegistration *
buoy_registration_new (const char *domain)
{
  BuoyRegistration *registration = g_new0 (BuoyRegistration, 1);

  registration->domain = g_strdup (domain);
  registration->registrar = g_strdup ("");
  registration->holder = g_strdup ("");
  registration->source = g_strdup ("");
  registration->statuses = g_new0 (char *, 1);
  registration->name_servers = g_new0 (char *, 1);
  return registration;
}

/*< private >
 * buoy_registration_free:
 * @registration: (transfer full): a registration
 *
 * Frees it.
 */
void
buoy_registration_free (BuoyRegistration *registration)
{
  g_free (registration->domain);
  g_free (registration->registrar);
  g_free (registration->holder);
  g_free (registration->source);
  g_strfreev (registration->statuses);
  g_strfreev (registration->name_servers);
  g_free (registration);
}

GBytes *
buoy_registration_to_bytes (const BuoyRegistration *registration)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (
      g_variant_new ("(sxssb^as^assx)", registration->domain, registration->registered, registration->registrar,
                     registration->holder, registration->is_private, registration->statuses, registration->name_servers,
                     registration->source, registration->asked));

  return g_variant_get_data_as_bytes (value);
}

/* Whether GDateTime can represent the time. */
static gboolean
is_time (gint64 seconds)
{
  return seconds >= 0 && seconds <= LAST_SECOND;
}

BuoyRegistration *
buoy_registration_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), bytes, FALSE));
  BuoyRegistration *registration;

  if (!g_variant_is_normal_form (value))
    return NULL;
  registration = g_new0 (BuoyRegistration, 1);
  g_variant_get (value, "(sxssb^as^assx)", &registration->domain, &registration->registered, &registration->registrar,
                 &registration->holder, &registration->is_private, &registration->statuses, &registration->name_servers,
                 &registration->source, &registration->asked);
  if (is_time (registration->registered) && is_time (registration->asked))
    return registration;
  buoy_registration_free (registration);
  return NULL;
}

/*< private >
 * buoy_registration_get_domain:
 * @registration: a registration
 *
 * Gets the domain.
 *
 * Returns: (transfer none): the domain that was looked up: A-labels, lower case
 */
const char *
buoy_registration_get_domain (const BuoyRegistration *registration)
{
  return registration->domain;
}

/*< private >
 * buoy_registration_get_registered:
 * @registration: a registration
 *
 * Gets the time of the registration.
 *
 * Returns: (transfer full) (nullable): when the domain was registered, UTC; %NULL if the registry does not say
 */
GDateTime *
buoy_registration_get_registered (const BuoyRegistration *registration)
{
  return registration->registered == 0 ? NULL : g_date_time_new_from_unix_utc (registration->registered);
}

/*< private >
 * buoy_registration_get_age:
 * @registration: a registration
 * @now: seconds since 1970
 *
 * Gets the age of the registration.
 *
 * Returns: whole days since the domain was registered; 0 if that is in the future (clocks differ); -1 if the registry
 *   does not say
 */
int
buoy_registration_get_age (const BuoyRegistration *registration, gint64 now)
{
  if (registration->registered == 0)
    return -1;
  return MAX (0, now - registration->registered) / DAY;
}

/*< private >
 * buoy_registration_get_registrar:
 * @registration: a registration
 *
 * Gets the registrar.
 *
 * Returns: (transfer none): the registrar's name; "" if the registry does not say
 */
const char *
buoy_registration_get_registrar (const BuoyRegistration *registration)
{
  return registration->registrar;
}

/*< private >
 * buoy_registration_get_holder:
 * @registration: a registration
 *
 * Gets the registrant of the domain.
 *
 * Returns: (transfer none): the registrant, or the privacy service that represents it; "" if the registry does not say
 */
const char *
buoy_registration_get_holder (const BuoyRegistration *registration)
{
  return registration->holder;
}

/*< private >
 * buoy_registration_is_private:
 * @registration: a registration
 *
 * Checks whether the registrant is hidden. That is so for nine of ten domains, so it is not evidence against the
 * sender.
 *
 * Returns: whether the registrant is redacted (RFC 9537), or represented by a privacy service
 */
gboolean
buoy_registration_is_private (const BuoyRegistration *registration)
{
  return registration->is_private;
}

/*< private >
 * buoy_registration_get_statuses:
 * @registration: a registration
 *
 * Gets the status values of the domain.
 *
 * Returns: (transfer none): RDAP status values ("client hold", RFC 8056), at most 16
 */
const char *const *
buoy_registration_get_statuses (const BuoyRegistration *registration)
{
  return (const char *const *) registration->statuses;
}

/*< private >
 * buoy_registration_get_name_servers:
 * @registration: a registration
 *
 * Gets the name servers of the domain.
 *
 * Returns: (transfer none): host names in lower case, at most 16
 */
const char *const *
buoy_registration_get_name_servers (const BuoyRegistration *registration)
{
  return (const char *const *) registration->name_servers;
}

/*< private >
 * buoy_registration_get_source:
 * @registration: a registration
 *
 * Gets the server that answered.
 *
 * Returns: (transfer none): its host name: "rdap.verisign.com"
 */
const char *
buoy_registration_get_source (const BuoyRegistration *registration)
{
  return registration->source;
}

/*< private >
 * buoy_registration_get_asked:
 * @registration: a registration
 *
 * Gets the time of the query. Answers are kept for a while.
 *
 * Returns: when the server was asked, in seconds since 1970
 */
gint64
buoy_registration_get_asked (const BuoyRegistration *registration)
{
  return registration->asked;
}
