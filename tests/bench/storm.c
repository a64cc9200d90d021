/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * storm KIND N SEED FOLDER: the engine under load, for a build with sanitizers; `script/storm` runs it. Every message
 * is made of those in FOLDER. A sanitizer ends the process at the first report; so does what is not valid UTF-8.
 */
#include "config.h"

#include "storm.h"

#include <stdlib.h>
#include <string.h>

BuoyContext *
storm_context_new (void)
{
  BuoyContext *context = buoy_context_new ();

  buoy_context_add_own_address (context, "reader@harbour.test");
  buoy_context_add_contact (context, "Anna Lind", "anna@riverstone.example");
  buoy_context_add_trusted_host (context, "mx.harbour.test");
  return context;
}

char *
storm_judge (GBytes *bytes, BuoyContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan_without_pictures (bytes, context, NULL, &error);
  g_autoptr (BuoyNotice) notice = NULL;
  g_autoptr (BuoyStory) story = NULL;
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;
  char *json;

  if (verdict == NULL)
    return g_strdup (error->message);
  notice = buoy_notice_new (verdict);
  story = buoy_story_new (notice);
  text = buoy_notice_to_text (notice);
  told = buoy_story_to_text (story);
  json = buoy_verdict_to_json (verdict);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_utf8_validate (told, -1, NULL));
  g_assert_true (g_utf8_validate (json, -1, NULL));
  return json;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
read_folder (const char *path, GPtrArray *seeds)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names); /* the same storm on every machine */
  for (guint i = 0; i < names->len; i++)
    {
      const char *file = g_ptr_array_index (names, i);
      char *data;
      gsize length;

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        read_folder (file, seeds);
      else if (g_str_has_suffix (file, ".eml") && g_file_get_contents (file, &data, &length, NULL))
        g_ptr_array_add (seeds, g_bytes_new_take (data, length));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint n;
  guint32 random_seed;
  gboolean is_well = FALSE;

  if (argc != 5)
    {
      g_printerr ("Usage: storm mutate|threads|cancel N SEED FOLDER\n");
      return 2;
    }
  n = (guint) strtoul (argv[2], NULL, 10);
  random_seed = (guint32) strtoul (argv[3], NULL, 10);
  read_folder (argv[4], seeds);
  if (seeds->len == 0)
    g_printerr ("%s: no messages\n", argv[4]);
  else if (g_str_equal (argv[1], "mutate"))
    is_well = storm_mutate (seeds, n, random_seed);
  else if (g_str_equal (argv[1], "threads"))
    is_well = storm_threads (seeds, n);
  else if (g_str_equal (argv[1], "cancel"))
    is_well = storm_cancel (seeds, n, random_seed);
  return is_well ? 0 : 1;
}
