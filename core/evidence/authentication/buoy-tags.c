/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads a single tag; it does not validate the list.
 */
#include "config.h"

#include "evidence/authentication/buoy-tags.h"

#include <string.h>

char *
buoy_tags_get (const char *value, const char *name)
{
  const gsize length = strlen (name);

  for (const char *tag = value; tag != NULL; tag = strchr (tag, ';'))
    {
      const char *sign;

      tag += strspn (tag, "; \t");
      sign = strncmp (tag, name, length) == 0 ? tag + length + strspn (tag + length, " \t") : NULL;
      if (sign == NULL || *sign != '=')
        continue;
      sign++;
      return g_strstrip (g_strndup (sign, strcspn (sign, ";")));
    }
  return NULL;
}

char *
buoy_tags_find (const char *value, char name)
{
  const char word[] = { name, '\0' };
  char *found = buoy_tags_get (value, word);

  if (found != NULL)
    found[strcspn (found, " \t")] = '\0';
  return found;
}
