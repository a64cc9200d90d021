/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A notice as lines for a terminal, a help desk or the clipboard. Hosts are defanged.
 */
#include "config.h"

#include "notice/buoy-notice.h"

#include <glib/gi18n-lib.h>

#include "notice/notice-private.h"

/* "invoice.htm" opens nothing. */
static gboolean
is_file_name (const BuoyNoticeLine *line)
{
  return g_str_equal (line->label, _ ("Attached file"));
}

static void
append_finding (GString *out, const BuoyNoticeFinding *finding)
{
  g_string_append_printf (out, "  - %s\n", finding->title);
  for (guint i = 0; i < finding->lines->len; i++)
    {
      const BuoyNoticeLine *line = g_ptr_array_index (finding->lines, i);
      g_autofree char *value = is_file_name (line) ? g_strdup (line->value) : buoy_notice_defang (line->value);

      g_string_append_printf (out, "      %s: %s\n", line->label, value);
    }
}

/**
 * buoy_notice_to_text:
 * @notice: a notice
 *
 * Writes the whole notice as lines of text, for a terminal, a clipboard, a mail to a help desk. Hosts are written so
 * that nobody opens them by accident: "ekl-net.vecterdian[.]shop".
 *
 * Returns: (transfer full): several lines, each with its newline
 *
 * Since: 0.2
 */
char *
buoy_notice_to_text (const BuoyNotice *notice)
{
  const GPtrArray *findings = buoy_notice_get_findings (notice);
  const GPtrArray *remarks = buoy_notice_get_remarks (notice);
  GString *out;
  const char *word;

  g_return_val_if_fail (notice != NULL, NULL);

  out = g_string_new (NULL);
  word = buoy_notice_get_level_word (notice);
  g_string_append_printf (out, "%s%s%s\n", word, *word != '\0' ? ": " : "", buoy_notice_get_headline (notice));
  for (guint i = 0; i < findings->len; i++)
    append_finding (out, g_ptr_array_index (findings, i));
  if (*buoy_notice_get_advice (notice) != '\0')
    g_string_append_printf (out, "  %s\n", buoy_notice_get_advice (notice));
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (out, "  (%s)\n", (const char *) g_ptr_array_index (remarks, i));
  return g_string_free (out, FALSE);
}
