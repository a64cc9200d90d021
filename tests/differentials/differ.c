/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * differ files SOURCES FILE…: what Evolution displays of each message beside what the engine reads, a line each.
 * differ time SOURCES FILE…: how long the web process takes to collect what it displays of each.
 * differ fuzz SOURCES FIRST N FOLDER…: the same for N messages that chance makes of those in the folders. The message
 * of a number is always the same, so that a run can be continued with FIRST. One whose link nobody has judged is kept
 * in the current folder.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "comparison.h"
#include "mutation.h"

#define N_REPORTS 20

typedef struct
{
  guint n_mails;
  guint n_late;
  guint n_unread;
  guint n_partial;    /* not judged whole */
  guint n_links;      /* displayed */
  guint n_only_shown; /* links that the bytes lack */
  guint n_mails_only_shown;
  guint n_raised;  /* whose level what is displayed has raised */
  guint n_missed;  /* messages with a link that nobody has judged */
  guint n_skipped; /* too many links to look for others */
} Count;

static const char *
name_of (BuoyLevel level)
{
  return level == BUOY_LEVEL_DANGER ? "danger" : level == BUOY_LEVEL_CAUTION ? "caution" : "none";
}

static void
add (Count *count, const Comparison *comparison)
{
  count->n_mails++;
  count->n_late += comparison->is_late;
  count->n_unread += comparison->is_unread;
  count->n_partial += !comparison->is_unread && !comparison->is_whole;
  count->n_links += comparison->n_shown;
  count->n_only_shown += comparison->only_shown->len;
  count->n_mails_only_shown += comparison->only_shown->len > 0;
  count->n_raised += comparison->after > comparison->before;
  count->n_missed += comparison_has_missed (comparison);
  count->n_skipped += comparison->n_other_pixels < 0;
}

static void
tell (const char *name, const Comparison *comparison)
{
  if (comparison->after != comparison->before)
    g_print ("%s: %s, with what is displayed %s\n", name, name_of (comparison->before), name_of (comparison->after));
  if (comparison->is_late)
    g_print ("%s: not displayed in time\n", name);
  if (comparison_has_unknown (comparison))
    g_print ("%s: %s, %d pixels of a link that is not known\n", name,
             comparison_has_missed (comparison) ? "MISSED" : "each link asks", comparison->n_other_pixels);
  for (guint i = 0; i < comparison->only_shown->len; i++)
    {
      g_autofree char *line = g_strescape (g_ptr_array_index (comparison->only_shown, i), NULL);

      g_print ("%s: not in the bytes: %.300s\n", name, line);
    }
}

static void
summarise (const Count *count, double seconds)
{
  g_print ("%u messages, %.1f a second; %u links displayed, %u of them (in %u messages) not in the bytes as displayed;"
           " %u levels raised; %u not judged whole, %u not at all; %u not displayed in time, %u with too many links;"
           " missed by both: %u\n",
           count->n_mails, count->n_mails / MAX (seconds, 0.001), count->n_links, count->n_only_shown,
           count->n_mails_only_shown, count->n_raised, count->n_partial, count->n_unread, count->n_late,
           count->n_skipped, count->n_missed);
}

static int
compare_files (Display *display, char **paths)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  Count count = { 0 };

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GMappedFile) file = g_mapped_file_new (paths[i], FALSE, NULL);
      g_autoptr (GBytes) mail = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
      g_autoptr (Comparison) comparison = mail != NULL ? comparison_new (display, mail) : NULL;

      if (comparison == NULL)
        continue;
      add (&count, comparison);
      tell (paths[i], comparison);
    }
  summarise (&count, g_timer_elapsed (timer, NULL));
  return count.n_missed > 0;
}

static int
time_files (Display *display, char **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GMappedFile) file = g_mapped_file_new (paths[i], FALSE, NULL);
      g_autoptr (GBytes) mail = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
      double first, again;

      if (mail == NULL || !display_show (display, mail))
        continue;
      display_time_collecting (display, &first, &again);
      g_print ("%s: collected in %.0f ms, then in %.2f ms\n", paths[i], first, again);
    }
  return 0;
}

static void
keep (GBytes *mail, guint number)
{
  g_autofree char *name = g_strdup_printf ("differential-%u.eml", number);

  g_file_set_contents (name, g_bytes_get_data (mail, NULL), (gssize) g_bytes_get_size (mail), NULL);
}

static int
fuzz (Display *display, guint first, guint n, char **folders)
{
  g_autoptr (GPtrArray) seeds = mutation_read_folders (folders);
  g_autoptr (GTimer) timer = g_timer_new ();
  Count count = { 0 };

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (i);
      g_autoptr (GBytes) mail = mutation_make (chance, seeds);
      g_autoptr (Comparison) comparison = comparison_new (display, mail);
      g_autofree char *name = g_strdup_printf ("%u", i);

      add (&count, comparison);
      tell (name, comparison);
      if (comparison_has_missed (comparison))
        keep (mail, i);
      if (count.n_mails % MAX (n / N_REPORTS, 1) == 0)
        summarise (&count, g_timer_elapsed (timer, NULL));
    }
  summarise (&count, g_timer_elapsed (timer, NULL));
  return count.n_missed > 0;
}

/* Without this, a display that paints nothing would find no fault either. */
static void
assert_sees_links (Display *display)
{
  static const char mail[] = "From: a@b.test\nContent-Type: text/html\n\n<a href=\"https://c.test/\">a link</a>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, strlen (mail));
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new ();
  int n_unknown;

  if (!display_show (display, bytes))
    g_error ("nothing is displayed");
  n_unknown = display_count_other_links (display, hrefs);
  g_ptr_array_add (hrefs, (gpointer) "https://c.test/");
  if (n_unknown < 100 || display_count_other_links (display, hrefs) != 0)
    g_error ("links are not told by their colour");
}

int
main (int argc, char **argv)
{
  g_autoptr (Display) display = NULL;

  setvbuf (stdout, NULL, _IOLBF, 0); /* a mail client's code may end the process */
  if (argc >= 4 && g_str_equal (argv[1], "files"))
    {
      display = display_new (argv[2], FALSE);
      assert_sees_links (display);
      return compare_files (display, argv + 3);
    }
  if (argc >= 4 && g_str_equal (argv[1], "time"))
    {
      display = display_new (argv[2], TRUE);
      return time_files (display, argv + 3);
    }
  if (argc >= 6 && g_str_equal (argv[1], "fuzz"))
    {
      display = display_new (argv[2], FALSE);
      assert_sees_links (display);
      return fuzz (display, (guint) strtoul (argv[3], NULL, 10), (guint) strtoul (argv[4], NULL, 10), argv + 5);
    }
  g_printerr ("Usage: differ files|time SOURCES FILE… | differ fuzz SOURCES FIRST N FOLDER…\n");
  return 2;
}
