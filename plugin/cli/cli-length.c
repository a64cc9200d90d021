/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A sender may write this field so that the next message is taken for a part of his own. Programs that write mboxcl2
 * add it to every message, so it is used only if every message in the file has it, and each is exact.
 */
#include "config.h"

#include "cli-length.h"

#include <string.h>

#define FIELD "Content-Length:"
#define MAX_BELIEVED (64u * 1024 * 1024) /* larger values are ignored: the message must fit in memory */

/* The offset after the line at @at. */
static gsize
next_line (const CliMboxKind *kind, const char *text, gsize length, gsize at)
{
  const char *feed = memchr (text + at, kind->feed, length - at);

  return feed != NULL ? (gsize) (feed - text) + 1 : length;
}

static gboolean
is_empty (const char *line, gsize length)
{
  return length == 1 || (length == 2 && line[0] == '\r');
}

static gboolean
read_number (const char *line, gsize length, gsize *out_number)
{
  const gsize name = strlen (FIELD);
  g_autofree char *value = NULL;
  guint64 number;

  if (length <= name || length > CLI_SEPARATOR_BYTES || g_ascii_strncasecmp (line, FIELD, name) != 0)
    return FALSE;
  value = g_strstrip (g_strndup (line + name, length - name));
  if (!g_ascii_string_to_unsigned (value, 10, 0, MAX_BELIEVED, &number, NULL))
    return FALSE;
  *out_number = (gsize) number;
  return TRUE;
}

gboolean
cli_length_find (const CliMboxKind *kind, const char *text, gsize length, gsize *out_end)
{
  const gsize most = MIN (length, CLI_LENGTH_BYTES);
  gboolean found = FALSE;
  gsize number = 0;

  for (gsize at = next_line (kind, text, most, 0); at < most;)
    {
      const gsize next = next_line (kind, text, most, at);

      if (is_empty (text + at, next - at))
        {
          *out_end = next + number;
          return found;
        }
      if (cli_separator_matches (kind, text + at, length - at, FALSE))
        return FALSE;
      found |= read_number (text + at, next - at, &number);
      at = next;
    }
  return FALSE;
}

gsize
cli_length_find_next (const CliMboxKind *kind, const char *text, gsize length, gsize end)
{
  gsize unused;

  if (end > length || (end < length && end > 0 && text[end - 1] != kind->feed && strchr ("\r\n", text[end]) == NULL))
    return 0;
  while (end < length && strchr ("\r\n", text[end]) != NULL && text[end] != '\0')
    end++;
  if (end == length)
    return end;
  if (!cli_separator_matches (kind, text + end, length - end, TRUE)
      || !cli_length_find (kind, text + end, length - end, &unused))
    return 0;
  return end;
}
