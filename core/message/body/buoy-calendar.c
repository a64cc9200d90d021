/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/body/buoy-calendar.h"

#include <string.h>

#include "message/body/buoy-plain-links.h"
#include "message/buoy-message-builder.h"
#include "message/html/buoy-html-document.h"

#define LINE_STEPS 4             /* per byte of a line, which is unescaped and searched for HTML */
#define MAX_CALENDAR_LINES 20000 /* content lines that are read; an invitation has a hundred */

/* Unfolds lines that continue after white space (§3.1). */
static char *
unfold (const char *text)
{
  char *unfolded = g_malloc (strlen (text) + 1);
  char *end = unfolded;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\r')
        continue;
      if (*p == '\n' && (p[1] == ' ' || p[1] == '\t'))
        p++;
      else
        *end++ = *p;
    }
  *end = '\0';
  return unfolded;
}

/* Decodes \n, \, \; and \\ in a text (§3.3.11). */
static char *
unescape (const char *value)
{
  char *text = g_malloc (strlen (value) + 1);
  char *end = text;

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p != '\\' || p[1] == '\0')
        {
          *end++ = *p;
          continue;
        }
      p++;
      *end++ = *p == 'n' || *p == 'N' ? '\n' : *p;
    }
  *end = '\0';
  return text;
}

/* The value in "NAME;PARAMETER="a:b":value"; NULL if there is none. */
static const char *
value_of (const char *line)
{
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == ':' && !quoted)
        return p + 1;
    }
  return NULL;
}

static gboolean
is_named (const char *line, const char *const *names)
{
  const gsize n = strcspn (line, ":;");

  for (; *names != NULL; names++)
    if (strlen (*names) == n && g_ascii_strncasecmp (line, *names, n) == 0)
      return TRUE;
  return FALSE;
}

/* Whether @text is HTML, which web calendars write into descriptions. */
static gboolean
is_page (const char *text)
{
  return strcasestr (text, "<a ") != NULL || strcasestr (text, "</") != NULL || strcasestr (text, "<br") != NULL;
}

typedef struct
{
  BuoyMessage *content;
  GString *plain;
  GString *pages;
} Reader;

static void
read_text (Reader *reader, const char *value)
{
  g_autofree char *text = unescape (value);
  GString *out;

  if (buoy_budget_is_cancelled (reader->content->budget))
    return;
  out = is_page (text) ? reader->pages : reader->plain;
  g_string_append (out, text);
  g_string_append_c (out, '\n');
}

static void
read_line (Reader *reader, const char *line)
{
  static const char *const titles[] = { "SUMMARY", NULL };
  static const char *const texts[] = { "DESCRIPTION", "LOCATION", "COMMENT", "X-ALT-DESC", NULL };
  static const char *const addresses[] = { "URL", "ATTACH", "CONFERENCE", NULL };
  BuoyMessage *content = reader->content;
  const char *value = value_of (line);

  if (value == NULL || *value == '\0')
    return;
  if (is_named (line, texts))
    read_text (reader, value);
  else if (is_named (line, addresses))
    buoy_message_add_link (content, BUOY_LINK_PLAIN, g_strdup (value), g_strdup (value), NULL, FALSE, FALSE);
  else if (is_named (line, titles) && *content->subject == '\0')
    {
      g_free (content->subject);
      content->subject = unescape (value);
    }
}

static void
read_lines (Reader *reader, char *text)
{
  char *line = text;

  for (guint i = 0; line != NULL && *line != '\0'; i++)
    {
      char *end = strchr (line, '\n');

      if (i >= MAX_CALENDAR_LINES)
        {
          buoy_message_note (reader->content->limits, "attached");
          return;
        }
      if (end != NULL)
        *end++ = '\0';
      if (!buoy_budget_spend (reader->content->budget, strlen (line) * LINE_STEPS))
        return;
      read_line (reader, line);
      line = end;
    }
}

void
buoy_calendar_read (BuoyMessage *content, const char *text)
{
  g_autofree char *unfolded = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) pages = g_string_new (NULL);
  Reader reader = { .content = content, .plain = plain, .pages = pages };

  if (!buoy_budget_spend (content->budget, strlen (text)))
    return;
  unfolded = unfold (text);
  read_lines (&reader, unfolded);
  buoy_message_append_text (content, &content->plain_text, plain->str);
  buoy_plain_links_read (content, plain->str);
  buoy_html_read (content, pages->str, pages->len);
}
