/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts of the check table in the reader's language.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/buoy-text-domain.h"
#include "notice/notice-private.h"

/**
 * buoy_check_get_title:
 * @check: a check
 *
 * Gets the title of a check's findings in the language of the current locale, at most 60 characters in English.
 *
 * Returns: (transfer none): one sentence without a full stop
 *
 * Since: 0.2
 */
const char *
buoy_check_get_title (const BuoyCheck *check)
{
  g_return_val_if_fail (check != NULL, NULL);

  buoy_notice_bind_domain ();
  return _ (check->title);
}

/**
 * buoy_check_get_explanation:
 * @check: a check
 *
 * Gets a text about why a check's findings matter, in the language of the current locale.
 *
 * Returns: (transfer none): one or two sentences
 *
 * Since: 0.2
 */
const char *
buoy_check_get_explanation (const BuoyCheck *check)
{
  g_return_val_if_fail (check != NULL, NULL);

  buoy_notice_bind_domain ();
  return _ (check->explanation);
}
