/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * gettext uses LANGUAGE in any locale except "C", and since glibc 2.39 not in C.UTF-8 either. If the session has one of
 * these, another locale is set; preferably one of that language.
 */
#include "config.h"

#include "buoy-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "bellbuoy.h"
#include "notice/buoy-text-domain.h"

#define LANGUAGE_FIELD "\nLanguage: "

/* Finds the Language field in the catalogue's header, which is the translation of the empty string. NULL without a
 * catalogue.
 */
static const char *
find_field (void)
{
  buoy_notice_bind_domain ();
  return strstr (dgettext (GETTEXT_PACKAGE, ""), LANGUAGE_FIELD);
}

char *
buoy_language_get (void)
{
  const char *field = find_field ();

  if (field == NULL)
    return g_strdup ("en");
  field += strlen (LANGUAGE_FIELD);
  return g_strndup (field, strcspn (field, "\n"));
}

static gboolean
is_utf8 (const char *locale)
{
  const char *dot = strchr (locale, '.');

  return dot != NULL && (g_ascii_strcasecmp (dot, ".utf8") == 0 || g_ascii_strcasecmp (dot, ".utf-8") == 0);
}

static gboolean
is_c (const char *locale)
{
  return g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C.");
}

/* (transfer full) (nullable) */
static char **
list_installed (void)
{
  const char *const command[] = { "locale", "-a", NULL };
  g_autofree char *output = NULL;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                     &output, NULL, NULL, NULL))
    return NULL;
  return g_strsplit (output, "\n", -1);
}

static gboolean
take_one (const char *const *locales, const char *prefix)
{
  for (; *locales != NULL; locales++)
    if (g_str_has_prefix (*locales, prefix) && is_utf8 (*locales) && !is_c (*locales)
        && setlocale (LC_MESSAGES, *locales) != NULL)
      return TRUE;
  return FALSE;
}

/* Sets a locale such as "ja_JP.utf8", of another language if necessary. */
static gboolean
take_any (const char *language)
{
  g_auto (GStrv) locales = list_installed ();
  g_autofree char *prefix = g_strndup (language, strcspn (language, "_"));
  g_autofree char *own = g_strconcat (prefix, "_", NULL);

  return locales != NULL
         && (take_one ((const char *const *) locales, own) || take_one ((const char *const *) locales, ""));
}

gboolean
buoy_language_set (const char *tag)
{
  g_autofree char *language = g_strdelimit (g_strdup (tag), "-", '_');

  g_setenv ("LANGUAGE", language, TRUE);
  if (*language == '\0' || g_str_equal (language, "en") || g_str_has_prefix (language, "en_"))
    return TRUE;
  return !is_c (setlocale (LC_MESSAGES, NULL)) || find_field () != NULL || take_any (language);
}
