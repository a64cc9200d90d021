/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "registry/buoy-data-lines.h"

#include <string.h>

#include "buoy-types.h"

void
buoy_data_lines_init (BuoyDataLines *lines, char *text)
{
  *lines = (BuoyDataLines){ .rest = text };
}

static char *
take_line (BuoyDataLines *lines)
{
  char *line = lines->rest;
  char *end = strchr (line, '\n');

  if (end != NULL)
    *end++ = '\0';
  lines->rest = end;
  lines->number++;
  return g_strstrip (line);
}

/* Whether @line is "[group]", which is taken. */
static gboolean
take_group (BuoyDataLines *lines, char *line)
{
  const gsize length = strlen (line);

  if (*line != '[' || line[length - 1] != ']')
    return FALSE;
  line[length - 1] = '\0';
  lines->group = line + 1;
  return TRUE;
}

static gboolean
take_pair (BuoyDataLines *lines, char *line, GError **error)
{
  char *sign = strchr (line, '=');

  if (sign == NULL || lines->group == NULL || strchr (line, '\\') != NULL)
    {
      g_set_error (error, BUOY_ERROR, BUOY_ERROR_DATA, "line %u: no key with a value in a group", lines->number);
      return FALSE;
    }
  *sign = '\0';
  lines->key = g_strchomp (line);
  lines->value = g_strchug (sign + 1);
  return TRUE;
}

gboolean
buoy_data_lines_next (BuoyDataLines *lines, GError **error)
{
  while (lines->rest != NULL)
    {
      char *line = take_line (lines);

      if (*line != '\0' && *line != '#' && !take_group (lines, line))
        return take_pair (lines, line, error);
    }
  return FALSE;
}

static guint
count_items (const char *value)
{
  guint n = 1;

  for (const char *p = strchr (value, ';'); p != NULL; p = strchr (p + 1, ';'))
    n++;
  return n;
}

char **
buoy_data_split (char *value)
{
  char **items = g_new (char *, count_items (value) + 1);
  guint n = 0;

  for (char *next = value; next != NULL && *next != '\0';)
    {
      items[n++] = next;
      next = strchr (next, ';');
      if (next != NULL)
        *next++ = '\0';
    }
  items[n] = NULL;
  return items;
}
