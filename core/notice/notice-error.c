/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why a message could not be analysed, for people; the engine itself has no translated text.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/buoy-notice.h"

static const struct
{
  BuoyError error;
  const char *words;
} rows[] = {
  { BUOY_ERROR_EMPTY, N_ ("the message is empty") },
  { BUOY_ERROR_NOT_MAIL, N_ ("not a mail message: no header field found") },
  { BUOY_ERROR_TOO_COMPLEX, N_ ("it has more header fields and parts than can be read safely") },
  { BUOY_ERROR_TIMED_OUT, N_ ("it takes too long to be read") },
  { BUOY_ERROR_CRASHED, N_ ("the program that reads it crashed") },
  { BUOY_ERROR_NO_WORKER, N_ ("the program bellbuoy-worker does not start") },
  { BUOY_ERROR_OTHER_VERSION, N_ ("Bellbuoy was updated, please restart your mail program") },
  { BUOY_ERROR_NO_SANDBOX, N_ ("this system cannot isolate the program that reads it") },
  { BUOY_ERROR_NO_RESOURCES, N_ ("the system has no process, file or memory left for it") },
  { BUOY_ERROR_STOPPED, N_ ("the program bellbuoy-worker ended too often, please restart your mail program") },
};

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

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_error_matches (error, BUOY_ERROR, (int) rows[i].error))
      return _ (rows[i].words);
  return error->message;
}
