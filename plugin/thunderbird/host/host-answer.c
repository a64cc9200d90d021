/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Builds frames: a length of four bytes, then one JSON object.
 */
#include "config.h"

#include "host-answer.h"

#include <string.h>

#include "bellbuoy.h"
#include "notice/buoy-shown.h"

#define LENGTH_BYTES 4

JsonBuilder *
host_answer_new (const char *type, gint64 id)
{
  JsonBuilder *answer = json_builder_new_immutable ();

  json_builder_begin_object (answer);
  host_add_text (answer, "type", type);
  host_add_number (answer, "id", id);
  return answer;
}

GBytes *
host_answer_finish (JsonBuilder *answer)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  guint32 prefix;
  GByteArray *frame;

  json_builder_end_object (answer);
  root = json_builder_get_root (answer);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);
  if (length > HOST_MAX_ANSWER)
    return NULL;
  prefix = (guint32) length;
  frame = g_byte_array_sized_new ((guint) length + LENGTH_BYTES);
  g_byte_array_append (frame, (const guint8 *) &prefix, LENGTH_BYTES);
  g_byte_array_append (frame, (const guint8 *) text, (guint) length);
  return g_byte_array_free_to_bytes (frame);
}

void
host_add_text (JsonBuilder *answer, const char *name, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  json_builder_set_member_name (answer, name);
  if (valid != NULL)
    json_builder_add_string_value (answer, valid);
  else
    json_builder_add_null_value (answer);
}

void
host_add_bool (JsonBuilder *answer, const char *name, gboolean value)
{
  json_builder_set_member_name (answer, name);
  json_builder_add_boolean_value (answer, value);
}

void
host_add_number (JsonBuilder *answer, const char *name, gint64 value)
{
  json_builder_set_member_name (answer, name);
  json_builder_add_int_value (answer, value);
}

/* The length of valid UTF-8 in UTF-16 units. */
static gint64
count_units (const char *text, gsize length)
{
  gint64 n_units = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    n_units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
  return n_units;
}

void
host_add_texts (JsonBuilder *answer, const char *name, const char *const *texts, guint n_texts)
{
  json_builder_set_member_name (answer, name);
  json_builder_begin_array (answer);
  for (guint i = 0; i < n_texts; i++)
    json_builder_add_string_value (answer, texts[i]);
  json_builder_end_array (answer);
}

void
host_add_owner (JsonBuilder *answer, const char *name, const char *host)
{
  guint start, length;

  json_builder_set_member_name (answer, name);
  if (host == NULL || !g_utf8_validate (host, -1, NULL) || !buoy_shown_find_owner (host, &start, &length))
    {
      json_builder_add_null_value (answer);
      return;
    }
  json_builder_begin_array (answer);
  json_builder_add_int_value (answer, count_units (host, start));
  json_builder_add_int_value (answer, count_units (host + start, length));
  json_builder_end_array (answer);
}

static void
add_site (JsonBuilder *answer, const char *name, const char *site)
{
  g_autofree char *owner = g_strconcat (name, "Owner", NULL);
  g_autofree char *shown = site != NULL ? buoy_shown_text (site) : NULL;

  host_add_text (answer, name, shown);
  host_add_owner (answer, owner, shown);
}

void
host_add_sites (JsonBuilder *answer, const char *shown, const char *actual)
{
  add_site (answer, "shown", shown);
  add_site (answer, "actual", actual);
  host_add_text (answer, "company", shown != NULL ? buoy_shown_find_company (shown) : NULL);
}

gsize
host_measure (const char *text)
{
  gsize n_bytes = strlen ("\"\",");

  for (const char *p = text; *p != '\0'; p++)
    n_bytes += (guchar) *p < ' ' || *p == '"' || *p == '\\' || *p == '\x7f' ? strlen ("\\u0000") : 1;
  return n_bytes;
}
