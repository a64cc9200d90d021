/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "cli-text.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-terminal.h"
#include "notice/buoy-json.h"
#include "notice/buoy-shown.h"

char *
cli_text_name (const char *path, guint index, gboolean is_only)
{
  g_autofree char *shown = buoy_shown_name (path);

  return is_only ? g_steal_pointer (&shown) : g_strdup_printf ("%s#%u", shown, index);
}

static const char *
get_string (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

char *
cli_text_defang (const char *text)
{
  g_autofree char *shown = text != NULL ? buoy_shown_text (text) : NULL;
  g_auto (GStrv) pieces = g_strsplit (shown != NULL ? shown : "", "://", -1);

  return g_strjoinv ("[:]//", pieces);
}

static void
append_line (GString *out, const char *label, const char *value)
{
  g_autofree char *defanged = cli_text_defang (value);

  if (*defanged != '\0')
    g_string_append_printf (out, "  %s: %s\n", label, defanged);
}

static void
append_sender (GString *out, JsonObject *from)
{
  const char *name = from != NULL ? get_string (from, "name") : NULL;
  const char *address = from != NULL ? get_string (from, "address") : NULL;
  g_autofree char *sender = NULL;

  if (name != NULL && *name != '\0' && address != NULL)
    sender = g_strdup_printf ("%s <%s>", name, address);
  append_line (out, _ ("From"), sender != NULL ? sender : address != NULL ? address : name);
}

static void
append_date (GString *out, const char *text)
{
  g_autoptr (GDateTime) date = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) local = date != NULL ? g_date_time_to_local (date) : NULL;
  g_autofree char *shown = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : NULL;

  append_line (out, _ ("Date"), shown);
}

/* Appends the sender's own description of the message. */
static void
append_message (GString *out, const BuoyVerdict *verdict)
{
  g_autofree char *json = buoy_verdict_to_json (verdict);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *object = json_node_get_object (node);
  JsonNode *from = json_object_get_member (object, "from");

  append_line (out, _ ("Subject"), get_string (object, "subject"));
  append_sender (out, from != NULL && JSON_NODE_HOLDS_OBJECT (from) ? json_node_get_object (from) : NULL);
  append_date (out, get_string (object, "date"));
}

/* The headline, coloured, and what follows it. */
static void
append_notice (GString *out, BuoyLevel level, const char *text)
{
  const gsize headline = strcspn (text, "\n");

  g_string_append (out, cli_terminal_colour (level));
  g_string_append_len (out, text, (gssize) headline);
  g_string_append (out, cli_terminal_end_colour ());
  g_string_append (out, text + headline);
}

char *
cli_text_from_verdict (BuoyVerdict *verdict, const CliMessage *message)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);
  g_autofree char *text = buoy_notice_to_text (notice);
  g_autofree char *name = cli_text_name (message->path, message->index, message->is_only);
  GString *out = g_string_new (name);

  g_string_append_c (out, '\n');
  append_message (out, verdict);
  append_notice (out, buoy_verdict_get_level (verdict), text);
  return g_string_free (out, FALSE);
}
