/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links of plain text: what mail programs make clickable. A URL ends at white space, at a bracket or quote, and at
 * kana and kanji, which stand right behind it in Japanese.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message-private.h"

static const char *const starts[] = { "http://", "https://", "ftp://", "www." };

static gboolean
is_url_char (gunichar c)
{
  if (c < 0x80)
    return c > 0x20 && c != 0x7f && strchr ("<>\"`{}|\\^", (int) c) == NULL;
  return c < 0x1100 && g_unichar_isalnum (c);
}

/* Punctuation at the end belongs to the sentence; a closing bracket too, unless it was opened within. */
static const char *
trim_end (const char *start, const char *end)
{
  const gsize length = (gsize) (end - start);
  const gboolean opens_round = memchr (start, '(', length) != NULL;
  const gboolean opens_square = memchr (start, '[', length) != NULL;

  while (end > start
         && (strchr (".,;:!?'*_-", end[-1]) != NULL || (end[-1] == ')' && !opens_round)
             || (end[-1] == ']' && !opens_square)))
    end--;
  return end;
}

static const char *
url_end (const char *start)
{
  const char *p = start;

  while (*p != '\0' && is_url_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return trim_end (start, p);
}

static const char *
start_at (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (p, starts[i], strlen (starts[i])) == 0)
      return starts[i];
  return NULL;
}

static void
add_url (BuoyMessage *message, const char *start, const char *end)
{
  char *text = g_strndup (start, (gsize) (end - start));
  const gboolean bare = g_ascii_strncasecmp (start, "www.", 4) == 0;

  buoy_message_add_link (message, BUOY_LINK_PLAIN, text,
                         bare ? g_strconcat ("http://", text, NULL) : g_strdup (text), NULL, FALSE,
                         FALSE);
}

void
buoy_plain_links_read (BuoyMessage *message, const char *text)
{
  char last = ' ';

  for (const char *p = text; *p != '\0';)
    {
      const gboolean may_start
          = (*p == 'h' || *p == 'H' || *p == 'f' || *p == 'F' || *p == 'w' || *p == 'W')
            && !g_ascii_isalnum (last) && last != '@' && last != '/' && last != '.';
      const char *start = may_start ? start_at (p) : NULL;
      const char *end = start != NULL ? url_end (p) : p;

      if (start != NULL && (gsize) (end - p) > strlen (start))
        {
          add_url (message, p, end);
          last = end[-1];
          p = end;
          continue;
        }
      last = *p++;
    }
}
