/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy lookup`: who registered a domain, and when. The only command that uses the network by default.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* Stable names of BuoyLookupError, in its order. */
static const char *const failures[] = {
  "no-domain", "shared", "no-registry", "not-registered", "busy", "unreachable", "unreadable-answer",
};

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  if (text == NULL || *text == '\0')
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

static void
add_time (JsonBuilder *builder, const char *member, gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds == 0 ? NULL : g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time == NULL ? NULL : g_date_time_format (time, "%FT%TZ");

  add_text (builder, member, text);
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
add_registration (JsonBuilder *builder, const BuoyRegistration *registration, gint64 now)
{
  g_autoptr (GDateTime) registered = buoy_registration_get_registered (registration);
  const int age = buoy_registration_get_age (registration, now);

  add_text (builder, "domain", buoy_registration_get_domain (registration));
  add_time (builder, "registered", registered == NULL ? 0 : g_date_time_to_unix (registered));
  json_builder_set_member_name (builder, "age_days");
  if (age < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, age);
  add_text (builder, "registrar", buoy_registration_get_registrar (registration));
  add_text (builder, "holder", buoy_registration_get_holder (registration));
  json_builder_set_member_name (builder, "private");
  json_builder_add_boolean_value (builder, buoy_registration_is_private (registration));
  add_list (builder, "statuses", buoy_registration_get_statuses (registration));
  add_list (builder, "name_servers", buoy_registration_get_name_servers (registration));
  add_text (builder, "source", buoy_registration_get_source (registration));
  add_time (builder, "asked", buoy_registration_get_asked (registration));
}

static void
print_json (const char *host, const BuoyRegistration *registration, const GError *error, gint64 now)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "host", host);
  if (registration != NULL)
    add_registration (builder, registration, now);
  if (error != NULL)
    add_text (builder, "error", error->domain == BUOY_LOOKUP_ERROR ? failures[error->code] : "other");
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
}

static void
print_text (const BuoyRegistration *registration, gint64 now)
{
  g_auto (GStrv) lines = buoy_registration_tell (registration, now);

  for (guint i = 0; lines[i] != NULL; i += 2)
    /* Translators: a label and its value, such as "Registered on: 2026-11-24 (5 days ago)" */
    g_print (_ ("%s: %s\n"), lines[i], lines[i + 1]);
}

static int
look_up (const char *host, const char *gateway, gboolean json)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyRegistration) registration = buoy_lookup_registration (host, gateway, NULL, &error);

  if (json)
    print_json (host, registration, error, now);
  else if (registration != NULL)
    print_text (registration, now);
  else
    cli_complain (host, buoy_lookup_explain (error));
  return registration == NULL ? CLI_TROUBLE : CLI_CLEAN;
}

int
cli_lookup (int argc, char **argv)
{
  gboolean json = FALSE;
  g_autofree char *gateway = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object a domain, one a line"), NULL },
    { "gateway", 0, 0, G_OPTION_ARG_STRING, &gateway, N_ ("Ask the organisation's own cache instead"), N_ ("URL") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options
      = g_option_context_new (_ ("HOST… - ask registries who registered a domain, and when"));
  g_autoptr (GError) error = NULL;
  int status = CLI_CLEAN;

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
      options,
      _ ("The registry learns that somebody asks for the domain, and nothing else. Answers are kept for a while."));
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain ("lookup", error->message);
      return CLI_TROUBLE;
    }
  if (argc < 2)
    {
      cli_complain ("lookup", _ ("name a host or a domain"));
      return CLI_TROUBLE;
    }
  for (int i = 1; i < argc; i++)
    {
      if (i > 1 && !json)
        g_print ("\n");
      if (look_up (argv[i], gateway, json) != CLI_CLEAN)
        status = CLI_TROUBLE;
    }
  return status;
}
