/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "policy/buoy-policy-distance.h"

#include <string.h>

#define MAX_LENGTH 64 /* of a name; GSettings allows 1024, our longest has under 30 */

/* The Levenshtein distance of two names of at most MAX_LENGTH bytes. */
static guint
measure (const char *a, const char *b)
{
  guint row[MAX_LENGTH + 1];
  const guint n = (guint) strlen (b);

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          const guint replaced = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);

          diagonal = row[j];
          row[j] = MIN (replaced, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[n];
}

/* Removes differences of spelling: "ownDomains", "own_domains". */
static char *
simplify (const char *name)
{
  GString *simple = g_string_new (NULL);

  for (; *name != '\0'; name++)
    {
      if (g_ascii_isupper (*name) && simple->len > 0)
        g_string_append_c (simple, '-');
      g_string_append_c (simple, *name == '_' || *name == '.' || *name == ' ' ? '-' : g_ascii_tolower (*name));
    }
  return g_string_free (simple, FALSE);
}

const char *
buoy_policy_find_near (const char *const *names, const char *name)
{
  g_autofree char *simple = simplify (name);
  guint least = (guint) strlen (simple) / 3 + 1; /* a third of the characters may be wrong */
  const char *near = NULL;

  if (strlen (simple) > MAX_LENGTH)
    return NULL;
  for (; *names != NULL; names++)
    if (strlen (*names) <= MAX_LENGTH && measure (simple, *names) < least)
      {
        least = measure (simple, *names);
        near = *names;
      }
  return near;
}

int
buoy_policy_compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}
