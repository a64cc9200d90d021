/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "rule-tell.h"

#include <string.h>

#include "buoy-type-names.h"

static BuoyContext *
make_reader (void)
{
  BuoyContext *context = buoy_context_new ();

  buoy_context_add_trusted_host (context, "mx.reader.test");
  buoy_context_add_own_address (context, "me@reader.test");
  buoy_context_add_own_domain (context, "reader.test");
  buoy_context_add_own_domain (context, "readers.example");
  buoy_context_add_contact (context, "Mika Sato", "mika@work.example");
  buoy_context_add_contact (context, "Ken Mori", "ken.mori@gmail.com");
  return context;
}

char *
rule_tell_content (const char *id, const char *header, const char *content)
{
  g_autofree char *mail = g_strconcat (header, "To: me@reader.test\nMIME-Version: 1.0\n", content, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (mail, strlen (mail));
  g_autoptr (BuoyContext) reader = make_reader ();
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, reader, BUOY_SCAN_PICTURES, NULL, NULL);
  g_autoptr (GPtrArray) strengths = g_ptr_array_new ();
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (buoy_check_get_id (buoy_finding_get_check (finding)), id))
        g_ptr_array_add (strengths, (gpointer) buoy_strength_to_string (buoy_finding_get_strength (finding)));
    }
  if (strengths->len == 0)
    g_ptr_array_add (strengths, (gpointer) "-");
  g_ptr_array_add (strengths, NULL);
  return g_strjoinv (" ", (char **) strengths->pdata);
}

char *
rule_tell (const char *id, const char *header, const char *html)
{
  g_autofree char *content = g_strconcat ("Content-Type: text/html; charset=utf-8\n\n<p>Hello ", html, "</p>\n", NULL);

  return rule_tell_content (id, header, content);
}
