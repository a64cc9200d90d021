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

/* Each link has one of these where the first word of its start ends. They are rare, and found without a look at what is
 * between them.
 */
#define MARKS ":.@"

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

/* @p begins a word, behind @floor. */
static gboolean
may_start (const char *floor, const char *p)
{
  return p == floor || !(g_ascii_isalnum (p[-1]) || strchr ("@/.", p[-1]) != NULL);
}

/* What begins with the word before @mark; NULL. */
static const char *
start_before (const char *floor, const char *mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const gsize length = strcspn (starts[i], MARKS);

      if ((gsize) (mark - floor) >= length && may_start (floor, mark - length)
          && g_ascii_strncasecmp (mark - length, starts[i], strlen (starts[i])) == 0)
        return starts[i];
    }
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

/* The link that has its mark at @mark; returns its end, NULL where there is none. */
static const char *
add_link (BuoyMessage *message, const char *floor, const char *mark)
{
  const char *start;
  const char *end;
  const char *p;

  if (*mark == '@')
    return add_address (message, floor, mark);
  start = start_before (floor, mark);
  if (start == NULL)
    return NULL;
  p = mark - strcspn (start, MARKS);
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

  for (const char *mark = strpbrk (text, MARKS); mark != NULL;)
    {
      const char *end = add_link (message, floor, mark);

      if (end != NULL)
        floor = end;
      mark = strpbrk (end != NULL ? end : mark + 1, MARKS);
    }
}
