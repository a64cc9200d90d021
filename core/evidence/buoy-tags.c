/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the one tag that was asked for; whether the list is well formed is the verifier's question.
 */
#include "config.h"

#include "evidence/buoy-tags.h"

#include <string.h>

char *
buoy_tags_find (const char *value, char name)
{
  for (const char *tag = value; tag != NULL; tag = strchr (tag, ';'))
    {
      const char *sign;

      tag += strspn (tag, "; \t");
      sign = tag[0] == name ? tag + 1 + strspn (tag + 1, " \t") : NULL;
      if (sign == NULL || *sign != '=')
        continue;
      sign++;
      sign += strspn (sign, " \t");
      return g_strndup (sign, strcspn (sign, "; \t"));
    }
  return NULL;
}
