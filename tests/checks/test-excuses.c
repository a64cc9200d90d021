/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a sender writes to be excused does not help: each row of excuses.ini is applied to each message of tests/data
 * with a warning, and the level must not drop.
 */
#include "config.h"

#include "buoy-type-names.h"
#include "excuse.h"
#include "fixture.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define MAX_QUICK_PAIRS 40 /* of a row; in a thorough run all are tried */

typedef struct
{
  char *path;
  GBytes *bytes;
  BuoyVerdict *verdict;
} Warned;

static Excuses *excuses;
static GPtrArray *warned; /* of Warned */
static guint n_tried;

static void
warned_free (gpointer data)
{
  Warned *fixture = data;

  g_free (fixture->path);
  g_bytes_unref (fixture->bytes);
  buoy_verdict_unref (fixture->verdict);
  g_free (fixture);
}

static void
add_if_warned (const char *path)
{
  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (GBytes) bare = fixture_set_expected (bytes, NULL);
  g_autoptr (BuoyVerdict) verdict = fixture_scan (bare);
  Warned *fixture;

  if (buoy_verdict_get_level (verdict) == BUOY_LEVEL_NONE)
    return;
  fixture = g_new0 (Warned, 1);
  fixture->path = g_strdup (path);
  fixture->bytes = g_steal_pointer (&bare);
  fixture->verdict = g_steal_pointer (&verdict);
  g_ptr_array_add (warned, fixture);
}

static void
add_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_str_has_suffix (name, ".eml"))
        add_if_warned (inner);
      else
        add_folder (inner);
    }
}

/* Whether the row is an honest explanation of the message or of one of its findings. */
static gboolean
is_left_out (const Warned *fixture, const char *row)
{
  g_autofree char *ids = excuses_get_word (excuses, row, "not-for");
  g_auto (GStrv) words = g_strsplit (ids != NULL ? ids : "", " ", -1);
  g_autofree char *name = g_path_get_basename (fixture->path);
  const GPtrArray *findings = buoy_verdict_get_findings (fixture->verdict);

  if (g_strv_contains ((const char *const *) words, name))
    return TRUE;
  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      if (g_strv_contains ((const char *const *) words, buoy_check_get_id (buoy_finding_get_check (finding))))
        return TRUE;
    }
  return FALSE;
}

/* TRUE if the row changes the message, and the level has dropped. */
static gboolean
falls (const Warned *fixture, const char *row)
{
  g_autoptr (GBytes) excused = excuses_apply (excuses, row, fixture->bytes, fixture->verdict);
  g_autoptr (BuoyVerdict) verdict = excused != NULL ? fixture_scan (excused) : NULL;
  const BuoyLevel before = buoy_verdict_get_level (fixture->verdict);
  g_autofree char *least = excuses_get_word (excuses, row, "least");
  g_autofree char *text = NULL;

  if (verdict == NULL || is_left_out (fixture, row))
    return FALSE;
  n_tried++;
  if (buoy_verdict_get_level (verdict) >= before
      || g_strcmp0 (least, buoy_level_to_string (buoy_verdict_get_level (verdict))) == 0)
    return FALSE;
  text = fixture_describe (verdict);
  text[strcspn (text, "\n")] = '\0';
  g_printerr ("%s: %s falls from %s to %s\n", row, fixture->path, buoy_level_to_string (before), text);
  return TRUE;
}

static void
test_row (gconstpointer data)
{
  const char *row = data;
  g_autofree char *not_yet = excuses_get_word (excuses, row, "not-yet");
  g_autofree char *every = excuses_get_word (excuses, row, "every");
  const guint step = every != NULL ? (guint) atoi (every) : 1;
  const guint before = n_tried;
  guint n_falls = 0;

  for (guint i = 0; i < warned->len && (g_test_thorough () || n_tried - before < MAX_QUICK_PAIRS); i += step)
    n_falls += falls (g_ptr_array_index (warned, i), row);
  g_test_message ("%u pairs, %u fall", n_tried - before, n_falls);
  g_assert_cmpuint (n_tried - before, >, 0);
  if (not_yet != NULL && n_falls > 0)
    g_test_incomplete (not_yet);
  else
    g_assert_cmpuint (n_falls, ==, 0);
}

static void
test_words (void)
{
  static const char *const words[] = { "claim", "answer" };

  for (const char *const *row = excuses_get_names (excuses); *row != NULL; row++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      {
        g_autofree char *text = excuses_get_word (excuses, *row, words[i]);

        g_test_message ("%s: %s", *row, words[i]);
        g_assert_true (text != NULL && *text != '\0');
      }
}

int
main (int argc, char **argv)
{
  g_autofree char *data = NULL;
  g_autofree char *table = NULL;
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  data = g_test_build_filename (G_TEST_DIST, "data", NULL);
  table = g_build_filename (data, "excuses.ini", NULL);
  excuses = excuses_read (table);
  warned = g_ptr_array_new_with_free_func (warned_free);
  add_folder (data);
  g_test_add_func ("/excuses/words", test_words);
  for (const char *const *row = excuses_get_names (excuses); *row != NULL; row++)
    {
      g_autofree char *path = g_strconcat ("/excuses/row/", *row, NULL);

      g_test_add_data_func (path, *row, test_row);
    }
  result = g_test_run ();
  g_print ("# %u messages, %u rows, %u pairs tried\n", warned->len, g_strv_length ((GStrv) excuses_get_names (excuses)),
           n_tried);
  g_ptr_array_unref (warned);
  excuses_free (excuses);
  return result;
}
