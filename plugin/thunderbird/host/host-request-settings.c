/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The `hello` request, and requests that change settings.
 */
#include "config.h"

#include "host-request.h"

#include "buoy-language.h"
#include "buoy-trust-words.h"
#include "buoy-type-names.h"
#include "host-answer.h"
#include "host-fields.h"

#define PROTOCOL 1

static void
add_checks (JsonBuilder *answer)
{
  const BuoyCheck *check;

  json_builder_set_member_name (answer, "checks");
  json_builder_begin_array (answer);
  for (guint i = 0; (check = buoy_check_get_nth (i)) != NULL; i++)
    {
      json_builder_begin_object (answer);
      host_add_text (answer, "id", buoy_check_get_id (check));
      host_add_text (answer, "title", buoy_check_get_title (check));
      host_add_text (answer, "explanation", buoy_check_get_explanation (check));
      host_add_text (answer, "strength", buoy_strength_to_string (buoy_check_get_strength (check)));
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

/* The language is set once: setlocale() is not safe while workers run. */
void
host_request_hello (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autofree char *tag = host_get_text (frame, "language");
  g_autofree char *spoken = NULL;
  g_autoptr (JsonBuilder) answer = NULL;
  gboolean has_locale = TRUE;

  if (!session->was_greeted && tag != NULL)
    has_locale = buoy_language_set (tag);
  if (session->was_greeted || host_get_number (frame, "protocol") != PROTOCOL)
    {
      host_session_refuse (session, id, session->was_greeted ? "value" : "protocol");
      return;
    }
  session->was_greeted = TRUE;
  host_settings_set_language (session->settings);
  spoken = buoy_language_get ();
  answer = host_answer_new ("hello", id);
  host_add_number (answer, "protocol", PROTOCOL);
  host_add_text (answer, "version", PACKAGE_VERSION);
  host_add_text (answer, "language", spoken);
  host_add_bool (answer, "locale", has_locale);
  add_checks (answer);
  host_settings_add (session->settings, answer);
  host_session_send (session, id, answer);
}

static void
send_done (HostSession *session, gint64 id)
{
  g_autoptr (JsonBuilder) answer = host_answer_new ("done", id);

  host_session_send (session, id, answer);
}

/* Why a setting can't be changed. (nullable) */
static const char *
find_obstacle (HostSession *session, const char *key)
{
  if (!host_settings_is_available (session->settings))
    return "settings";
  return host_settings_is_locked (session->settings, key) ? "locked" : NULL;
}

void
host_request_set (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autofree char *key = host_get_text (frame, "key");
  g_autoptr (GVariant) before = host_settings_get (session->settings, key);
  const char *obstacle = before != NULL ? find_obstacle (session, key) : "value";

  if (obstacle != NULL)
    host_session_refuse (session, id, obstacle);
  else if (!json_object_has_member (frame, "value")
           || !host_settings_set (session->settings, key, json_object_get_member (frame, "value")))
    host_session_refuse (session, id, "value");
  else
    send_done (session, id);
}

void
host_request_policy (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonBuilder) answer = host_answer_new ("policy", id);

  host_settings_set_policy (session->settings, json_object_get_object_member (frame, "values"), ignored);
  json_builder_set_member_name (answer, "ignored");
  json_builder_begin_array (answer);
  for (guint i = 0; i < ignored->len; i++)
    json_builder_add_string_value (answer, g_ptr_array_index (ignored, i));
  json_builder_end_array (answer);
  host_session_send (session, id, answer);
}

static void
send_trust (HostSession *session, gint64 id, const char *words, const char *advice)
{
  g_autoptr (JsonBuilder) answer = host_answer_new ("done", id);

  host_add_text (answer, "words", words);
  if (advice != NULL)
    host_add_text (answer, "advice", advice);
  host_session_send (session, id, answer);
}

static GVariant *
value_of (const char *sender, const char *site)
{
  return site != NULL ? g_variant_new ("(ss)", sender, site) : g_variant_new_string (sender);
}

void
host_request_trust (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autofree char *sender = host_get_text (frame, "sender");
  g_autofree char *site = host_get_text (frame, "site");
  const char *key = site != NULL ? "trusted-links" : "trusted-senders";
  const char *obstacle = find_obstacle (session, key);
  g_autofree char *question = buoy_trust_ask_whether (sender, site);
  g_autofree char *told = buoy_trust_tell (sender, site);

  if (obstacle != NULL)
    host_session_refuse (session, id, obstacle);
  else if (host_get_bool (frame, "question"))
    send_trust (session, id, question, buoy_trust_advise (site));
  else if (*sender == '\0'
           || !host_settings_set_entry (session->settings, key, value_of (sender, site),
                                        host_get_bool (frame, "given")))
    host_session_refuse (session, id, "value");
  else
    {
      if (host_get_bool (frame, "given"))
        host_settings_send_event (session->settings, BUOY_EVENT_TRUSTED, NULL, NULL);
      send_trust (session, id, told, NULL);
    }
}
