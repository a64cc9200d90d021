/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a registry says about a domain, in the reader's language. Names are the registry's own and unchanged.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/buoy-registration-text.h"
#include "notice/notice-private.h"

#include "base/host/buoy-host.h"

void
buoy_notice_add_pair (GStrvBuilder *pairs, const char *label, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_strv_builder_add (pairs, label);
  g_strv_builder_add (pairs, value);
}

static char *
tell_age (const BuoyRegistration *registration, gint64 now)
{
  g_autoptr (GDateTime) registered = buoy_registration_get_registered (registration);
  const int age = buoy_registration_get_age (registration, now);
  g_autofree char *day = registered == NULL ? NULL : g_date_time_format (registered, "%F");

  if (day == NULL)
    return g_strdup (_ ("the registry does not say"));
  if (age == 0)
    /* Translators: when a domain was registered; %s is a date such as 2026-11-24 */
    return g_strdup_printf (_ ("%s (today)"), day);
  /* Translators: when a domain was registered; %s is a date such as 2026-11-24 */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%d day ago)", "%s (%d days ago)", age), day, age);
}

static char *
tell_holder (const BuoyRegistration *registration)
{
  const char *holder = buoy_registration_get_holder (registration);

  if (!buoy_registration_is_private (registration))
    return g_strdup (holder);
  if (*holder == '\0')
    return g_strdup (_ ("hidden, as for most domains"));
  /* Translators: who registered a domain; %s is the name of a service that stands in for its customer */
  return g_strdup_printf (_ ("hidden behind “%s”, as for most domains"), holder);
}

/* What the words of RFC 8056 mean for a reader; the others are the registry's own business and stay as they are. */
static const char *
tell_status (const char *status)
{
  static const struct
  {
    const char *status, *words;
  } rows[] = {
    { "active", N_ ("in use") },
    { "inactive", N_ ("not in use") },
    { "client hold", N_ ("switched off by the registrar") },
    { "server hold", N_ ("switched off by the registry") },
    { "pending delete", N_ ("about to be deleted") },
    { "redemption period", N_ ("deleted, can be restored") },
    { "add period", N_ ("registered within the last days") },
    { "locked", N_ ("locked") },
    { "client transfer prohibited", N_ ("locked against transfer") },
    { "server transfer prohibited", N_ ("locked against transfer by the registry") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_ascii_strcasecmp (status, rows[i].status) == 0)
      return _ (rows[i].words);
  return status;
}

static char *
tell_statuses (const BuoyRegistration *registration)
{
  const char *const *statuses = buoy_registration_get_statuses (registration);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; statuses[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) tell_status (statuses[i]));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

char *
buoy_notice_tell_source (const char *host, gint64 asked)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (asked);
  g_autofree char *time = g_date_time_format (when, "%F %H:%M");

  /* Translators: the first %s is the host of a server, the second a date and time */
  return g_strdup_printf (_ ("%s, asked %s"), host, time);
}

char *
buoy_registration_to_sentence (const BuoyRegistration *registration)
{
  g_autoptr (GDateTime) registered = buoy_registration_get_registered (registration);
  g_autofree char *domain = buoy_notice_host_for_people (buoy_registration_get_domain (registration));
  g_autofree char *age = tell_age (registration, buoy_registration_get_asked (registration));
  g_autofree char *holder = tell_holder (registration);
  const char *registrar = buoy_registration_get_registrar (registration);

  if (registered == NULL)
    /* Translators: %s is a domain. */
    return g_strdup_printf (_ ("The registry does not say when %s was registered."), domain);
  if (*registrar == '\0' || *holder == '\0')
    /* Translators: the first %s is a domain, the second the words "2026-11-24 (5 days ago)". */
    return g_strdup_printf (_ ("%s was registered on %s."), domain, age);
  /* Translators: a domain; the words "2026-11-24 (5 days ago)"; the company through which it was registered; who
   * registered it, or the words "hidden, as for most domains".
   */
  return g_strdup_printf (_ ("%s was registered on %s through %s. Registered by: %s."), domain, age, registrar, holder);
}

/*< private >
 * buoy_registration_tell:
 * @now: seconds since 1970, from which the age is counted
 *
 * Puts a registration into words of the reader's language: a label, its value, a label, its value, … in the order in
 * which a reader wants them. What the registry does not say is left out, save for the date.
 *
 * Returns: (transfer full) (array zero-terminated=1): the pairs
 */
char **
buoy_registration_tell (const BuoyRegistration *registration, gint64 now)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *domain = NULL, *age = NULL, *holder = NULL, *statuses = NULL, *servers = NULL, *source = NULL;

  g_return_val_if_fail (registration != NULL, NULL);

  domain = buoy_host_for_reader (buoy_registration_get_domain (registration));
  age = tell_age (registration, now);
  holder = tell_holder (registration);
  statuses = tell_statuses (registration);
  servers = g_strjoinv (", ", (char **) buoy_registration_get_name_servers (registration));
  source = buoy_notice_tell_source (buoy_registration_get_source (registration),
                                    buoy_registration_get_asked (registration));
  buoy_notice_add_pair (lines, _ ("Domain"), domain);
  buoy_notice_add_pair (lines, _ ("Registered on"), age);
  buoy_notice_add_pair (lines, _ ("Registered through"), buoy_registration_get_registrar (registration));
  buoy_notice_add_pair (lines, _ ("Registered by"), holder);
  buoy_notice_add_pair (lines, _ ("Status"), statuses);
  buoy_notice_add_pair (lines, _ ("Name servers"), servers);
  buoy_notice_add_pair (lines, _ ("Source"), source);
  return g_strv_builder_end (lines);
}

const char *
buoy_lookup_explain_code (BuoyLookupError code)
{
  static const char *const words[] = {
    [BUOY_LOOKUP_ERROR_NO_DOMAIN] = N_ ("it is not a domain that can be registered"),
    [BUOY_LOOKUP_ERROR_SHARED] = N_ ("anybody can have a name there, so its age would say nothing"),
    [BUOY_LOOKUP_ERROR_NO_REGISTRY] = N_ ("its registry does not answer such questions"),
    [BUOY_LOOKUP_ERROR_NOT_REGISTERED] = N_ ("the registry knows no such domain"),
    [BUOY_LOOKUP_ERROR_BUSY] = N_ ("the registry is busy; please try again later"),
    [BUOY_LOOKUP_ERROR_UNREACHABLE] = N_ ("the registry gave no answer"),
    [BUOY_LOOKUP_ERROR_ANSWER] = N_ ("the registry's answer cannot be read"),
  };

  return (guint) code < G_N_ELEMENTS (words) ? _ (words[code]) : "";
}

/*< private >
 * buoy_lookup_explain:
 * @error: what buoy_lookup_registration() failed with
 *
 * Puts into the reader's language why nothing is known of a domain; half a sentence, to stand behind its name.
 *
 * Returns: (transfer none): the words; those of @error itself where it is none of %BUOY_LOOKUP_ERROR
 */
const char *
buoy_lookup_explain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == BUOY_LOOKUP_ERROR ? buoy_lookup_explain_code ((BuoyLookupError) error->code) : error->message;
}
