/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-part-readings.h"

#include <string.h>

#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-boundary-values.h"
#include "message/reader/buoy-mail-stream.h"
#include "message/reader/buoy-part-boundaries.h"
#include "message/reader/buoy-part-walk.h"

#define MAX_VALUES 4 /* of one field, which are tried; programs use the first or the last */
#define BOUNDARY "boundary"
#define MAX_BOUNDARY_BYTES 70       /* RFC 2046 §5.1.1 */
#define MAX_BYTES (4 * 1024 * 1024) /* of a part that is parsed again; texts are cut at half of that */

static void
add_value (GPtrArray *values, char *value)
{
  if (g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    {
      g_free (value);
      return;
    }
  if (values->len == MAX_VALUES)
    g_ptr_array_remove_index (values, MAX_VALUES - 1);
  g_ptr_array_add (values, value);
}

static gboolean
is_boundary_parameter (const char *p)
{
  if (g_ascii_strncasecmp (p, BOUNDARY, strlen (BOUNDARY)) != 0)
    return FALSE;
  p += strlen (BOUNDARY);
  p += strspn (p, " \t");
  /* also if it is split into sections (RFC 2231 §3) */
  return *p == '=' || g_str_has_prefix (p, "*=") || g_str_has_prefix (p, "*0");
}

/* Returns: (transfer full) (element-type guint): the offsets of all "boundary" parameters in a Content-Type */
static GArray *
find_boundaries (const char *value)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean quoted = FALSE;

  for (const char *p = value; *p != '\0'; p++)
    {
      const guint offset = (guint) (p - value);

      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && offset > 0 && strchr ("; \t\r\n", p[-1]) != NULL && is_boundary_parameter (p))
        g_array_append_val (found, offset);
    }
  return found;
}

/* Returns: (transfer full): @content_type with all "boundary" parameters but @kept renamed */
static char *
keep_boundary (const char *content_type, const GArray *boundaries, guint kept)
{
  char *value = g_strdup (content_type);

  for (guint i = 0; i < boundaries->len; i++)
    if (i != kept)
      value[g_array_index (boundaries, guint, i)] = 'x';
  return value;
}

/* Adds a Content-Type: if it has several boundaries, once with the first and once with the last. */
static void
add_type (GPtrArray *values, const char *content_type)
{
  g_autoptr (GArray) boundaries = find_boundaries (content_type);

  add_value (values, keep_boundary (content_type, boundaries, 0));
  if (boundaries->len > 1)
    add_value (values, keep_boundary (content_type, boundaries, boundaries->len - 1));
}

/* The distinct values of a field; a single NULL if there is no such field. */
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

      if (g_ascii_strcasecmp (g_mime_header_get_name (header), name) != 0 || value == NULL)
        continue;
      if (GMIME_IS_MULTIPART (object) && g_str_equal (name, "Content-Type"))
        add_type (values, value);
      else
        add_value (values, g_strdup (value));
    }
  if (values->len == 0)
    g_ptr_array_add (values, NULL);
  return values;
}

/* The encoded body of @object; NULL if it is too long. */
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

/* Returns: (transfer full) (nullable): a part with these fields */
static GMimeObject *
parse_as (const char *type, const char *encoding, const GByteArray *body, BuoyPartWalk *walk)
{
  g_autoptr (GBytes) bytes = NULL;
  GByteArray *text = g_byte_array_new ();

  append_field (text, "Content-Type", type);
  append_field (text, "Content-Transfer-Encoding", encoding);
  g_byte_array_append (text, (const guint8 *) "\n", 1);
  g_byte_array_append (text, body->data, body->len);
  bytes = g_byte_array_free_to_bytes (text);
  return buoy_mail_parse_part (bytes, walk);
}

static void
find_contradicting (GPtrArray *readings, BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk)
{
  g_autoptr (GPtrArray) types = find_values (object, "Content-Type");
  g_autoptr (GPtrArray) encodings = find_values (object, "Content-Transfer-Encoding");
  GByteArray *body;

  if (types->len * encodings->len == 1)
    return;
  body = walk->n_readings < BUOY_MAX_READINGS ? copy_body (object) : NULL;
  if (body == NULL)
    buoy_message_note (message->limits, "parts");
  /* Bounded: MAX_VALUES */
  for (guint i = 0; body != NULL && i < types->len * encodings->len; i++)
    {
      GMimeObject *reading = parse_as (g_ptr_array_index (types, i % types->len),
                                       g_ptr_array_index (encodings, i / types->len), body, walk);

      walk->n_readings++;
      if (reading != NULL)
        g_ptr_array_add (readings, reading);
    }
  g_clear_pointer (&body, g_byte_array_unref);
}

/* The encoding that @value names among other characters; NULL if it names none, or nothing else. */
static const char *
find_named_encoding (const char *value)
{
  static const char *const names[] = { "quoted-printable", "base64", "x-uuencode", "uuencode", "x-uue" };
  g_autofree char *lower = g_strstrip (g_ascii_strdown (value, -1));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (lower, names[i]) != NULL)
      return g_str_equal (lower, names[i]) ? NULL : names[i];
  return NULL;
}

/* Some programs skip comments, quotes or trailing characters in a Content-Transfer-Encoding; for others it is then
 * unknown.
 */
static void
find_named (GPtrArray *readings, BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk)
{
  const char *encoding = g_mime_object_get_header (object, "Content-Transfer-Encoding");
  const char *named = encoding != NULL ? find_named_encoding (encoding) : NULL;
  GByteArray *body;
  GMimeObject *reading;

  if (named == NULL)
    return;
  body = walk->n_readings < BUOY_MAX_READINGS ? copy_body (object) : NULL;
  if (body == NULL)
    {
      buoy_message_note (message->limits, "parts");
      return;
    }
  walk->n_readings++;
  reading = parse_as (g_mime_object_get_header (object, "Content-Type"), named, body, walk);
  if (reading != NULL)
    g_ptr_array_add (readings, reading);
  g_byte_array_unref (body);
}

static void
find_in_text (GPtrArray *readings, const char *text, BuoyMessage *message, BuoyPartWalk *walk)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;

  if (bytes != NULL)
    buoy_part_find_ambiguous (readings, bytes, message, walk);
}

/* The first line of @prologue that begins with two hyphens, after them; NULL if there is none. "--" alone is none. */
static const char *
find_first_delimiter (const char *prologue)
{
  for (const char *p = prologue; (p = strstr (p, "--")) != NULL; p += 2)
    if ((p == prologue || p[-1] == '\n') && (guchar) p[2 + strspn (p + 2, " \t")] > ' ')
      return p + 2;
  return NULL;
}

/* For a signed message that names no boundary: Evolution takes the first such line for one. It does not for other
 * multiparts, some of which are honest delivery reports.
 */
static void
open_first_delimiter (const char *prologue, BuoyPartWalk *walk)
{
  const char *delimiter = prologue != NULL ? find_first_delimiter (prologue) : NULL;

  if (delimiter != NULL)
    g_ptr_array_add (walk->boundaries, g_strndup (delimiter, MIN (strcspn (delimiter, " \t\r\n"), MAX_BOUNDARY_BYTES)));
}

/* Finds parts in the text before the first and after the last boundary that GMime accepts. */
static void
find_around_parts (GPtrArray *readings, BuoyMessage *message, GMimeMultipart *multipart, BuoyPartWalk *walk)
{
  guint n_open;

  find_in_text (readings, g_mime_multipart_get_epilogue (multipart), message, walk);
  n_open = buoy_part_open_boundaries (GMIME_OBJECT (multipart), walk);
  if (walk->boundaries->len == n_open && GMIME_IS_MULTIPART_SIGNED (multipart))
    open_first_delimiter (g_mime_multipart_get_prologue (multipart), walk);
  find_in_text (readings, g_mime_multipart_get_prologue (multipart), message, walk);
  buoy_part_close_boundaries (walk, n_open);
}

static void
find_in_part (GPtrArray *readings, BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk)
{
  GMimeDataWrapper *wrapper = g_mime_part_get_content (part);
  g_autoptr (GBytes) bytes
      = wrapper != NULL ? buoy_mail_stream_get_bytes (g_mime_data_wrapper_get_stream (wrapper)) : NULL;

  if (bytes != NULL)
    buoy_part_find_ambiguous (readings, bytes, message, walk);
}

GPtrArray *
buoy_part_find_readings (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk, gboolean *out_contradicts)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_object_unref);

  find_contradicting (readings, message, object, walk);
  if (GMIME_IS_MULTIPART (object))
    find_around_parts (readings, message, GMIME_MULTIPART (object), walk);
  else if (GMIME_IS_PART (object))
    find_in_part (readings, message, GMIME_PART (object), walk);
  *out_contradicts = readings->len > 0;
  find_named (readings, message, object, walk);
  return readings;
}

guint
buoy_part_open_boundaries (GMimeObject *object, BuoyPartWalk *walk)
{
  const char *boundary = g_mime_object_get_content_type_parameter (object, BOUNDARY);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  GMimeHeaderList *list = g_mime_object_get_header_list (object);
  GMimeHeader *header = g_mime_header_list_get_header (list, "Content-Type");
  const char *raw = header != NULL ? g_mime_header_get_raw_value (header) : NULL;
  const guint n_open = walk->boundaries->len;

  if (boundary != NULL)
    g_ptr_array_add (values, g_strdup (boundary));
  if (raw != NULL)
    buoy_boundary_add_values (values, raw, walk->budget);
  /* Bounded: BUOY_MAX_BOUNDARY_VALUES */
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (walk->boundaries, g_strdup (g_ptr_array_index (values, i)));
  return n_open;
}

void
buoy_part_close_boundaries (BuoyPartWalk *walk, guint n_open)
{
  g_ptr_array_set_size (walk->boundaries, (int) n_open);
}
