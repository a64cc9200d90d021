/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Helpers for writing JSON members.
 */
#include "config.h"

#include "notice/json-private.h"

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"

#define MAX_STRING_BYTES 4096 /* of one string of a mail */

static void
add_value (JsonBuilder *builder, const char *text)
{
  g_autofree char *valid = buoy_text_make_valid (text, -1);
  g_autofree char *cut = buoy_text_cut_middle (valid, MAX_STRING_BYTES);

  json_builder_add_string_value (builder, cut);
}

void
buoy_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    add_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
buoy_json_add_host (JsonBuilder *builder, const char *name, const char *ascii)
{
  g_autofree char *unicode = ascii != NULL ? buoy_host_for_reader (ascii) : NULL;

  buoy_json_add_text (builder, name, ascii);
  if (unicode != NULL && !g_str_equal (unicode, ascii))
    {
      g_autofree char *beside = g_strconcat (name, "_unicode", NULL);

      buoy_json_add_text (builder, beside, unicode);
    }
}

void
buoy_json_add_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
buoy_json_add_strings (JsonBuilder *builder, const char *name, const GPtrArray *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings != NULL && i < strings->len; i++)
    add_value (builder, g_ptr_array_index (strings, i));
  json_builder_end_array (builder);
}

/* json-glib escapes what RFC 8259 §7 requires (up to 1.10 except the last control character), but not C1 controls and
 * directional overrides, which a terminal would interpret.
 */
char *
buoy_json_finish (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return buoy_text_escape (json_to_string (root, FALSE));
}
