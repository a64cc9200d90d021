/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The only way for untrusted text to be shown to a person or on a terminal: host names claimed by servers, addresses of
 * links, file names. An escape sequence could clear the terminal, a line feed fake a line of our own output, a
 * directional override reverse a host.
 */
#include "config.h"

#include "base/text/buoy-text.h"

#include <string.h>

#define MARK "…"
#define MAX_MARKS 6        /* per letter; pointed Hebrew and Burmese have up to five */
#define LAST_OF_BMP 0xffff /* characters beyond it take two escapes, as in JSON (RFC 8259 §7) */

static gboolean
is_continuation (char c)
{
  return ((guchar) c & 0xc0) == 0x80;
}

/* Both ends are kept: the end of a host names its owner, the beginning of a text its subject. */
char *
buoy_text_cut_middle (const char *text, gsize max_bytes)
{
  const gsize length = strlen (text);
  const gsize half = max_bytes > strlen (MARK) ? (max_bytes - strlen (MARK)) / 2 : 0;
  const char *head_end = text + half;
  const char *tail = text + length - half;
  g_autofree char *head = NULL;

  if (length <= max_bytes)
    return g_strdup (text);
  while (head_end > text && is_continuation (*head_end))
    head_end--;
  while (is_continuation (*tail))
    tail++;
  head = g_strndup (text, (gsize) (head_end - text));
  return g_strconcat (head, MARK, tail, NULL);
}

static gboolean
is_mark (gunichar c)
{
  const GUnicodeType type = c < 0x300 ? G_UNICODE_UNASSIGNED : g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

char *
buoy_text_for_people (const char *text, gsize max_bytes)
{
  g_autofree char *visible = buoy_text_strip_invisible (text);
  g_autofree char *line = buoy_text_squeeze (visible);
  /* stacked marks would be drawn over the lines above and below */
  g_autofree char *flat = buoy_text_limit_marks (line, is_mark, MAX_MARKS);

  return buoy_text_cut_middle (flat, max_bytes);
}

/* White space other than the space character moves the cursor. */
static gboolean
is_to_escape (gunichar c)
{
  return (c < 0x80 ? c < ' ' || c == 0x7f : buoy_text_is_invisible (c)) || c == 0x2028 || c == 0x2029;
}

/* In bytes. */
static gsize
escaped_length (gunichar c)
{
  return strlen ("\\u0000") * (c <= LAST_OF_BMP ? 1 : 2);
}

/* By how much @text grows: no escape is shorter than its character. */
static gsize
count_more (const char *text)
{
  gsize n_more = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_to_escape (g_utf8_get_char (p)))
      n_more += escaped_length (g_utf8_get_char (p)) - (gsize) (g_utf8_next_char (p) - p);
  return n_more;
}

/* Writes the escape of @c so that it ends at @end, without a NUL. Returns its beginning. */
static char *
put_escape (char *end, gunichar c)
{
  const gsize length = escaped_length (c);
  char escape[sizeof "\\u0000\\u0000"];

  if (c <= LAST_OF_BMP)
    g_snprintf (escape, sizeof escape, "\\u%04x", c);
  else
    g_snprintf (escape, sizeof escape, "\\u%04x\\u%04x", 0xd7c0 + (c >> 10), 0xdc00 + (c & 0x3ff));
  return memcpy (end - length, escape, length);
}

/* In place, from the end to the first escape: the JSON of a large message has megabytes. */
char *
buoy_text_escape (char *text)
{
  const gsize length = strlen (text);
  const gsize n_more = count_more (text);
  char *escaped = g_realloc (text, length + n_more + 1);
  char *end = escaped + length + n_more;
  char *p = escaped + length;

  *end = '\0';
  while (p < end)
    {
      const char *next = p;
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      end = is_to_escape (c) ? put_escape (end, c) : memmove (end - (next - p), p, (gsize) (next - p));
    }
  return escaped;
}
