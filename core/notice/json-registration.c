/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What registries say of domains, as JSON.
 */
#include "config.h"

#include "notice/buoy-registration-text.h"
#include "notice/json-private.h"

/* Stable names of BuoyLookupError, in its order. */
static const char *const failures[] = {
  "no-domain", "shared", "no-registry", "not-registered", "busy", "unreachable", "unreadable-answer",
};

static void
add_time (JsonBuilder *builder, const char *member, gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = g_date_time_format (time, "%FT%TZ");

  buoy_json_add_text (builder, member, text);
}

static void
add_list (JsonBuilder *builder, const char *member, const char *const *list)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; list[i] != NULL; i++)
    json_builder_add_string_value (builder, list[i]);
  json_builder_end_array (builder);
}

static void
add_age (JsonBuilder *builder, const BuoyRegistration *registration, gint64 now)
{
  g_autoptr (GDateTime) registered = buoy_registration_get_registered (registration);

  if (registered == NULL)
    buoy_json_add_text (builder, "registered", NULL);
  else
    add_time (builder, "registered", g_date_time_to_unix (registered));
  json_builder_set_member_name (builder, "age_days");
  if (registered == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, buoy_registration_get_age (registration, now));
}

void
buoy_json_add_registration (JsonBuilder *builder, const BuoyRegistration *registration, gint64 now)
{
  const char *registrar = buoy_registration_get_registrar (registration);
  const char *holder = buoy_registration_get_holder (registration);

  buoy_json_add_text (builder, "domain", buoy_registration_get_domain (registration));
  add_age (builder, registration, now);
  buoy_json_add_text (builder, "registrar", *registrar != '\0' ? registrar : NULL);
  buoy_json_add_text (builder, "holder", *holder != '\0' ? holder : NULL);
  buoy_json_add_bool (builder, "private", buoy_registration_is_private (registration));
  add_list (builder, "statuses", buoy_registration_get_statuses (registration));
  add_list (builder, "name_servers", buoy_registration_get_name_servers (registration));
  buoy_json_add_text (builder, "source", buoy_registration_get_source (registration));
  add_time (builder, "asked", buoy_registration_get_asked (registration));
}

/**
 * buoy_lookup_to_json:
 * @host: what was asked for
 * @registration: (nullable): what buoy_lookup_registration() gave
 * @error: (nullable): what it failed with
 * @now: seconds since 1970, from which the age is counted
 *
 * Writes one look-up as a JSON object on one line: "host", the registration's members, and "error", a stable word or null.
 *
 * Returns: (transfer full): JSON in UTF-8
 *
 * Since: 1.0
 */
char *
buoy_lookup_to_json (const char *host, const BuoyRegistration *registration, const GError *error, gint64 now)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const gboolean is_ours = error != NULL && error->domain == BUOY_LOOKUP_ERROR && error->code >= 0
                           && error->code < (int) G_N_ELEMENTS (failures);

  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "host", host);
  if (registration != NULL)
    buoy_json_add_registration (builder, registration, now);
  buoy_json_add_text (builder, "error", is_ours ? failures[error->code] : error != NULL ? "other" : NULL);
  json_builder_end_object (builder);
  return buoy_json_finish (builder);
}
