/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The output language. A missing translation is reported once, not for each message: everything else works without it.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "buoy-language.h"

void
cli_set_up_words (void)
{
  const char *directory = g_getenv ("BELLBUOY_LOCALEDIR");
  const char *locale = setlocale (LC_ALL, "");

  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : BUOY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (locale == NULL)
    cli_complain ("LC_ALL, LC_MESSAGES, LANG", _ ("the locale is not installed; the output is in English"));
}

/* English needs no catalogue. */
static gboolean
has_words (const char *language)
{
  g_autofree char *spoken = buoy_language_get ();

  return g_str_has_prefix (language, "en") || g_str_equal (language, "C") || !g_str_equal (spoken, "en");
}

/* --lang overrides the locale. */
void
cli_set_language (const char *language)
{
  if (language == NULL)
    return;
  if (!buoy_language_set (language))
    cli_complain ("--lang", _ ("the locale is not installed; the output is in English"));
  else if (!has_words (language))
    cli_complain ("--lang", _ ("there is no translation into that language; the output is in English"));
}
