/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Compares data/look-alikes.txt with ICU's tables of confusable characters: it contains every letter that ICU reads as
 * Latin, and each that is read differently has a reason.
 */
#include "config.h"

#include <string.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include "base/text/buoy-look-alikes.h"
#include "base/text/buoy-text.h"

#define LAST_CODE 0x1ffff /* above there are only ideographs */

typedef struct
{
  GHashTable *why;      /* code point → the reason (utf8), "" if there is none */
  GHashTable *not_text; /* names of scripts */
} Data;

static void
read_row (Data *data, const char *line)
{
  const char *reason = strchr (line, '#');
  g_auto (GStrv) words = g_strsplit (line, "  ", 3);

  if (g_str_equal (words[0], "not-text"))
    {
      g_auto (GStrv) scripts = g_strsplit (words[1], " ", -1);

      for (guint i = 0; scripts[i] != NULL; i++)
        g_hash_table_add (data->not_text, g_strdup (scripts[i]));
      return;
    }
  g_hash_table_insert (data->why, GUINT_TO_POINTER ((guint) g_ascii_strtoull (words[0], NULL, 16)),
                       g_strdup (reason != NULL ? reason : ""));
}

static void
data_init (Data *data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "look-alikes.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  data->why = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  data->not_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      read_row (data, lines[i]);
}

static void
data_clear (Data *data)
{
  g_hash_table_unref (data->why);
  g_hash_table_unref (data->not_text);
}

/* (transfer full): how ICU reads @c, in lower case. */
static char *
icu_reading (const USpoofChecker *checker, gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;
  char letter[8] = { 0 };
  char skeleton[64];
  int32_t length;

  g_unichar_to_utf8 (c, letter);
  length = uspoof_getSkeletonUTF8 (checker, 0, letter, -1, skeleton, sizeof skeleton - 1, &status);
  g_assert_true (U_SUCCESS (status));
  skeleton[length] = '\0';
  return g_utf8_strdown (skeleton, -1);
}

static char
loose (char c)
{
  if (c == 'i' || c == '1' || c == '|')
    return 'l';
  return c == '0' ? 'o' : c;
}

/* The ASCII character that @skeleton begins with; our table is applied too, since ICU reads some letters as small
 * capitals.
 */
static char
first_of (const char *skeleton)
{
  const gunichar c = g_utf8_get_char (skeleton);

  if (g_str_has_prefix (skeleton, "rn"))
    return 'm';
  if (g_str_has_prefix (skeleton, "vv"))
    return 'w';
  if (c < 0x80)
    return (char) c;
  return buoy_look_alike_in_text (c) != 0 ? buoy_look_alike_in_text (c) : buoy_look_alike_in_name (c);
}

static gboolean
is_own_reading (gunichar c, const char *skeleton)
{
  return g_utf8_get_char (skeleton) == c && *g_utf8_next_char (skeleton) == '\0';
}

/* Finds rows with a reason although ICU agrees, or without one although it does not. */
static void
test_readings (void)
{
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open (&status);
  GHashTableIter iter;
  gpointer key, why;
  Data data;

  data_init (&data);
  g_hash_table_iter_init (&iter, data.why);
  while (g_hash_table_iter_next (&iter, &key, &why))
    {
      const gunichar c = GPOINTER_TO_UINT (key);
      const char in_text = buoy_look_alike_in_text (c);
      const char ours = in_text != 0 ? in_text : buoy_look_alike_in_name (c);
      g_autofree char *skeleton = icu_reading (checker, c);
      const gboolean agrees
          = ours == 0 || (!is_own_reading (c, skeleton) && loose (first_of (skeleton)) == loose (ours));

      g_test_message ("U+%04X: ours %c, ICU's %s", c, ours, skeleton);
      g_assert_cmpint (agrees, ==, *(const char *) why == '\0');
    }
  data_clear (&data);
  uspoof_close (checker);
}

/* Whether @c is a letter that buoy_text_fold() keeps, other than a Latin letter with a mark. */
static gboolean
is_folded_letter (gunichar c)
{
  char letter[8] = { 0 };
  g_autofree char *folded = NULL;

  if (!g_unichar_isalpha (c))
    return FALSE;
  g_unichar_to_utf8 (c, letter);
  folded = buoy_text_normalize (letter, BUOY_NORMAL_FOLDED);
  return g_str_equal (folded, letter);
}

static gboolean
is_left_out (const Data *data, gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  return g_hash_table_contains (data->not_text, uscript_getName (uscript_getScript ((UChar32) c, &status)));
}

static void
test_missing (void)
{
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open (&status);
  Data data;

  data_init (&data);
  for (gunichar c = 0x80; c <= LAST_CODE; c++)
    {
      g_autofree char *skeleton = NULL;

      if (!is_folded_letter (c))
        continue;
      skeleton = icu_reading (checker, c);
      if (strlen (skeleton) != 1 || !g_ascii_isalpha (*skeleton) || buoy_look_alike_in_text (c) != 0)
        continue;
      g_test_message ("U+%04X is read as %s", c, skeleton);
      g_assert_true (is_left_out (&data, c));
    }
  data_clear (&data);
  uspoof_close (checker);
}

static void
test_uses (void)
{
  g_assert_cmpint (buoy_look_alike_in_text ('a'), ==, 0);
  g_assert_cmpint (buoy_look_alike_in_text (0x0430), ==, 'a');
  g_assert_cmpint (buoy_look_alike_in_text (0xa4ee), ==, 'a'); /* Lisu */
  g_assert_cmpint (buoy_look_alike_in_text (0x1f1e6), ==, 'a');
  g_assert_cmpint (buoy_look_alike_in_text (0x05d5), ==, 0); /* Hebrew */
  g_assert_cmpint (buoy_look_alike_in_name (0x0430), ==, 0);
  g_assert_cmpint (buoy_look_alike_in_name (0x0448), ==, 'w');
  g_assert_true (buoy_look_alike_is (0x05d5, BUOY_LOOK_ALIKE_HOST));
  g_assert_false (buoy_look_alike_is (0x05d5, BUOY_LOOK_ALIKE_SLASH));
  g_assert_true (buoy_look_alike_is (0x2044, BUOY_LOOK_ALIKE_SLASH));
  g_assert_false (buoy_look_alike_is ('/', BUOY_LOOK_ALIKE_SLASH));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look-alikes/readings", test_readings);
  g_test_add_func ("/look-alikes/missing", test_missing);
  g_test_add_func ("/look-alikes/uses", test_uses);
  return g_test_run ();
}
