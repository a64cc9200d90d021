/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was looked up, as JSON: one object an answer, each with its source and time.
 */
#include "config.h"

#include "notice/buoy-registration-text.h"
#include "notice/buoy-server-text.h"
#include "notice/json-private.h"
#include "registry/buoy-registration-private.h"
#include "registry/buoy-server-private.h"

static void
add_time (JsonBuilder *builder, const char *member, gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%FT%TZ") : NULL;

  buoy_json_add_text (builder, member, text);
}

static void
add_known (JsonBuilder *builder, const char *member, const char *text)
{
  buoy_json_add_text (builder, member, *text != '\0' ? text : NULL);
}

/* The members that all answers have; "source" and "time" are null if nobody was asked. */
static void
begin (JsonBuilder *builder, const char *kind, const char *subject, const char *state, const char *source, gint64 time)
{
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "kind", kind);
  buoy_json_add_text (builder, "subject", subject);
  buoy_json_add_text (builder, "state", state);
  buoy_json_add_text (builder, "source", source);
  if (time != 0)
    add_time (builder, "time", time);
  else
    buoy_json_add_text (builder, "time", NULL);
}

static void
add_strings (JsonBuilder *builder, const char *member, const char *const *list)
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
  begin (builder, "registration", buoy_registration_get_domain (registration), "answered",
         buoy_registration_get_source (registration), buoy_registration_get_asked (registration));
  add_age (builder, registration, now);
  add_known (builder, "registrar", buoy_registration_get_registrar (registration));
  add_known (builder, "holder", buoy_registration_get_holder (registration));
  buoy_json_add_bool (builder, "private", buoy_registration_is_private (registration));
  add_strings (builder, "statuses", buoy_registration_get_statuses (registration));
  add_strings (builder, "name_servers", buoy_registration_get_name_servers (registration));
  json_builder_end_object (builder);
}

void
buoy_json_add_unanswered (JsonBuilder *builder, const char *domain, BuoyLookupError code, const char *source,
                          gint64 asked)
{
  /* Stable names of BuoyLookupError, in its order. */
  static const char *const states[] = {
    "no-domain", "shared", "no-registry", "not-registered", "busy", "unreachable", "unreadable-answer",
  };

  begin (builder, "registration", domain, states[code], source, asked);
  json_builder_end_object (builder);
}

static void
add_name (JsonBuilder *builder, const BuoyServer *server)
{
  static const char *const states[] = { "unknown", "none", "differs", "agrees" };

  begin (builder, "reverse-name", server->address, states[server->state],
         *server->source != '\0' ? server->source : "system", server->asked);
  add_strings (builder, "names", (const char *const *) server->names);
  json_builder_end_object (builder);
}

static void
add_location (JsonBuilder *builder, const char *address, const BuoyPlace *place)
{
  begin (builder, "location", address, "found", place->table, place->asked);
  add_time (builder, "as_of", place->made);
  add_known (builder, "country", place->country);
  add_known (builder, "city", place->city);
  add_known (builder, "network", place->network);
  json_builder_set_member_name (builder, "as_number");
  if (place->number != 0)
    json_builder_add_int_value (builder, place->number);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

void
buoy_json_add_server (JsonBuilder *builder, const BuoyServer *server)
{
  if (server->asked != 0)
    add_name (builder, server);
  if (server->place != NULL)
    add_location (builder, server->address, server->place);
}

static void
add_verification (JsonBuilder *builder, const BuoyVerification *verification)
{
  for (guint i = 0; i < verification->registrations->len; i++)
    {
      const BuoyRegistration *registration = g_ptr_array_index (verification->registrations, i);

      buoy_json_add_registration (builder, registration, buoy_registration_get_asked (registration));
    }
  for (guint i = 0; i < verification->unanswered->len; i++)
    {
      const BuoyUnanswered *unanswered = g_ptr_array_index (verification->unanswered, i);

      buoy_json_add_unanswered (builder, unanswered->domain, unanswered->why,
                                *unanswered->source != '\0' ? unanswered->source : NULL, unanswered->asked);
    }
  if (verification->server != NULL)
    buoy_json_add_server (builder, verification->server);
  for (guint i = 0; i < verification->link_servers->len; i++)
    buoy_json_add_server (builder, g_ptr_array_index (verification->link_servers, i));
}

void
buoy_json_add_lookups (JsonBuilder *builder, const BuoyVerification *verification)
{
  json_builder_set_member_name (builder, "lookups");
  json_builder_begin_array (builder);
  if (verification != NULL)
    add_verification (builder, verification);
  json_builder_end_array (builder);
}

static void
begin_host (JsonBuilder *builder, const char *host)
{
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "host", host);
  json_builder_set_member_name (builder, "lookups");
  json_builder_begin_array (builder);
}

/*< private >
 * buoy_lookup_to_json:
 * @host: what was asked for
 * @registration: (nullable): what buoy_lookup_registration() gave
 * @error: (nullable): what it failed with
 * @now: seconds since 1970, from which the age is counted
 *
 * Writes one lookup as a JSON object on one line: "host", and "lookups", as in buoy_verdict_to_json().
 *
 * Returns: (transfer full): JSON in UTF-8
 */
char *
buoy_lookup_to_json (const char *host, const BuoyRegistration *registration, const GError *error, gint64 now)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const gboolean is_ours = error != NULL && error->domain == BUOY_LOOKUP_ERROR;

  begin_host (builder, host);
  if (registration != NULL)
    buoy_json_add_registration (builder, registration, now);
  else if (is_ours)
    buoy_json_add_unanswered (builder, host, (BuoyLookupError) error->code, buoy_lookup_error_get_source (error),
                              buoy_lookup_error_get_asked (error));
  else
    buoy_json_add_unanswered (builder, host, BUOY_LOOKUP_ERROR_UNREACHABLE, NULL, 0);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return buoy_json_finish (builder);
}

/*< private >
 * buoy_server_to_json:
 * @server: a server
 *
 * Writes what is known about an address as a JSON object on one line: "host", the address, and "lookups", as in
 * buoy_verdict_to_json().
 *
 * Returns: (transfer full): JSON in UTF-8
 */
char *
buoy_server_to_json (const BuoyServer *server)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (server != NULL, NULL);

  begin_host (builder, server->address);
  buoy_json_add_server (builder, server);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return buoy_json_finish (builder);
}
