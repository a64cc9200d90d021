/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "notice/buoy-block-list-text.h"

#include <glib/gi18n-lib.h>

#include "lists/buoy-block-list.h"
#include "notice/notice-private.h"

/* With @what the error names: NULL where the words do without. */
static char *
explain (int code, const char *what)
{
  switch (code)
    {
    case BUOY_BLOCK_LIST_ERROR_WORDS:
      /* Translators: %s is what a person wrote as a subscription to a list; the words "hosts", "domains" and "urls" stay
       * as they are
       */
      return g_strdup_printf (_ ("“%s” names no list: write a name, then hosts, domains or urls, then an https address "
                                 "or a path"),
                              what);
    case BUOY_BLOCK_LIST_ERROR_ADDRESS:
      return g_strdup (_ ("only https addresses on the internet are fetched"));
    case BUOY_BLOCK_LIST_ERROR_UNREACHABLE:
      /* Translators: %s is an untranslated reason, such as "Connection refused" */
      return g_strdup_printf (_ ("it could not be read (%s); the last good copy stays in use"), what);
    case BUOY_BLOCK_LIST_ERROR_STATUS:
      /* Translators: %s is a number, such as 404 */
      return g_strdup_printf (_ ("its server does not return it (%s); the last good copy stays in use"), what);
    case BUOY_BLOCK_LIST_ERROR_CUT:
      return g_strdup (_ ("it arrived incomplete; the last good copy stays in use"));
    case BUOY_BLOCK_LIST_ERROR_TOO_LARGE:
      return g_strdup (_ ("it is too large for a list; the last good copy stays in use"));
    case BUOY_BLOCK_LIST_ERROR_PAGE:
      return g_strdup (_ (
          "the server sent a web page instead, perhaps the login page of a network; the last good copy stays in use"));
    case BUOY_BLOCK_LIST_ERROR_NOT_A_LIST:
      return g_strdup (_ ("it is empty, or not a list of that form; the last good copy stays in use"));
    case BUOY_BLOCK_LIST_ERROR_REFUSED:
      /* Translators: %s is an entry of a list, such as google.com */
      return g_strdup_printf (
          _ ("it was rejected because it blocks %s, which everybody uses; the last good copy stays in use"), what);
    default:
      /* Translators: %s is an untranslated reason, such as "No space left on device" */
      return g_strdup_printf (_ ("it could not be written (%s); the last good copy stays in use"), what);
    }
}

/*< private >
 * buoy_block_list_explain:
 * @error: a %BUOY_BLOCK_LIST_ERROR, or any other
 *
 * Tells in one sentence why a list is not renewed, in the language of the current locale.
 *
 * Returns: (transfer full): the sentence
 */
char *
buoy_block_list_explain (const GError *error)
{
  g_autofree char *what = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  what = buoy_notice_text_for_people (error->message);
  return error->domain == BUOY_BLOCK_LIST_ERROR ? explain (error->code, what) : g_steal_pointer (&what);
}
