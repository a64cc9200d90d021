/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts are in the requested language, whatever the session's locale.
 */
#include "config.h"

#include "buoy-language.h"

#include <locale.h>

static const struct
{
  const char *locale;
  const char *tag;
  const char *spoken;
} cases[] = {
  { "ja_JP.UTF-8", "ja", "ja" },
  { "ja_JP.UTF-8", "en-GB", "en" },
  { "ja_JP.UTF-8", "xx", "en" },
  { "C.UTF-8", "ja", "ja" },
  { "C.UTF-8", "ja-JP", "ja" },
  { "C.UTF-8", "en", "en" },
  { "C", "ja", "ja" },
  { "C", "ja-JP", "ja" },
  { "C", "ja-JP-u-ca-japanese", "ja" },
  { "C", "../../../etc/ja", "en" },
  { "C", "", "en" },
  { "C", "xx", "en" },
};

/* As in a new process, whatever was requested before. */
static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *spoken = NULL;

  setlocale (LC_ALL, "C");
  if (setlocale (LC_ALL, cases[i].locale) == NULL)
    {
      g_test_skip ("the locale is not installed");
      return;
    }
  buoy_language_set (cases[i].tag);
  spoken = buoy_language_get ();
  g_assert_cmpstr (spoken, ==, cases[i].spoken);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/language/%s/%u", cases[i].locale, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
