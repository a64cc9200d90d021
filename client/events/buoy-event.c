/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "events/buoy-event.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "notice/buoy-json.h"

#define ID_DIGITS 16 /* hexadecimal digits of a message's mark: 64 bits */
#define KEY_BYTES 32

/* Each has a message id, made by `systemd-id128 new`. */
static const BuoyEventRow rows[BUOY_N_EVENTS] = {
  [BUOY_EVENT_WARNING_SHOWN] = { "warning-shown", "521a3f2968144774b4efa7982aa10dcb", 1, 0, 19, "info" },
  [BUOY_EVENT_LINK_BLOCKED] = { "link-blocked", "087beb86f18646b79652325a7c17ceb3", 2, 2, 2, "denied" },
  [BUOY_EVENT_LINK_DECLINED] = { "link-declined", "625774d7be744f059dd8b36e4d801754", 2, 2, 2, "denied" },
  [BUOY_EVENT_LINK_OPENED_ANYWAY] = { "link-opened-anyway", "7cbd6c769b224df8ac2e13b9ae5cca67", 2, 1, 1, "allowed" },
  [BUOY_EVENT_MARKED_JUNK] = { "marked-junk", "35f46961ebb34b03b28b98412714dffc", 2, 0, 99, "info" },
  [BUOY_EVENT_REPORTED] = { "reported", "b3ac79bb2ff344b8a231bb6318268f4d", 2, 0, 99, "info" },
  [BUOY_EVENT_MARKED_WRONG] = { "marked-wrong", "c671db4b36414e6da5ed36a085828cff", 2, 0, 10, "info" },
  [BUOY_EVENT_TRUSTED] = { "trusted", "662912fc43e248c4b491534ed4ed5e86", 2, 0, 10, "info" },
  [BUOY_EVENT_POLICY_FAULT] = { "policy-fault", "dd8a0b6d31884bf7bc3c2efe7c27808f", 1, 0, 99, "error", TRUE },
  [BUOY_EVENT_LIST_REFUSED] = { "list-refused", "ede3756666d244c6942f91f73ecf58c9", 1, 0, 99, "error", TRUE },
  [BUOY_EVENT_WORKER_DIED] = { "worker-died", "39c26a555d5a4c08903b415c7eafec30", 1, 0, 99, "error", TRUE },
};

const BuoyEventRow *
buoy_event_kind_get_row (BuoyEventKind kind)
{
  return &rows[kind];
}

void
buoy_event_free (BuoyEvent *event)
{
  g_free (event->level);
  g_strfreev (event->checks);
  g_free (event->message);
  g_free (event->sender);
  g_free (event->link);
  g_free (event);
}

/* Makes a secret key for the lifetime of this process. */
static gpointer
make_key (gpointer unused)
{
  guint32 *key = g_new (guint32, KEY_BYTES / sizeof (guint32));

  for (guint i = 0; i < KEY_BYTES / sizeof (guint32); i++)
    key[i] = g_random_int ();
  return key;
}

/* A mark that is the same for all events of a message while this process runs. Without the key, nobody can compute it
 * from a message.
 */
static char *
make_mark (const char *message_id, const char *date)
{
  static GOnce once = G_ONCE_INIT;
  const guchar *key = g_once (&once, make_key, NULL);
  g_autofree char *text = g_strconcat (message_id != NULL ? message_id : "", "\n", date != NULL ? date : "", NULL);
  g_autofree char *digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, key, KEY_BYTES, text, -1);

  return g_strndup (digest, ID_DIGITS);
}

/* Leaves out notes: they cause no warning, and may reveal what the reader's memory contains. */
static char **
list_checks (const JsonArray *findings)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length ((JsonArray *) findings); i++)
    {
      JsonObject *finding = json_array_get_object_element ((JsonArray *) findings, i);

      if (!g_str_equal (json_object_get_string_member (finding, "strength"), "note"))
        g_strv_builder_add (ids, json_object_get_string_member (finding, "id"));
    }
  return g_strv_builder_end (ids);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static void
read_verdict (BuoyEvent *event, BuoyVerdict *verdict, gboolean tells_domains)
{
  g_autofree char *text = buoy_verdict_to_json (verdict);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (root);

  event->level = g_strdup (get_text (object, "level"));
  event->checks = list_checks (json_object_get_array_member (object, "findings"));
  event->message = make_mark (get_text (object, "message_id"), get_text (object, "date"));
  if (tells_domains && JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "from")))
    event->sender = g_strdup (get_text (json_object_get_object_member (object, "from"), "domain"));
}

/* The registrable domain that a browser would open. (transfer full) (nullable) */
static char *
read_link (const char *uri)
{
  g_autofree char *text = buoy_url_to_json (uri);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  return g_strdup (get_text (json_node_get_object (root), "domain"));
}

BuoyEvent *
buoy_event_new (BuoyEventKind kind, BuoyVerdict *verdict, const char *uri, gboolean tells_domains)
{
  BuoyEvent *event = g_new0 (BuoyEvent, 1);

  event->kind = kind;
  event->time_us = g_get_real_time ();
  if (verdict != NULL)
    read_verdict (event, verdict, tells_domains);
  else
    {
      event->level = g_strdup ("none");
      event->checks = g_new0 (char *, 1);
      event->message = g_strdup ("");
    }
  if (uri != NULL && tells_domains)
    event->link = read_link (uri);
  return event;
}
