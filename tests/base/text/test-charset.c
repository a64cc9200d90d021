/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Charsets: our tables convert as the C library does, under each of its names, and know those of browsers.
 */
#include "config.h"

#include "base/text/buoy-charset.h"

#include <string.h>

#include "base/text/buoy-charset-readings.h"
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

/* All labels of single-byte encodings that mail programs know (WHATWG Encoding §4.2), but for x-user-defined. */
static const char labels[]
    = "866 cp866 csibm866 ibm866 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 "
      "latin2 csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 csisolatin4 "
      "iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 csisolatincyrillic cyrillic "
      "iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 arabic asmo-708 csiso88596e csiso88596i "
      "csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 "
      "iso_8859-6:1987 csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 "
      "iso_8859-7 iso_8859-7:1987 sun_eu_greek csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e "
      "iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical csisolatin6 "
      "iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 iso-8859-13 iso8859-13 iso885913 iso-8859-14 "
      "iso8859-14 iso885914 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 iso-8859-16 cskoi8r koi "
      "koi8 koi8-r koi8_r koi8-ru koi8-u csmacintosh mac macintosh x-mac-roman dos-874 iso-8859-11 iso8859-11 "
      "iso885911 tis-620 windows-874 cp1250 windows-1250 x-cp1250 cp1251 windows-1251 x-cp1251 ansi_x3.4-1968 ascii "
      "cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 "
      "latin1 us-ascii windows-1252 x-cp1252 cp1253 windows-1253 x-cp1253 cp1254 csisolatin5 iso-8859-9 iso-ir-148 "
      "iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254 cp1255 windows-1255 x-cp1255 "
      "cp1256 windows-1256 x-cp1256 cp1257 windows-1257 x-cp1257 cp1258 windows-1258 x-cp1258 x-mac-cyrillic "
      "x-mac-ukrainian";

/* No byte takes part of what stands around it, such as a host. */
static void
test_labels (void)
{
  g_auto (GStrv) all = g_strsplit (labels, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    for (guint byte = 0x80; byte < 0x100; byte++)
      {
        const char bytes[] = { '.', (char) byte, 'e', 'x' };
        gboolean is_guessed = FALSE;
        g_autofree char *text = buoy_charset_decode (bytes, sizeof bytes, all[i], NULL, &is_guessed);

        g_test_message ("%s, %02x", all[i], byte);
        g_assert_true (g_str_has_prefix (text, "."));
        g_assert_cmpint (g_utf8_strlen (text, -1), ==, 4);
        g_assert_true (g_str_has_suffix (text, "ex"));
      }
}

/* Invisible and right-to-left characters by names that the C library does not know. */
static void
test_browsers_names (void)
{
  static const struct
  {
    const char *label;
    const char *bytes;
    const char *text;
  } rows[] = {
    { "iso-8859-8-i", "\xfd\xf9", "\u200eש" }, { "visual", "\xfd\xf9", "\u200eש" },   { "iso-8859-6-e", "\xc7", "ا" },
    { "sun_eu_greek", "\xe1", "α" },           { "csisolatin9", "\xa4", "€" },        { "koi8_r", "\xcf\xcb", "ок" },
    { "x-mac-cyrillic", "\xee\xea", "ок" },    { "x-mac-roman", "\x8e", "é" },        { "dos-874", "\xa1", "ก" },
    { "x-cp1251", "\xee\xea", "ок" },          { "x-cp1255", "\xf9\xfd", "ש\u200e" }, { "x-cp1258", "\xe9", "é" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean is_guessed = FALSE;
      g_autofree char *text
          = buoy_charset_decode (rows[i].bytes, strlen (rows[i].bytes), rows[i].label, NULL, &is_guessed);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_false (is_guessed);
    }
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

/* A label that nobody knows, whatever it looks like: the text is also read as mail programs show it. */
static void
test_unknown (void)
{
  static const char *const unknown[] = { "foo", "iso-8859-12", "windows-1299", "utf-8x" };
  static const char *const known[] = { "iso-8859-8-i", "x-sjis", "big5", "koi8-r" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GPtrArray) readings = buoy_charset_find_readings ("a.\xfd"
                                                                   "ex",
                                                                   5, unknown[i], "", NULL);

      g_assert_cmpuint (readings->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (readings, 0), ==,
                       "a.\xef\xbf\xbd"
                       "ex");
    }
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GPtrArray) readings = buoy_charset_find_readings ("a.\xfd"
                                                                   "ex",
                                                                   5, known[i], "", NULL);

      g_assert_cmpuint (readings->len, ==, 0);
    }
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
  g_test_add_func ("/charset/labels", test_labels);
  g_test_add_func ("/charset/browsers-names", test_browsers_names);
  g_test_add_func ("/charset/invalid", test_invalid);
  g_test_add_func ("/charset/unknown", test_unknown);
  g_test_add_func ("/charset/last", test_last);
  return g_test_run ();
}
