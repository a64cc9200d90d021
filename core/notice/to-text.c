/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A notice as lines for a terminal, a mail to a help desk, a clipboard. Hosts are written so that nobody clicks them.
 */
#include "config.h"

#include "notice/buoy-notice.h"

#include <glib/gi18n-lib.h>

#include "notice/notice-private.h"

static void
append_lines (GString *out, BuoyNotice *notice, guint finding)
{
  for (guint i = 0; i < buoy_notice_get_n_lines (notice, finding); i++)
    {
      g_autofree char *value = buoy_notice_defang (buoy_notice_get_line_value (notice, finding, i));

      g_string_append_printf (out, "      %s: %s\n", buoy_notice_get_line_label (notice, finding, i), value);
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
 */
char *
buoy_notice_to_text (BuoyNotice *notice)
{
  GString *out;
  const char *word;

  g_return_val_if_fail (notice != NULL, NULL);

  out = g_string_new (NULL);
  word = buoy_notice_get_level_word (notice);
  g_string_append_printf (out, "%s%s%s\n", word, *word != '\0' ? ": " : "", buoy_notice_get_headline (notice));
  for (guint i = 0; i < buoy_notice_get_n_findings (notice); i++)
    {
      g_string_append_printf (out, "  - %s\n", buoy_notice_get_title (notice, i));
      append_lines (out, notice, i);
    }
  if (*buoy_notice_get_advice (notice) != '\0')
    g_string_append_printf (out, "  %s\n", buoy_notice_get_advice (notice));
  for (guint i = 0; i < buoy_notice_get_n_remarks (notice); i++)
    g_string_append_printf (out, "  (%s)\n", buoy_notice_get_remark (notice, i));
  return g_string_free (out, FALSE);
}
