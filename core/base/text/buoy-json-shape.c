/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/text/buoy-json-shape.h"

#include <string.h>

static gboolean
may_stand_between_strings (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr (" \t\r\n,:+-.[]{}", c) != NULL);
}

/* The closing quote of the string that opens at @start; @length if there is none. */
static gsize
skip_string (const char *text, gsize length, gsize start)
{
  gsize i = start + 1;

  while (i < length && text[i] != '"')
    i += text[i] == '\\' ? 2 : 1;
  return MIN (i, length);
}

gboolean
buoy_json_is_shallow (const char *text, gsize length)
{
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        i = skip_string (text, length, i);
      else if (!may_stand_between_strings (text[i]))
        return FALSE;
      else if (text[i] == '[' || text[i] == '{')
        depth++;
      else if ((text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
      if (depth > BUOY_MAX_JSON_DEPTH)
        return FALSE;
    }
  return TRUE;
}
