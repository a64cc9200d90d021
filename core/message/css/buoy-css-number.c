/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers and their units.
 */
#include "config.h"

#include "message/css/buoy-css-private.h"

#include <string.h>

gboolean
buoy_css_number_read (const char *text, double *out_number, const char **out_unit)
{
  char *end;

  if (*text == '\0' || strchr ("+-.0123456789", *text) == NULL || strpbrk (text, "x( ") == text + 1)
    return FALSE;
  *out_number = g_ascii_strtod (text, &end);
  *out_unit = end;
  return end > text && (*end == '%' ? end[1] == '\0' : strspn (end, "abcdefghijklmnopqrstuvwxyz") == strlen (end));
}
