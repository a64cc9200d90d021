/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-inline-parts.h"

#include <string.h>

#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-mail-stream.h"
#include "message/reader/buoy-part-walk.h"

#define TYPE "Content-Type:"
#define BINHEX "(This file must be converted with BinHex 4.0)"
#define YENC_OFFSET 42
#define YENC_ESCAPED_OFFSET 64
#define MAX_NAME_BYTES 255
#define STEPS_A_LINE 8

typedef struct
{
  const char *p;
  const char *end;
  gboolean may_be_part;   /* at the start, or after a block */
  gboolean within_binhex; /* ends with the next line that ends with a colon */
} Scanner;

static gboolean
starts_with (const char *p, const char *end, const char *word)
{
  const gsize length = strlen (word);

  return (gsize) (end - p) >= length && g_ascii_strncasecmp (p, word, length) == 0;
}

static const char *
next_line (const char *p, const char *end)
{
  const char *feed = memchr (p, '\n', (gsize) (end - p));

  return feed != NULL ? feed + 1 : end;
}

/* Whether the line at @p ends a file: with @word, and one of @followers after it. A line of data may start alike. */
static gboolean
ends_file (const char *p, const char *end, const char *word, const char *followers)
{
  const gsize length = strlen (word);

  return (gsize) (end - p) >= length && memcmp (p, word, length) == 0
         && (p + length == end || (p[length] != '\0' && strchr (followers, p[length]) != NULL));
}

/* The first line at or after @p that ends a file; @end if there is none. */
static const char *
find_end (const char *p, const char *end, const char *word, const char *followers, BuoyBudget *budget)
{
  while (p < end && buoy_budget_spend (budget, STEPS_A_LINE) && !ends_file (p, end, word, followers))
    p = next_line (p, end);
  return p;
}

/* Returns: (transfer full): the file name in the rest of the line, from @p on */
static char *
take_name (const char *p, const char *end)
{
  char *name = g_strndup (p, MIN ((gsize) (next_line (p, end) - p), MAX_NAME_BYTES));

  return g_strdelimit (g_strstrip (name), "\"\\\r\n", '_');
}

static void
add_part (GPtrArray *parts, const char *name, const char *encoding, const char *data, gsize length, BuoyPartWalk *walk)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  GMimeObject *part;

  if (walk->n_readings++ >= BUOY_MAX_READINGS)
    return;
  if (name != NULL)
    g_string_printf (text,
                     "Content-Type: application/octet-stream; name=\"%s\"\n"
                     "Content-Transfer-Encoding: %s\n\n",
                     name, encoding);
  g_string_append_len (text, data, (gssize) length);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  part = buoy_mail_parse_part (bytes, walk);
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

/* Adds the file at @p: "begin 644 name", lines, "end". Returns where it ends; NULL if there is none. */
static const char *
add_uuencoded (GPtrArray *parts, const char *p, const char *end, BuoyPartWalk *walk)
{
  g_autofree char *name = NULL;
  const char *after;

  if (!starts_with (p, end, "begin ") || end - p < 10 || !g_ascii_isdigit (p[6]) || !g_ascii_isdigit (p[7])
      || !g_ascii_isdigit (p[8]) || p[9] != ' ')
    return NULL;
  name = take_name (p + 10, end);
  after = next_line (find_end (p, end, "end", "\r\n", walk->budget), end);
  add_part (parts, name, "x-uuencode", p, (gsize) (after - p), walk);
  return after;
}

static void
decode_yenc (GString *out, const char *p, const char *end)
{
  for (; p < end; p++)
    {
      guchar byte = (guchar) *p;

      if (byte == '\r' || byte == '\n')
        continue;
      if (byte == '=' && p + 1 < end)
        byte = (guchar) (*++p - YENC_ESCAPED_OFFSET);
      g_string_append_c (out, (char) (guchar) (byte - YENC_OFFSET));
    }
}

/* Adds the file at @p: "=ybegin line=128 size=94 name=a.html", lines, "=yend". Returns where it ends; NULL if there is
 * none.
 */
static const char *
add_yenc (GPtrArray *parts, const char *p, const char *end, BuoyPartWalk *walk)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  g_autofree char *line = NULL;
  g_autofree char *name = NULL;
  const char *data, *after;

  if (!starts_with (p, end, "=ybegin "))
    return NULL;
  data = next_line (p, end);
  line = g_strndup (p, (gsize) (data - p));
  if (strstr (line, " name=") == NULL)
    return NULL;
  name = take_name (strstr (line, " name=") + strlen (" name="), line + strlen (line));
  if (starts_with (data, end, "=ypart "))
    data = next_line (data, end);
  after = find_end (data, end, "=yend", " \r\n", walk->budget);
  if (!buoy_budget_spend (walk->budget, (gsize) (after - data)))
    return NULL;
  decode_yenc (decoded, data, after);
  add_part (parts, name, "binary", decoded->str, decoded->len, walk);
  return after;
}

/* Whether the line at @p ends a block that Evolution shows apart from the text. */
static gboolean
ends_block (Scanner *scanner, const char *p, const char *line_end)
{
  static const char *const ends[] = { "-----END PGP SIGNATURE-----", "-----END PGP MESSAGE-----", "%%EOF" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (starts_with (p, line_end, ends[i]))
      return TRUE;
  if (!scanner->within_binhex)
    {
      scanner->within_binhex = starts_with (p, line_end, BINHEX);
      return FALSE;
    }
  while (line_end > p && (line_end[-1] == '\n' || line_end[-1] == '\r'))
    line_end--;
  return line_end > p && line_end[-1] == ':';
}

/* Adds the part that starts at the current line; returns whether there is one. */
static gboolean
add_part_here (GPtrArray *parts, Scanner *scanner, BuoyPartWalk *walk)
{
  const char *after = NULL;

  if (scanner->may_be_part && starts_with (scanner->p, scanner->end, TYPE))
    {
      add_part (parts, NULL, NULL, scanner->p, (gsize) (scanner->end - scanner->p), walk);
      scanner->p = next_line (scanner->p, scanner->end);
      scanner->may_be_part = FALSE;
      return TRUE;
    }
  after = add_uuencoded (parts, scanner->p, scanner->end, walk);
  if (after == NULL)
    after = add_yenc (parts, scanner->p, scanner->end, walk);
  if (after == NULL)
    return FALSE;
  scanner->p = after;
  scanner->may_be_part = FALSE;
  return TRUE;
}

GPtrArray *
buoy_inline_parts_find (BuoyMessage *message, GBytes *bytes, BuoyPartWalk *walk)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  Scanner scanner = { .p = text, .may_be_part = TRUE };

  if (length == 0) /* @text is NULL */
    return parts;
  scanner.end = text + length;
  while (scanner.p < scanner.end && buoy_budget_spend (walk->budget, STEPS_A_LINE))
    {
      const char *line = scanner.p;

      if (add_part_here (parts, &scanner, walk))
        continue;
      scanner.p = next_line (line, scanner.end);
      scanner.may_be_part = ends_block (&scanner, line, scanner.p);
    }
  if (walk->n_readings > BUOY_MAX_READINGS)
    buoy_message_note (message->limits, "parts");
  return parts;
}
