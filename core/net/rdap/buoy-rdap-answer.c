/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/rdap/buoy-rdap-answer.h"

#include <string.h>

#include "net/rdap/buoy-rdap-entity.h"
#include "net/rdap/buoy-rdap-json.h"
#include "registry/buoy-registration-private.h"

#define FIRST_REGISTRATION 473385600            /* 1985-01-01: the first domains were registered that year */
#define MAX_CLOCK_DIFFERENCE (2 * 24 * 60 * 60) /* tolerated clock skew, in seconds */

GQuark
buoy_rdap_error_quark (void)
{
  return g_quark_from_static_string ("buoy-rdap-error-quark");
}

/* Seconds since 1970; 0 if @date is invalid, or no domain can have been registered at that time. */
static gint64
parse_date (const char *date, gint64 now)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (date, utc);
  const gint64 seconds = time == NULL ? 0 : g_date_time_to_unix (time);

  return seconds < FIRST_REGISTRATION || seconds > now + MAX_CLOCK_DIFFERENCE ? 0 : seconds;
}

/* Uses only the "registration" event: a "transfer" or "reregistration" does not make a domain younger. */
static gint64
find_registered (JsonObject *object, gint64 now)
{
  JsonArray *events = buoy_rdap_json_array (object, "events");

  for (guint i = 0; events != NULL && i < json_array_get_length (events); i++)
    {
      JsonObject *event = buoy_rdap_json_object_at (events, i);
      g_autofree char *action = event == NULL ? NULL : buoy_rdap_json_text (event, "eventAction");
      g_autofree char *date = event == NULL ? NULL : buoy_rdap_json_text (event, "eventDate");

      if (g_strcmp0 (action, "registration") == 0 && date != NULL)
        return parse_date (date, now);
    }
  return 0;
}

static char **
read_statuses (JsonObject *object)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = buoy_rdap_json_array (object, "status");
  const guint n = array == NULL ? 0 : MIN (json_array_get_length (array), BUOY_REGISTRATION_MAX_LIST);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *status = buoy_rdap_json_text_at (array, i);

      if (status != NULL)
        g_strv_builder_add (builder, status);
    }
  return g_strv_builder_end (builder);
}

static char **
read_name_servers (JsonObject *object)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = buoy_rdap_json_array (object, "nameservers");
  const guint n = array == NULL ? 0 : MIN (json_array_get_length (array), BUOY_REGISTRATION_MAX_LIST);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *server = buoy_rdap_json_object_at (array, i);
      g_autofree char *name = server == NULL ? NULL : buoy_rdap_json_text (server, "ldhName");
      g_autofree char *lower = name == NULL ? NULL : g_ascii_strdown (name, -1);

      if (lower != NULL)
        g_strv_builder_add (builder, lower);
    }
  return g_strv_builder_end (builder);
}

static void
read_people (BuoyRegistration *registration, JsonObject *object)
{
  JsonObject *registrar = buoy_rdap_entity_find (object, "registrar");
  JsonObject *registrant = buoy_rdap_entity_find (object, "registrant");

  if (registrar != NULL)
    {
      g_free (registration->registrar);
      registration->registrar = buoy_rdap_entity_name (registrar);
    }
  if (registrant != NULL)
    {
      g_free (registration->holder);
      registration->holder = buoy_rdap_entity_name (registrant);
    }
  registration->is_private
      = buoy_rdap_entity_is_privacy_service (registration->holder)
        || (*registration->holder == '\0' && (registrant != NULL || buoy_rdap_json_array (object, "redacted") != NULL));
}

/* The URL of the registrar's own record of the domain, if the registry is "thin". (transfer full) (nullable) */
static char *
find_related (JsonObject *object)
{
  JsonArray *links = buoy_rdap_json_array (object, "links");

  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    {
      JsonObject *link = buoy_rdap_json_object_at (links, i);
      g_autofree char *relation = link == NULL ? NULL : buoy_rdap_json_text (link, "rel");
      g_autofree char *type = link == NULL ? NULL : buoy_rdap_json_text (link, "type");

      if (g_strcmp0 (relation, "related") == 0 && g_strcmp0 (type, "application/rdap+json") == 0)
        return buoy_rdap_json_text (link, "href");
    }
  return NULL;
}

static gboolean
is_about (JsonObject *object, const char *domain, GError **error)
{
  g_autofree char *class_name = buoy_rdap_json_text (object, "objectClassName");
  g_autofree char *name = buoy_rdap_json_text (object, "ldhName");

  if (g_strcmp0 (class_name, "domain") != 0)
    {
      g_set_error_literal (error, BUOY_RDAP_ERROR, BUOY_RDAP_ERROR_NOT_A_DOMAIN, "The answer is about no domain");
      return FALSE;
    }
  if (name == NULL || g_ascii_strcasecmp (name, domain) != 0)
    {
      g_set_error_literal (error, BUOY_RDAP_ERROR, BUOY_RDAP_ERROR_OTHER_NAME, "The answer is about another domain");
      return FALSE;
    }
  return TRUE;
}

BuoyRegistration *
buoy_rdap_answer_parse (GBytes *answer, const char *domain, gint64 now, char **out_related, GError **error)
{
  g_autoptr (JsonNode) root = buoy_rdap_json_parse (answer);
  JsonObject *object;
  BuoyRegistration *registration;

  if (root == NULL)
    {
      g_set_error_literal (error, BUOY_RDAP_ERROR, BUOY_RDAP_ERROR_NOT_JSON, "The answer is none of a registry");
      return NULL;
    }
  object = json_node_get_object (root);
  if (!is_about (object, domain, error))
    return NULL;
  registration = buoy_registration_new (domain);
  registration->registered = find_registered (object, now);
  read_people (registration, object);
  g_strfreev (registration->statuses);
  registration->statuses = read_statuses (object);
  g_strfreev (registration->name_servers);
  registration->name_servers = read_name_servers (object);
  registration->asked = now;
  if (out_related != NULL)
    *out_related = find_related (object);
  return registration;
}
