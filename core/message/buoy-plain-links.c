/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links of plain text: what mail programs make clickable, and hosts that it names. A URL ends at white space, at a
 * bracket or quote, and at kana and kanji, which stand right behind it in Japanese.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-shown-host.h"
#include "message/buoy-message-private.h"

#define MAX_LOCAL_BYTES 64 /* of an address before its @ (RFC 5321 §4.5.3.1.1) */

/* "/" stands for either slash, as in a browser. */
static const char *const starts[] = { "http://", "https://", "ftp://", "mailto:" };

/* Each link has one of these where its scheme, first label or local part ends. They are rare, and found without a look
 * at what is between them.
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

/* The end of the URL at @start, which goes as far as @from at least. */
static const char *
url_end (const char *start, const char *from)
{
  const char *p = from;

  while (*p != '\0' && is_url_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return trim_end (start, p);
}

/* @p begins a word, behind @floor. */
static gboolean
may_start (const char *floor, const char *p)
{
  return p == floor || !(g_ascii_isalnum (p[-1]) || strchr ("@/", p[-1]) != NULL);
}

static gboolean
begins_with (const char *p, const char *start)
{
  for (; *start != '\0'; p++, start++)
    if (g_ascii_tolower (*p) != *start && !(*start == '/' && *p == '\\'))
      return FALSE;
  return TRUE;
}

/* What begins with the word before @mark; NULL. */
static const char *
start_before (const char *floor, const char *mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const gsize length = strcspn (starts[i], ":");

      if ((gsize) (mark - floor) >= length && may_start (floor, mark - length)
          && begins_with (mark - length, starts[i]))
        return starts[i];
    }
  return NULL;
}

static void
add_url (BuoyMessage *message, BuoyLinkKind kind, const char *scheme, const char *start,
         const char *end)
{
  char *text = g_strndup (start, (gsize) (end - start));

  buoy_message_add_link (message, kind, text, g_strconcat (scheme, text, NULL), NULL, FALSE, FALSE);
}

/* The URL whose scheme ends at @colon; returns its end, NULL where there is none. */
static const char *
add_written_url (BuoyMessage *message, const char *floor, const char *colon)
{
  const char *start = start_before (floor, colon);
  const char *p;
  const char *end;

  if (start == NULL)
    return NULL;
  p = colon - strcspn (start, ":");
  end = url_end (p, buoy_shown_host_end (p + strlen (start)));
  if ((gsize) (end - p) <= strlen (start)
      || (*start == 'm' && memchr (p, '@', (gsize) (end - p)) == NULL))
    return NULL;
  add_url (message, BUOY_LINK_PLAIN, "", p, end);
  return end;
}

/* What stands behind a bare host belongs to its URL. */
static gboolean
goes_on (const char *end)
{
  if (*end == ':')
    return g_ascii_isdigit (end[1]);
  return *end == '/' || ((*end == '?' || *end == '#') && g_ascii_isalnum (end[1]));
}

/* The bare host whose first dot is at @dot, and what belongs to it; returns its end, NULL where there is none. */
static const char *
add_host (BuoyMessage *message, const char *floor, const char *dot)
{
  const char *start;
  const char *end;
  g_autofree char *host = buoy_shown_host_around (floor, dot, &start, &end);
  const char *scheme;
  gboolean named;

  if (host == NULL)
    return NULL;
  scheme = buoy_shown_host_scheme (host);
  named = !g_str_has_prefix (host, "www.") && !g_str_has_prefix (host, "ftp.") && !goes_on (end);
  if (goes_on (end))
    end = url_end (start, end);
  add_url (message, named ? BUOY_LINK_NAMED : BUOY_LINK_PLAIN, scheme, start, end);
  return end;
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
  switch (*mark)
    {
    case '@':
      return add_address (message, floor, mark);
    case ':':
      return add_written_url (message, floor, mark);
    default:
      return g_ascii_isspace (mark[1]) ? NULL : add_host (message, floor, mark);
    }
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
