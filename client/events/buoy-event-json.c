/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * data/event.schema.json describes the three forms.
 */
#include "config.h"

#include "events/buoy-event-json.h"

#include <json-glib/json-glib.h>

#define OCSF_VERSION "1.3.0"
#define OCSF_CLASS 2004
#define ECS_VERSION "8.11.0"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
begin (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
add_list (JsonBuilder *builder, const char *name, char **texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; *texts != NULL; texts++)
    json_builder_add_string_value (builder, *texts);
  json_builder_end_array (builder);
}

static void
add_time (JsonBuilder *builder, const char *name, gint64 time_us)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (seconds, "%FT%TZ");

  add_text (builder, name, text);
}

/* OCSF's severity_id; ECS allows any number. */
static int
severity_of (const BuoyEvent *event)
{
  if (g_str_equal (event->level, "danger"))
    return 4;
  return g_str_equal (event->level, "caution") ? 3 : 1;
}

static void
add_ocsf_metadata (JsonBuilder *builder)
{
  begin (builder, "metadata");
  add_text (builder, "version", OCSF_VERSION);
  add_list (builder, "profiles", (char *[]){ (char *) "security_control", NULL });
  begin (builder, "product");
  add_text (builder, "name", "Bellbuoy");
  add_text (builder, "vendor_name", "Bellbuoy");
  add_text (builder, "version", PACKAGE_VERSION);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* Adds domains if the policy allows them in events. */
static void
add_domains (JsonBuilder *builder, const BuoyEvent *event)
{
  if (event->sender != NULL)
    add_text (builder, "from_domain", event->sender);
  if (event->link != NULL)
    add_text (builder, "link_domain", event->link);
}

static void
add_serial (JsonBuilder *builder, const BuoyEvent *event)
{
  if (event->policy_serial != 0)
    add_number (builder, "policy_serial", (gint64) event->policy_serial);
}

static void
add_message (JsonBuilder *builder, const BuoyEvent *event)
{
  add_text (builder, "level", event->level);
  add_list (builder, "checks", event->checks);
  add_text (builder, "message", event->message);
  add_domains (builder, event);
  add_serial (builder, event);
}

/* Adds what OCSF has no field for. */
static void
add_ocsf_rest (JsonBuilder *builder, const BuoyEvent *event)
{
  begin (builder, "unmapped");
  add_text (builder, "event", buoy_event_kind_get_row (event->kind)->name);
  add_domains (builder, event);
  add_serial (builder, event);
  json_builder_end_object (builder);
}

static void
add_ocsf (JsonBuilder *builder, const BuoyEvent *event)
{
  const BuoyEventRow *row = buoy_event_kind_get_row (event->kind);

  add_number (builder, "class_uid", OCSF_CLASS);
  add_text (builder, "class_name", "Detection Finding");
  add_number (builder, "category_uid", OCSF_CLASS / 1000);
  add_number (builder, "activity_id", row->activity);
  add_number (builder, "type_uid", OCSF_CLASS * 100 + row->activity);
  add_number (builder, "time", event->time_us / 1000);
  add_number (builder, "severity_id", severity_of (event));
  add_number (builder, "action_id", row->action);
  add_number (builder, "disposition_id", row->disposition);
  if (row->disposition == 99)
    add_text (builder, "disposition", row->name);
  add_ocsf_metadata (builder);
  begin (builder, "finding_info");
  add_text (builder, "uid", event->message);
  add_text (builder, "title", row->name);
  add_list (builder, "types", event->checks);
  json_builder_end_object (builder);
  add_ocsf_rest (builder, event);
}

static void
add_ecs (JsonBuilder *builder, const BuoyEvent *event)
{
  const BuoyEventRow *row = buoy_event_kind_get_row (event->kind);

  add_time (builder, "@timestamp", event->time_us);
  begin (builder, "ecs");
  add_text (builder, "version", ECS_VERSION);
  json_builder_end_object (builder);
  begin (builder, "event");
  add_text (builder, "kind", "alert");
  add_list (builder, "category", (char *[]){ (char *) "email", NULL });
  add_list (builder, "type", (char *[]){ (char *) row->ecs_type, NULL });
  add_text (builder, "action", row->name);
  add_text (builder, "provider", "bellbuoy");
  add_number (builder, "severity", severity_of (event));
  json_builder_end_object (builder);
  begin (builder, "observer");
  add_text (builder, "product", "Bellbuoy");
  add_text (builder, "version", PACKAGE_VERSION);
  json_builder_end_object (builder);
  begin (builder, "bellbuoy");
  add_message (builder, event);
  json_builder_end_object (builder);
}

static void
add_plain (JsonBuilder *builder, const BuoyEvent *event)
{
  add_time (builder, "time", event->time_us);
  add_text (builder, "event", buoy_event_kind_get_row (event->kind)->name);
  add_message (builder, event);
}

char *
buoy_event_to_json (const BuoyEvent *event, const char *format)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (g_str_equal (format, "ecs"))
    add_ecs (builder, event);
  else if (g_str_equal (format, "plain"))
    add_plain (builder, event);
  else
    add_ocsf (builder, event);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
