/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "registry/buoy-registration-private.h"

#define FORMAT "(sxssbasassx)"
#define DAY (24 * 60 * 60)
#define LAST_SECOND G_GINT64_CONSTANT (253402300799) /* of the year 9999 */

/**
 * buoy_lookup_error_quark:
 *
 * Gives the domain of the errors of #BuoyLookupError.
 *
 * Returns: the domain
 *
 * Since: 0.2
 */
GQuark
buoy_lookup_error_quark (void)
{
  return g_quark_from_static_string ("buoy-lookup-error-quark");
}

G_DEFINE_BOXED_TYPE (BuoyRegistration, buoy_registration, buoy_registration_ref, buoy_registration_unref)

BuoyRegistration *
buoy_registration_new (const char *domain)
{
  BuoyRegistration *registration = g_atomic_rc_box_new0 (BuoyRegistration);

  registration->domain = g_strdup (domain);
  registration->registrar = g_strdup ("");
  registration->holder = g_strdup ("");
  registration->source = g_strdup ("");
  registration->statuses = g_new0 (char *, 1);
  registration->name_servers = g_new0 (char *, 1);
  return registration;
}

/**
 * buoy_registration_ref:
 * @registration: a registration
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @registration
 *
 * Since: 0.2
 */
BuoyRegistration *
buoy_registration_ref (BuoyRegistration *registration)
{
  return g_atomic_rc_box_acquire (registration);
}

static void
clear (gpointer data)
{
  BuoyRegistration *registration = data;

  g_free (registration->domain);
  g_free (registration->registrar);
  g_free (registration->holder);
  g_free (registration->source);
  g_strfreev (registration->statuses);
  g_strfreev (registration->name_servers);
}

/**
 * buoy_registration_unref:
 * @registration: (transfer full): a registration
 *
 * Drops a reference; any thread may.
 *
 * Since: 0.2
 */
void
buoy_registration_unref (BuoyRegistration *registration)
{
  g_atomic_rc_box_release_full (registration, clear);
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

/* What a calendar can tell. */
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
  registration = g_atomic_rc_box_new0 (BuoyRegistration);
  g_variant_get (value, "(sxssb^as^assx)", &registration->domain, &registration->registered, &registration->registrar,
                 &registration->holder, &registration->is_private, &registration->statuses, &registration->name_servers,
                 &registration->source, &registration->asked);
  if (is_time (registration->registered) && is_time (registration->asked))
    return registration;
  buoy_registration_unref (registration);
  return NULL;
}

/**
 * buoy_registration_get_domain:
 * @registration: a registration
 *
 * Names the domain.
 *
 * Returns: (transfer none): the domain that was asked for: A-labels, lower case
 *
 * Since: 0.2
 */
const char *
buoy_registration_get_domain (const BuoyRegistration *registration)
{
  return registration->domain;
}

/**
 * buoy_registration_get_registered:
 * @registration: a registration
 *
 * Tells since when the domain is registered.
 *
 * Returns: (transfer full) (nullable): when the domain was registered, UTC; %NULL where the registry does not say
 *
 * Since: 0.2
 */
GDateTime *
buoy_registration_get_registered (const BuoyRegistration *registration)
{
  return registration->registered == 0 ? NULL : g_date_time_new_from_unix_utc (registration->registered);
}

/**
 * buoy_registration_get_age:
 * @registration: a registration
 * @now: seconds since 1970
 *
 * Tells how old the registration is.
 *
 * Returns: whole days since the domain was registered, 0 for one whose registration lies ahead (clocks differ); -1
 *   where the registry does not say
 *
 * Since: 0.2
 */
int
buoy_registration_get_age (const BuoyRegistration *registration, gint64 now)
{
  if (registration->registered == 0)
    return -1;
  return MAX (0, now - registration->registered) / DAY;
}

/**
 * buoy_registration_get_registrar:
 * @registration: a registration
 *
 * Names the registrar.
 *
 * Returns: (transfer none): the registrar's name; "" where the registry does not say
 *
 * Since: 0.2
 */
const char *
buoy_registration_get_registrar (const BuoyRegistration *registration)
{
  return registration->registrar;
}

/**
 * buoy_registration_get_holder:
 * @registration: a registration
 *
 * Names who registered the domain.
 *
 * Returns: (transfer none): who registered it, or the privacy service that stands in; "" where the registry does
 *   not say
 *
 * Since: 0.2
 */
const char *
buoy_registration_get_holder (const BuoyRegistration *registration)
{
  return registration->holder;
}

/**
 * buoy_registration_is_private:
 * @registration: a registration
 *
 * Tells whether the holder is hidden.
 *
 * Returns: whether who registered it is hidden: redacted (RFC 9537) or behind a privacy service. Nine of ten domains
 *   are, so it accuses nobody.
 *
 * Since: 0.2
 */
gboolean
buoy_registration_is_private (const BuoyRegistration *registration)
{
  return registration->is_private;
}

/**
 * buoy_registration_get_statuses:
 * @registration: a registration
 *
 * Lists the states of the domain.
 *
 * Returns: (transfer none): RDAP's status words ("client hold", RFC 8056), at most 16
 *
 * Since: 0.2
 */
const char *const *
buoy_registration_get_statuses (const BuoyRegistration *registration)
{
  return (const char *const *) registration->statuses;
}

/**
 * buoy_registration_get_name_servers:
 * @registration: a registration
 *
 * Lists the name servers of the domain.
 *
 * Returns: (transfer none): host names in lower case, at most 16
 *
 * Since: 0.2
 */
const char *const *
buoy_registration_get_name_servers (const BuoyRegistration *registration)
{
  return (const char *const *) registration->name_servers;
}

/**
 * buoy_registration_get_source:
 * @registration: a registration
 *
 * Tells who gave the answer.
 *
 * Returns: (transfer none): the host that gave the answer: "rdap.verisign.com"
 *
 * Since: 0.2
 */
const char *
buoy_registration_get_source (const BuoyRegistration *registration)
{
  return registration->source;
}

/**
 * buoy_registration_get_asked:
 * @registration: a registration
 *
 * Tells how old the answer is.
 *
 * Returns: when it was asked, in seconds since 1970; answers are kept for a while
 *
 * Since: 0.2
 */
gint64
buoy_registration_get_asked (const BuoyRegistration *registration)
{
  return registration->asked;
}
