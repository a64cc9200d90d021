/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The gate of core/base for hosts.
 */
#include "config.h"

#include "base/text/buoy-text.h"
#include "notice/buoy-shown.h"
#include "notice/notice-private.h"

/**
 * buoy_shown_text:
 * @text: any text, such as a host or a link's address
 *
 * Makes one line of @text without controls, directional overrides and what else nobody sees, for a label or a dialog.
 * Long text is cut in the middle.
 *
 * Returns: (transfer full): valid UTF-8 of at most 300 bytes
 */
char *
buoy_shown_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return buoy_notice_text_for_people (text);
}

/**
 * buoy_shown_name:
 * @name: any text, such as the name of a file
 *
 * Writes @name for a terminal: whole, but for characters that a terminal would obey or that nobody sees, which are
 * written as in JSON.
 *
 * Returns: (transfer full): valid UTF-8 on one line
 */
char *
buoy_shown_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return buoy_text_escape (name);
}
