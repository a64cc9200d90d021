/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The output language: the environment's, or that of --lang. If the locale is missing, this is reported once, and
 * everything else works.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "buoy-language.h"

static const char *
get_folder (void)
{
  const char *folder = g_getenv ("BELLBUOY_LOCALEDIR");

  return folder != NULL ? folder : BUOY_LOCALEDIR;
}

void
cli_set_up_words (void)
{
  const char *locale = setlocale (LC_ALL, "");

  bindtextdomain (GETTEXT_PACKAGE, get_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (locale == NULL)
    cli_complain ("LC_ALL, LC_MESSAGES, LANG", _ ("the locale is not installed; the output is in English"));
}

static gboolean
has_catalogue (const char *language)
{
  g_autofree char *path = g_build_filename (get_folder (), language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* For "ja-JP", the catalogue of "ja" will do, too. English needs none. */
static gboolean
is_known (const char *tag)
{
  g_autofree char *whole = g_strdelimit (g_strdup (tag), "-", '_');
  g_autofree char *language = g_strndup (whole, strcspn (whole, "_.@"));

  if (!g_str_is_ascii (tag) || *language == '\0' || strchr (whole, '/') != NULL)
    return FALSE;
  return g_str_equal (language, "en") || g_str_equal (language, "C") || has_catalogue (whole)
         || has_catalogue (language);
}

gboolean
cli_set_language (const char *tag)
{
  if (tag == NULL)
    return TRUE;
  if (!is_known (tag))
    {
      cli_complain ("--lang", _ ("there is no translation into that language; en and ja are languages, for example"));
      return FALSE;
    }
  if (!buoy_language_set (tag))
    cli_complain ("--lang", _ ("the locale is not installed; the output is in English"));
  return TRUE;
}
