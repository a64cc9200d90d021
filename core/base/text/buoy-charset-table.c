/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/text/buoy-charset-table.h"

#include <string.h>

#define MAX_NAME_BYTES 32 /* the longest has 22 */

typedef struct
{
  guint16 name; /* where it begins in names */
  guint16 table;
} Row; /* sorted by name */

#include "buoy-charsets.inc"

/* As the C library compares names. FALSE if it is longer than any. */
static gboolean
normalize (const char *charset, char *name)
{
  gsize n = 0;

  for (const char *p = charset; *p != '\0' && *p != '/'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("_-.,:", *p) == NULL)
        continue;
      if (n == MAX_NAME_BYTES)
        return FALSE;
      name[n++] = g_ascii_toupper (*p);
    }
  name[n] = '\0';
  return TRUE;
}

const guint16 *
buoy_charset_find_table (const char *charset)
{
  char name[MAX_NAME_BYTES + 1];
  guint first = 0;
  guint end = G_N_ELEMENTS (rows);

  if (!normalize (charset, name))
    return NULL;
  while (first < end)
    {
      const guint middle = (first + end) / 2;
      const int order = strcmp (name, names + rows[middle].name);

      if (order == 0)
        return tables[rows[middle].table];
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }
  return NULL;
}
