/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "link-tell.h"

#include <string.h>

#include "buoy-type-names.h"

char *
mail_tell (const char *mail)
{
  g_autoptr (GBytes) bytes = g_bytes_new (mail, strlen (mail));
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  GString *out = g_string_new (buoy_level_to_string (buoy_verdict_get_level (verdict)));
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (out, " %s:%s", buoy_check_get_id (buoy_finding_get_check (finding)),
                              buoy_strength_to_string (buoy_finding_get_strength (finding)));
    }
  return g_string_free (out, FALSE);
}

char *
link_tell (const char *from, const char *href, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (href, -1);
  g_autofree char *mail = g_strdup_printf ("From: %s\nTo: reader@reader.test\nSubject: Hello\nMIME-Version: 1.0\n"
                                           "Content-Type: text/html; charset=utf-8\n\n"
                                           "<p>Hello</p><a href=\"%s\">%s</a>\n",
                                           from, escaped, text);

  return mail_tell (mail);
}
