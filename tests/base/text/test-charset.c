/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Charsets: our tables convert as the C library does, under each of its names.
 */
#include "config.h"

#include "base/text/buoy-charset.h"

#include <string.h>

#include "base/text/buoy-charset-table.h"
#include "base/text/buoy-text.h"

#define MIN_CHARSETS 150

/* All pairs of bytes, so that a charset in which one byte depends on another differs. */
static char *
make_pairs (gsize *out_length)
{
  char *pairs = g_malloc (2 * 256 * 256);

  for (guint i = 0; i < 256 * 256; i++)
    {
      pairs[2 * i] = (char) (i / 256);
      pairs[2 * i + 1] = (char) (i % 256);
    }
  *out_length = 2 * 256 * 256;
  return pairs;
}

/* As buoy_charset_convert(), by the converter of the C library. */
static char *
convert (const char *bytes, gsize length, GIConv converter)
{
  GString *out = g_string_new (NULL);
  char *source = (char *) bytes;
  char *text;

  while (length > 0)
    {
      char buffer[4096];
      char *target = buffer;
      gsize room = sizeof buffer;
      const gsize before = length;

      g_iconv (converter, &source, &length, &target, &room);
      g_string_append_len (out, buffer, target - buffer);
      if (length < before || target > buffer)
        continue;
      g_string_append (out, "\xef\xbf\xbd");
      source++;
      length--;
    }
  text = buoy_text_make_valid (out->str, (gssize) out->len);
  g_string_free (out, TRUE);
  return text;
}

/* (transfer full) */
static char *
read_charsets (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "charsets.txt", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static guint
compare (const char *name, const char *bytes, gsize length)
{
  g_autofree char *ours = buoy_charset_convert (bytes, length, name, NULL);
  const GIConv converter = g_iconv_open ("UTF-8", name);
  g_autofree char *theirs = NULL;

  if (converter == (GIConv) -1) /* another C library */
    return 0;
  theirs = convert (bytes, length, converter);
  g_iconv_close (converter);
  g_test_message ("%s", name);
  g_assert_nonnull (buoy_charset_find_table (name));
  g_assert_true (g_str_equal (ours, theirs));
  return 1;
}

static void
test_tables (void)
{
  g_autofree char *text = read_charsets ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gsize length;
  g_autofree char *pairs = make_pairs (&length);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) names = *lines[i] != '#' ? g_strsplit (lines[i], " ", -1) : NULL;

      if (names == NULL || names[0] == NULL || *names[0] == '\0')
        continue;
      n += compare (names[0], pairs, length);
      for (guint j = 1; names[j] != NULL; j++)
        {
          const guint16 *table = buoy_charset_find_table (names[j]);

          compare (names[j], pairs, 512); /* those that begin with 0: each byte */
          g_assert_true (table == buoy_charset_find_table (names[0]));
        }
    }
  g_assert_cmpuint (n, >=, MIN_CHARSETS);
}

static void
test_names (void)
{
  static const char *const same[] = { "koi8-r", "KOI8-R", "cskoi8r", "Koi8-R//TRANSLIT", "koi8-r " };
  static const char *const none[] = { "",      "koi9",         "utf-8",
                                      "big5",  "windows-1255", "iso-2022-jp",
                                      "utf-7", "utf-16",       "a-name-that-is-longer-than-any-charset-has" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_true (buoy_charset_find_table (same[i]) == buoy_charset_find_table ("KOI8-R"));
  g_assert_nonnull (buoy_charset_find_table ("KOI8-R"));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (buoy_charset_find_table (none[i]));
}

/* What does not fit the label is noted. */
static void
test_invalid (void)
{
  gboolean is_guessed = FALSE;
  g_autofree char *fits = buoy_charset_decode ("\xcf\xcb", 2, "koi8-r", NULL, &is_guessed);
  g_autofree char *other = NULL;

  g_assert_cmpstr (fits, ==, "ок");
  g_assert_false (is_guessed);
  other = buoy_charset_decode ("a\xa1", 2, "iso-8859-6", NULL, &is_guessed);
  g_assert_cmpstr (other, ==, "a\xef\xbf\xbd");
  g_assert_true (is_guessed);
}

/* The converter keeps a letter back that a mark may follow. */
static void
test_last (void)
{
  gboolean is_guessed = FALSE;
  g_autofree char *hebrew = buoy_charset_decode ("\xf9\xe4", 2, "windows-1255", NULL, &is_guessed);
  g_autofree char *vietnamese = buoy_charset_decode ("Trua", 4, "windows-1258", NULL, &is_guessed);

  g_assert_cmpstr (hebrew, ==, "שה");
  g_assert_cmpstr (vietnamese, ==, "Trua");
  g_assert_false (is_guessed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/tables", test_tables);
  g_test_add_func ("/charset/names", test_names);
  g_test_add_func ("/charset/invalid", test_invalid);
  g_test_add_func ("/charset/last", test_last);
  return g_test_run ();
}
