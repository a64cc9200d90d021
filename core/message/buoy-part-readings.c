/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A part may bear two Content-Type or Content-Transfer-Encoding fields. RFC 2045 §3 allows one of each, and programs
 * differ in which one they take: GMime the last, Evolution the first. So the part is parsed anew for each combination.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message-private.h"

#define MAX_VALUES 4            /* of one field that are tried; a program takes the first or the last */
#define MAX_READINGS 16         /* in a whole message; parts within parts would multiply them */
#define MAX_BYTES (4 * 1024 * 1024) /* of a part that is parsed anew; texts are cut at half of that */

/* Adds the distinct values of a field; without such a field one NULL. */
static GPtrArray *
find_values (GMimeObject *object, const char *name)
{
  GMimeHeaderList *list = g_mime_object_get_header_list (object);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  const int n = g_mime_header_list_get_count (list);

  for (int i = 0; i < n; i++)
    {
      GMimeHeader *header = g_mime_header_list_get_header_at (list, i);
      const char *value = g_mime_header_get_value (header);

      if (g_ascii_strcasecmp (g_mime_header_get_name (header), name) != 0 || value == NULL
          || g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
        continue;
      if (values->len == MAX_VALUES)
        g_ptr_array_remove_index (values, MAX_VALUES - 1);
      g_ptr_array_add (values, g_strdup (value));
    }
  if (values->len == 0)
    g_ptr_array_add (values, NULL);
  return values;
}

/* What stands below the header of @object, as it is encoded; NULL where it is too long. */
static GByteArray *
copy_body (GMimeObject *object)
{
  GMimeStream *stream = g_mime_stream_mem_new ();
  GByteArray *bytes = g_byte_array_new ();

  g_mime_stream_mem_set_byte_array (GMIME_STREAM_MEM (stream), bytes);
  g_mime_object_write_content_to_stream (object, NULL, stream);
  g_object_unref (stream);
  if (bytes->len <= MAX_BYTES)
    return bytes;
  g_byte_array_unref (bytes);
  return NULL;
}

static void
append_field (GByteArray *text, const char *name, const char *value)
{
  g_autofree char *field = NULL;

  if (value == NULL)
    return;
  field = g_strdup_printf ("%s: %s\n", name, value);
  g_byte_array_append (text, (const guint8 *) field, (guint) strlen (field));
}

/* (transfer full), nullable */
static GMimeObject *
parse_as (const char *type, const char *encoding, const GByteArray *body,
          GMimeParserOptions *options)
{
  GByteArray *text = g_byte_array_new ();
  GMimeStream *stream = g_mime_stream_mem_new ();
  GMimeParser *parser;
  GMimeObject *object;

  append_field (text, "Content-Type", type);
  append_field (text, "Content-Transfer-Encoding", encoding);
  g_byte_array_append (text, (const guint8 *) "\n", 1);
  g_byte_array_append (text, body->data, body->len);
  g_mime_stream_mem_set_byte_array (GMIME_STREAM_MEM (stream), text);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), TRUE);
  parser = g_mime_parser_new_with_stream (stream);
  object = g_mime_parser_construct_part (parser, options);
  g_object_unref (parser);
  g_object_unref (stream);
  return object;
}

GPtrArray *
buoy_part_find_readings (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk)
{
  g_autoptr (GPtrArray) types = find_values (object, "Content-Type");
  g_autoptr (GPtrArray) encodings = find_values (object, "Content-Transfer-Encoding");
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_object_unref);
  GByteArray *body;

  if (types->len * encodings->len == 1)
    return readings;
  body = walk->n_readings < MAX_READINGS ? copy_body (object) : NULL;
  if (body == NULL)
    buoy_message_note (message->limits, "parts");
  for (guint i = 0; body != NULL && i < types->len * encodings->len; i++)
    {
      GMimeObject *reading = parse_as (g_ptr_array_index (types, i % types->len),
                                       g_ptr_array_index (encodings, i / types->len), body,
                                       walk->options);

      walk->n_readings++;
      if (reading != NULL)
        g_ptr_array_add (readings, reading);
    }
  g_clear_pointer (&body, g_byte_array_unref);
  return readings;
}
