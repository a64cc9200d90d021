/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "e-buoy-css.h"

void
e_buoy_css_append_string (GString *css, const char *text)
{
  g_string_append_c (css, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\' || (guchar) *p < ' ' || *p == '\x7f')
      g_string_append_printf (css, "\\%x ", (guint) *p);
    else
      g_string_append_c (css, *p);
  g_string_append_c (css, '"');
}
