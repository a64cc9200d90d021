/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why a message could not be analysed, for people; the engine itself has no translated text.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/buoy-notice.h"

/**
 * buoy_error_explain:
 * @error: what buoy_scan() failed with
 *
 * Puts into the reader's language why there is no verdict; half a sentence, to stand behind a file's name.
 *
 * Returns: (transfer none): the words; those of @error itself where it is none of %BUOY_ERROR
 *
 * Since: 0.2
 */
const char *
buoy_error_explain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, BUOY_ERROR, BUOY_ERROR_EMPTY))
    return _ ("the message is empty");
  if (g_error_matches (error, BUOY_ERROR, BUOY_ERROR_NOT_MAIL))
    return _ ("not a mail message: no header field found");
  if (g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX))
    return _ ("it has more header fields and parts than can be read safely");
  return error->message;
}
