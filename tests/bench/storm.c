/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * storm KIND N SEED FOLDER: the engine under load, for a build with sanitizers; `script/storm` runs it. Every message
 * is made of those in FOLDER. A sanitizer ends the process at the first report; so does what is not valid UTF-8.
 */
#include "config.h"

#include "storm.h"

#include <stdlib.h>

#include "mutation.h"
#include "notice/buoy-json.h"
#include "notice/buoy-story.h"

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
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, context, 0, NULL, &error);
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

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) seeds = NULL;
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
  seeds = mutation_read_folders (argv + 4);
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
