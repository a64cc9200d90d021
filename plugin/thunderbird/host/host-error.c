/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Half sentences, to follow "This message could not be checked:".
 */
#include "config.h"

#include "host-error.h"

#include <glib/gi18n-lib.h>

#include "buoy-unjudged.h"
#include "host-answer.h"

static const struct
{
  const char *code;
  const char *words;
} rows[] = {
  { "protocol", N_ ("Bellbuoy and its extension are of different versions, please update both") },
  { "unknown", N_ ("Bellbuoy is older than its extension, please update it") },
  { "too-large", N_ ("it is too large") },
  { "busy", N_ ("too many messages are being checked") },
  { "locked", N_ ("your organisation manages this setting") },
  { "settings", N_ ("the settings of Bellbuoy are not installed") },
  { "gone", N_ ("it must be sent again") },
  { "value", N_ ("the extension has asked for something that Bellbuoy does not understand") },
};

static const struct
{
  BuoyError error;
  const char *code;
} codes[] = {
  { BUOY_ERROR_EMPTY, "empty" },
  { BUOY_ERROR_NOT_MAIL, "not-mail" },
  { BUOY_ERROR_TOO_COMPLEX, "too-complex" },
  { BUOY_ERROR_TIMED_OUT, "timed-out" },
  { BUOY_ERROR_CRASHED, "crashed" },
  { BUOY_ERROR_NO_WORKER, "no-worker" },
  { BUOY_ERROR_OTHER_VERSION, "other-version" },
  { BUOY_ERROR_NO_SANDBOX, "no-sandbox" },
  { BUOY_ERROR_NO_RESOURCES, "no-resources" },
  { BUOY_ERROR_STOPPED, "stopped" },
};

const char *
host_error_name (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, BUOY_ERROR, (int) codes[i].error))
      return codes[i].code;
  return "failed";
}

/* Errors of the analysis are explained by the library. */
static const char *
explain (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].code, code))
      return _ (rows[i].words);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i].code, code))
      {
        const GError error = { BUOY_ERROR, (int) codes[i].error, NULL };

        return buoy_unjudged_explain (&error);
      }
  return _ ("it could not be read");
}

JsonBuilder *
host_error_new (gint64 id, const char *code)
{
  JsonBuilder *answer = host_answer_new ("error", id);

  host_add_text (answer, "code", code);
  host_add_text (answer, "words", explain (code));
  return answer;
}
