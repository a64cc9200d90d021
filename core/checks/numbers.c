/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "checks/numbers.h"

#include <string.h>

gboolean
buoy_numbers_hold (const char *text, guint min, guint max)
{
  guint digits = 0;

  for (const char *p = text;; p++)
    {
      if (g_ascii_isdigit (*p))
        digits++;
      else if (*p == '\0' || strchr (" -.()/+", *p) == NULL)
        {
          if (digits >= min && digits <= max)
            return TRUE;
          digits = 0;
        }
      if (*p == '\0')
        return FALSE;
    }
}
