/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Splits header fields and body without changing a byte, since any change breaks signatures.
 */
#include "config.h"

#include "net/buoy-wire.h"

#include <string.h>

#define MAX_FIELDS 2000                /* the same limit as for analysing a message */
#define MAX_HEADER_BYTES (1024 * 1024) /* servers accept 256 KiB at most */
#define PIECE_BYTES (64 * 1024)        /* bytes of the body passed on at a time */

static char *
with_crlf (const char *text, gsize length, gsize *out_length)
{
  GString *out = g_string_sized_new (length + length / 32);

  for (const char *line = text; line < text + length;)
    {
      const gsize left = (gsize) (text + length - line);
      const char *end = memchr (line, '\n', left);

      g_string_append_len (out, line, end != NULL ? end - line : (gssize) left);
      if (end == NULL)
        break;
      g_string_append (out, "\r\n");
      line = end + 1;
    }
  *out_length = out->len;
  return g_string_free (out, FALSE);
}

/* The start of the line after @text. */
static const char *
next_line (const char *text, const char *end)
{
  const char *feed = memchr (text, '\n', (gsize) (end - text));

  return feed != NULL ? feed + 1 : end;
}

static gboolean
is_empty_line (const char *text, const char *end)
{
  return text < end && (*text == '\n' || (*text == '\r' && text + 1 < end && text[1] == '\n'));
}

static void
add_field (BuoyWire *wire, const char *text, const char *end)
{
  gsize length = (gsize) (end - text);

  if (length > 0 && text[length - 1] == '\n')
    length--;
  if (!wire->bare && length > 0 && text[length - 1] == '\r')
    length--;
  g_ptr_array_add (wire->fields, wire->bare ? with_crlf (text, length, &length) : g_strndup (text, length));
}

/* The start of the body; NULL if the header cannot have been signed. */
static const char *
read_header (BuoyWire *wire, const char *text, const char *end)
{
  const char *const start = text;

  while (text < end && !is_empty_line (text, end))
    {
      const char *next = next_line (text, end);

      while (next < end && (*next == ' ' || *next == '\t'))
        next = next_line (next, end);
      if (wire->fields->len >= MAX_FIELDS || next - start > MAX_HEADER_BYTES
          || memchr (text, '\0', (gsize) (next - text)) != NULL)
        return NULL;
      add_field (wire, text, next);
      text = next;
    }
  return text < end ? next_line (text, end) : end;
}

BuoyWire *
buoy_wire_new (GBytes *bytes)
{
  g_autoptr (BuoyWire) wire = g_new0 (BuoyWire, 1);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end, *feed;

  wire->fields = g_ptr_array_new_with_free_func (g_free);
  if (length == 0)
    return NULL;
  end = text + length;
  /* RFC 4155 */
  if (length > 5 && memcmp (text, "From ", 5) == 0)
    text = next_line (text, end);
  feed = memchr (text, '\n', (gsize) (end - text));
  wire->bare = feed != NULL && (feed == text || feed[-1] != '\r');
  wire->body = read_header (wire, text, end);
  if (wire->body == NULL)
    return NULL;
  wire->body_length = (gsize) (end - wire->body);
  return g_steal_pointer (&wire);
}

void
buoy_wire_free (BuoyWire *wire)
{
  g_ptr_array_unref (wire->fields);
  g_free (wire);
}

GBytes *
buoy_wire_next (const BuoyWire *wire, gsize *at)
{
  const gsize length = MIN (wire->body_length - *at, PIECE_BYTES);
  const char *piece = wire->body + *at;
  gsize converted_length;
  char *converted;

  if (length == 0)
    return NULL;
  *at += length;
  if (!wire->bare)
    return g_bytes_new (piece, length);
  converted = with_crlf (piece, length, &converted_length);
  return g_bytes_new_take (converted, converted_length);
}

/* The length of a line without its line end. @relaxed: runs of white space count as one, and not at all at the end. */
static guint64
line_length (const char *line, gsize length, gboolean relaxed)
{
  guint64 counted = 0;
  gboolean blank = FALSE;

  if (!relaxed)
    return length;
  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == ' ' || line[i] == '\t')
        {
          blank = TRUE;
          continue;
        }
      counted += blank ? 2 : 1;
      blank = FALSE;
    }
  return counted;
}

/* Ignores empty lines at the end; every other line counts with CRLF. */
guint64
buoy_wire_canonical_length (const BuoyWire *wire, gboolean relaxed)
{
  const char *end = wire->body + wire->body_length;
  guint64 total = 0, pending = 0;

  for (const char *line = wire->body; line < end;)
    {
      const char *next = next_line (line, end);
      gsize length = (gsize) (next - line);
      guint64 counted;

      if (length > 0 && line[length - 1] == '\n')
        length--;
      if (length > 0 && line[length - 1] == '\r')
        length--;
      counted = line_length (line, length, relaxed);
      pending += counted + strlen ("\r\n");
      if (counted > 0)
        {
          total += pending;
          pending = 0;
        }
      line = next;
    }
  return total;
}
