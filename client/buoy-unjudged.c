/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message that could not be read is nobody's fault, unless its sender built it that way.
 */
#include "config.h"

#include "buoy-unjudged.h"

#include <glib/gi18n-lib.h>

/* Error messages of files and servers are not short phrases, so they are not shown. */
const char *
buoy_unjudged_explain (const GError *error)
{
  return error->domain == BUOY_ERROR ? buoy_error_explain (error) : _ ("it could not be read");
}

gboolean
buoy_unjudged_is_evasion (const GError *error)
{
  return g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TIMED_OUT)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_CRASHED);
}

gboolean
buoy_unjudged_is_failure (const GError *error)
{
  return error->domain == BUOY_ERROR && !buoy_unjudged_is_evasion (error) && error->code != BUOY_ERROR_EMPTY
         && error->code != BUOY_ERROR_NOT_MAIL;
}

const char *
buoy_unjudged_get_headline (void)
{
  /* Translators: the banner's headline; under 60 characters. */
  return _ ("This message is built so that it cannot be checked");
}

const char *
buoy_unjudged_advise (void)
{
  return _ ("If you did not expect this message, do not open its links and do not reply. Ask the sender "
            "another way.");
}

char *
buoy_unjudged_tell (const char *why)
{
  /* Translators: %s is the reason, half a sentence: "the message is empty". */
  return g_strdup_printf (_ ("This message could not be checked: %s"), why);
}
