/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links of plain text: what mail programs make clickable. A URL ends at white space, at a bracket or quote, and at
 * kana and kanji, which stand right behind it in Japanese.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message-private.h"

#define MAX_LOCAL_BYTES 64 /* of an address before its @ (RFC 5321 §4.5.3.1.1) */

static const char *const starts[] = { "http://", "https://", "ftp://", "www.", "mailto:" };

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

static gboolean
is_local_char (char c)
{
  return g_ascii_isalnum (c) || strchr (".!#$%&'*+/=?^_`{|}~-", c) != NULL;
}

/* The address around the @ at @at, which begins behind @floor; returns its end, NULL where there is none. */
static const char *
add_address (BuoyMessage *message, const char *floor, const char *at)
{
  const char *start = at;
  const char *end = at + 1;
  char *text;

  while (start > floor && at - start < MAX_LOCAL_BYTES && is_local_char (start[-1]))
    start--;
  while (start < at && !g_ascii_isalnum (*start))
    start++;
  while (g_ascii_isalnum (*end) || *end == '-' || *end == '.')
    end++;
  while (end > at && !g_ascii_isalnum (end[-1]))
    end--;
  if (start == at || end <= at + 1 || memchr (at, '.', (gsize) (end - at)) == NULL)
    return NULL;

  text = g_strndup (start, (gsize) (end - start));
  buoy_message_add_link (message, BUOY_LINK_PLAIN, text, g_strconcat ("mailto:", text, NULL), NULL,
                         FALSE, FALSE);
  return end;
}

/* The link at @p, if one begins (or an address's @ stands) there; returns its end. */
static const char *
add_link (BuoyMessage *message, const char *floor, const char *p)
{
  const char last = p > floor ? p[-1] : ' ';
  const gboolean may_start = strchr ("hHfFwWmM", *p) != NULL && !g_ascii_isalnum (last)
                             && last != '@' && last != '/' && last != '.';
  const char *start = may_start ? start_at (p) : NULL;
  const char *end;

  if (*p == '@')
    return add_address (message, floor, p);
  if (start == NULL)
    return NULL;
  end = url_end (p);
  if ((gsize) (end - p) <= strlen (start))
    return NULL;
  add_url (message, p, end);
  return end;
}

void
buoy_plain_links_read (BuoyMessage *message, const char *text)
{
  const char *floor = text; /* behind the last link */

  for (const char *p = text; *p != '\0';)
    {
      const char *end = add_link (message, floor, p);

      if (end != NULL)
        floor = end;
      p = end != NULL ? end : p + 1;
    }
}
