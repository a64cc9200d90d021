/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/body/buoy-plain-links.h"

#include <string.h>

#include "base/shown/buoy-shown-host.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"

#define STEPS_OF_MARK 10
#define STEPS_OF_HOST 200  /* extracting, mapping and looking up a host */
#define MAX_LOCAL_BYTES 64 /* of an address before its @ (RFC 5321 §4.5.3.1.1) */

typedef struct
{
  BuoyMessage *message;
  const char *floor;    /* the end of the last link */
  const char *bare_end; /* no address starts before this in the current run of URL characters */
} Reader;

/* "/" stands for either slash, as in a browser. */
static const char *const starts[] = { "http://", "https://", "ftp://", "mailto:" };

/* Every link has one of these at the end of its scheme, first label or local part. They are rare, so strpbrk() skips
 * most of the text.
 */
#define MARKS ":.@"

static gboolean
is_url_char (gunichar c)
{
  if (c < 0x80)
    return c > 0x20 && c != 0x7f && strchr ("<>\"`{}|\\^", (int) c) == NULL;
  return c < 0x1100 && g_unichar_isalnum (c);
}

/* Trailing punctuation belongs to the sentence; so does a closing bracket, unless the URL contains the opening one. */
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

/* The end of the run of URL characters from @p on. */
static const char *
run_end (const char *p)
{
  while (*p != '\0' && is_url_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Whether @p begins a word, after @floor. */
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

/* The entry of @starts whose scheme ends at @mark; NULL if there is none. */
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
add_url (BuoyMessage *message, BuoyLinkKind kind, const char *scheme, const char *start, const char *end)
{
  char *text = g_strndup (start, (gsize) (end - start));

  buoy_message_add_link (message, kind, text, g_strconcat (scheme, text, NULL), NULL, FALSE, FALSE);
}

/* Adds the URL whose scheme ends at @colon; returns its end, NULL if there is none. */
static const char *
add_written_url (Reader *reader, const char *colon)
{
  const char *start = start_before (reader->floor, colon);
  const gboolean is_mailto = start != NULL && *start == 'm';
  const char *p;
  const char *host_end;
  const char *whole_end;
  const char *end;

  if (start == NULL)
    return NULL;
  p = colon - strcspn (start, ":");
  host_end = buoy_shown_host_end (p + strlen (start));
  /* examining a run of "mailto:mailto:…" only once keeps this linear */
  if (is_mailto && host_end < reader->bare_end)
    return NULL;
  whole_end = run_end (host_end);
  if (!buoy_budget_spend (reader->message->budget, (gsize) (whole_end - p)))
    return NULL;
  end = trim_end (p, whole_end);
  if (is_mailto && memchr (p, '@', (gsize) (end - p)) == NULL)
    {
      reader->bare_end = whole_end;
      return NULL;
    }
  if ((gsize) (end - p) <= strlen (start))
    return NULL;
  add_url (reader->message, BUOY_LINK_PLAIN, "", p, end);
  return end;
}

/* Whether a URL continues after its bare host. */
static gboolean
goes_on (const char *end)
{
  if (*end == ':')
    return g_ascii_isdigit (end[1]);
  return *end == '/' || ((*end == '?' || *end == '#') && g_ascii_isalnum (end[1]));
}

/* Adds the bare host whose first dot is @dot, with its path; returns its end, NULL if there is none. */
static const char *
add_host (Reader *reader, const char *dot)
{
  const char *start;
  const char *end;
  g_autofree char *host = buoy_shown_host_around (reader->floor, dot, &start, &end);
  const char *scheme;
  gboolean named;

  if (host == NULL)
    return NULL;
  scheme = buoy_shown_host_scheme (host);
  named = !g_str_has_prefix (host, "www.") && !g_str_has_prefix (host, "ftp.") && !goes_on (end);
  if (goes_on (end))
    end = trim_end (start, run_end (end));
  add_url (reader->message, named ? BUOY_LINK_NAMED : BUOY_LINK_PLAIN, scheme, start, end);
  return end;
}

static gboolean
is_local_char (char c)
{
  return g_ascii_isalnum (c) || strchr (".!#$%&'*+/=?^_`{|}~-", c) != NULL;
}

/* Adds the address around the @ at @at; returns its end, NULL if there is none. */
static const char *
add_address (Reader *reader, const char *at)
{
  const char *start = at;
  const char *end = at + 1;
  char *text;

  while (start > reader->floor && at - start < MAX_LOCAL_BYTES && is_local_char (start[-1]))
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
  buoy_message_add_link (reader->message, BUOY_LINK_PLAIN, text, g_strconcat ("mailto:", text, NULL), NULL, FALSE,
                         FALSE);
  return end;
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '-' || c == '_';
}

/* Whether the mark may be a host's first dot; most end a sentence. */
static gboolean
is_dot_in_word (const char *floor, const char *mark)
{
  return *mark == '.' && mark > floor && is_word_byte (mark[-1]) && is_word_byte (mark[1]);
}

/* The cost of examining the mark. Numbers, of which tables have thousands, are rejected without a lookup. */
static gsize
steps_of (const char *floor, const char *mark)
{
  return is_dot_in_word (floor, mark) && !g_ascii_isdigit (mark[1]) ? STEPS_OF_HOST : STEPS_OF_MARK;
}

/* Adds the link whose mark is at @mark; returns its end, NULL if there is none. */
static const char *
add_link (Reader *reader, const char *mark)
{
  switch (*mark)
    {
    case '@':
      return add_address (reader, mark);
    case ':':
      return add_written_url (reader, mark);
    default:
      return is_dot_in_word (reader->floor, mark) ? add_host (reader, mark) : NULL;
    }
}

void
buoy_plain_links_read (BuoyMessage *message, const char *text)
{
  Reader reader = { .message = message, .floor = text, .bare_end = text };
  const char *from = text;

  for (const char *mark = strpbrk (text, MARKS); mark != NULL; mark = strpbrk (from, MARKS))
    {
      const char *end;

      if (!buoy_budget_spend (message->budget, (gsize) (mark - from) + steps_of (reader.floor, mark)))
        return;
      end = add_link (&reader, mark);
      from = end != NULL ? end : mark + 1;
      if (end != NULL)
        reader.floor = end;
    }
}
