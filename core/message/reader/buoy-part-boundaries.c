/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-part-boundaries.h"

#include <string.h>

#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-mail-stream.h"
#include "message/reader/buoy-part-walk.h"

typedef struct
{
  const char *rest; /* the next line; NULL if there is no delimiter */
  const char *line;
  gboolean is_last; /* "--boundary--": no further part */
} Delimiter;

/* The innermost open boundary that @line, the text after "--", starts with; NULL if there is none. */
static const char *
find_boundary (const GPtrArray *boundaries, const char *line, const char *end)
{
  for (guint i = boundaries->len; i > 0; i--)
    {
      const char *boundary = g_ptr_array_index (boundaries, i - 1);
      const gsize length = strlen (boundary);

      if (length > 0 && (gsize) (end - line) >= length && memcmp (line, boundary, length) == 0)
        return boundary;
    }
  return NULL;
}

/* The first line at or after @from that some program reads as a delimiter. */
static Delimiter
find_delimiter (const char *text, const char *from, const char *end, BuoyPartWalk *walk)
{
  Delimiter delimiter = { NULL, NULL, FALSE };

  for (const char *p = from; (p = memchr (p, '-', (gsize) (end - p))) != NULL; p++)
    {
      const gboolean may_be = (p == text || p[-1] == '\n') && end - p >= 2 && p[1] == '-';
      const char *boundary, *next;

      if (!buoy_budget_spend (walk->budget, may_be ? walk->boundaries->len : 1))
        break;
      if (!may_be)
        continue;
      boundary = find_boundary (walk->boundaries, p + 2, end);
      if (boundary == NULL)
        continue;
      next = memchr (p, '\n', (gsize) (end - p));
      p += 2 + strlen (boundary);
      delimiter.is_last = end - p >= 2 && memcmp (p, "--", 2) == 0;
      delimiter.line = p - 2 - strlen (boundary);
      delimiter.rest = next != NULL ? next + 1 : end;
      break;
    }
  return delimiter;
}

/* Whether the part has a Content-Type. Otherwise it is plain text, whose links show where they lead. */
static gboolean
has_type (const char *text, gsize length)
{
  static const char name[] = "content-type";
  const char *end = text + length;

  for (const char *p = text; (p = memchr (p, '-', (gsize) (end - p))) != NULL; p++)
    if (p - text >= 7 && end - p >= 5 && g_ascii_strncasecmp (p - 7, name, strlen (name)) == 0)
      return TRUE;
  return FALSE;
}

static void
add_part (GPtrArray *readings, GBytes *bytes, gsize start, gsize length, BuoyPartWalk *walk)
{
  g_autoptr (GBytes) slice = g_bytes_new_from_bytes (bytes, start, length);
  GMimeObject *part;

  if (!has_type ((const char *) g_bytes_get_data (bytes, NULL) + start, length))
    return;
  walk->n_readings++;
  part = buoy_mail_parse_part (slice, walk);
  if (part != NULL)
    g_ptr_array_add (readings, part);
}

void
buoy_part_find_ambiguous (GPtrArray *readings, GBytes *bytes, BuoyMessage *message, BuoyPartWalk *walk)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end;
  Delimiter delimiter;

  if (walk->boundaries->len == 0 || length == 0 || !buoy_budget_spend (walk->budget, length / 8))
    return;
  end = text + length;
  delimiter = find_delimiter (text, text, end, walk);
  while (delimiter.rest != NULL)
    {
      const Delimiter next = find_delimiter (text, delimiter.rest, end, walk);
      const char *part_end = next.rest != NULL ? next.line : end;

      if (walk->n_readings >= BUOY_MAX_READINGS)
        {
          buoy_message_note (message->limits, "parts");
          return;
        }
      if (!delimiter.is_last)
        add_part (readings, bytes, (gsize) (delimiter.rest - text), (gsize) (part_end - delimiter.rest), walk);
      delimiter = next;
    }
}
