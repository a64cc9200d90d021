/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "lists/buoy-site-reader.h"

#include <string.h>

#include "base/host/buoy-host.h"

#define MAX_LINE_BYTES 4096 /* mail clients don't open longer URLs */
#define BLANKS " \t\r\f\v"
#define BOM "\xef\xbb\xbf"

typedef struct
{
  BuoySiteList *list;
  BuoySiteFormat format;
  BuoySiteFilter filter;
} Reading;

void
buoy_site_list_free (BuoySiteList *list)
{
  g_clear_pointer (&list->keys, g_array_unref);
  g_free (list->refused);
  g_free (list);
}

static void
take (BuoySiteList *list, const BuoySite *site)
{
  const BuoySiteKey key = buoy_site_get_key (site);

  g_array_append_val (list->keys, key);
}

static void
add_entry (const Reading *reading, const char *entry)
{
  g_autoptr (BuoySite) site = buoy_site_parse (entry, reading->format);
  BuoySiteList *list = reading->list;
  BuoySiteChoice choice;

  if (site == NULL)
    {
      list->n_broken++;
      return;
    }
  choice = reading->filter == NULL ? BUOY_SITE_TAKE : reading->filter (site);
  if (choice == BUOY_SITE_TAKE)
    take (list, site);
  else if (choice == BUOY_SITE_LEAVE_OUT)
    list->n_left_out++;
  else if (list->refused == NULL)
    list->refused = g_strdup (entry);
}

/* Names of the local machine, such as "localhost", with which hosts files begin. */
static gboolean
is_machine (const char *name)
{
  return strchr (name, '.') == NULL || g_str_equal (name, "0.0.0.0") || g_str_has_suffix (name, ".localdomain");
}

/* "127.0.0.1 evil.test www.evil.test": adds the names after the address. */
static void
add_hosts_line (const Reading *reading, char **words)
{
  for (guint i = 1; words[i] != NULL; i++)
    if (*words[i] != '\0' && !is_machine (words[i]))
      add_entry (reading, words[i]);
}

static gboolean
is_comment (const char *line)
{
  return *line == '\0' || *line == '#' || *line == '!' || *line == ';' || g_str_has_prefix (line, "//");
}

/* A comment may follow an entry. The "#" of a URL's fragment has no blank before it. */
static void
cut_comment (char *line)
{
  for (char *p = line; *p != '\0'; p++)
    if (*p == '#' && p > line && strchr (BLANKS, p[-1]) != NULL)
      {
        *p = '\0';
        return;
      }
}

static void
read_line (const Reading *reading, const char *text, gsize length)
{
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;

  if (length > MAX_LINE_BYTES || memchr (text, '\0', length) != NULL || !g_utf8_validate_len (text, length, NULL))
    {
      reading->list->n_broken++;
      return;
    }
  line = g_strstrip (g_strndup (text, length));
  if (is_comment (line))
    return;
  cut_comment (line);
  words = g_strsplit_set (g_strchomp (line), BLANKS, -1);
  if (words[1] == NULL)
    add_entry (reading, words[0]);
  else if (reading->format == BUOY_SITE_FORMAT_HOSTS && buoy_host_is_ip (words[0]))
    add_hosts_line (reading, words);
  else
    reading->list->n_broken++;
}

static void
skip_mark (const char **text, gsize *length)
{
  if (*length < strlen (BOM) || memcmp (*text, BOM, strlen (BOM)) != 0)
    return;
  *text += strlen (BOM);
  *length -= strlen (BOM);
}

BuoySiteList *
buoy_site_list_read (const char *text, gsize length, BuoySiteFormat format, BuoySiteFilter filter)
{
  BuoySiteList *list = g_new0 (BuoySiteList, 1);
  const Reading reading = { list, format, filter };

  list->keys = g_array_new (FALSE, FALSE, sizeof (BuoySiteKey));
  skip_mark (&text, &length);
  while (length > 0 && list->refused == NULL)
    {
      const char *newline = memchr (text, '\n', length);
      const gsize line = newline == NULL ? length : (gsize) (newline - text);
      const gsize whole = newline == NULL ? line : line + 1;

      read_line (&reading, text, line);
      text += whole;
      length -= whole;
    }
  return list;
}

gboolean
buoy_site_list_is_page (const char *text, gsize length)
{
  skip_mark (&text, &length);
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  return length > 0 && *text == '<';
}
