/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * differ files SOURCES FILE…: what Evolution displays of each message beside what the engine reads, a line each.
 * differ time SOURCES FILE…: how long the web process takes to collect what it displays of each.
 * differ fuzz SOURCES FIRST N VIEWS FOLDER…: the same for N messages that chance makes of those in the folders, in
 * several displays at once, as far as their pages may have other links than the bytes. The message of a number is
 * always the same, so that a run can be continued with FIRST. One whose link nobody has judged is kept in the current
 * folder, as is one that ends the process.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "count.h"
#include "fuzzing.h"

static const char *
name_of (BuoyLevel level)
{
  return level == BUOY_LEVEL_DANGER ? "danger" : level == BUOY_LEVEL_CAUTION ? "caution" : "none";
}

static void
tell (const char *name, const Comparison *comparison)
{
  if (comparison->after != comparison->before)
    g_print ("%s: %s, with what is displayed %s\n", name, name_of (comparison->before), name_of (comparison->after));
  if (comparison->error != NULL)
    g_print ("%s: not judged: %s\n", name, comparison->error->message);
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

/* A file that cannot be read is an empty message. */
static GPtrArray *
read_files (char **paths, guint n)
{
  GPtrArray *mails = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMappedFile) file = g_mapped_file_new (paths[i], FALSE, NULL);

      g_ptr_array_add (mails, file != NULL ? g_mapped_file_get_bytes (file) : g_bytes_new (NULL, 0));
    }
  return mails;
}

static int
compare_files (Display *display, char **paths)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  Count count = { 0 };

  for (guint n = g_strv_length (paths), at = 0; at < n; at += DISPLAY_MAX_MAILS)
    {
      g_autoptr (GPtrArray) mails = read_files (paths + at, MIN (n - at, DISPLAY_MAX_MAILS));
      g_autoptr (GPtrArray) list = comparison_list_new (display, mails);

      for (guint i = 0; i < list->len; i++)
        {
          count_add (&count, g_ptr_array_index (list, i));
          tell (paths[at + i], g_ptr_array_index (list, i));
        }
    }
  count_print (&count, g_timer_elapsed (timer, NULL));
  return count.n_missed > 0;
}

static int
time_files (Display *display, char **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) mails = read_files (paths + i, 1);
      double layout, first, again;

      if (!display_show (display, mails))
        continue;
      display_time_collecting (display, &layout, &first, &again);
      g_print ("%s: laid out in %.0f ms, collected in %.0f ms, then in %.2f ms\n", paths[i], layout, first, again);
    }
  return 0;
}

/* How many pixels of links other than @href are displayed of each of @n messages with the same link. */
static void
count_test_pixels (Display *display, guint n, const char *href, int *out_n)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (all, g_ptr_array_new ());
      if (i == 0 && href != NULL)
        g_ptr_array_add (g_ptr_array_index (all, i), (gpointer) href);
    }
  display_count_other_links (display, all, out_n);
}

/* Without this, a display that paints nothing would find no fault either. Two messages have the same link, which one of
 * them knows: the other's is found all the same.
 */
static void
assert_sees_links (Display *display)
{
  static const char mail[] = "From: a@b.test\nContent-Type: text/html\n\n<a href=\"https://c.test/\">a link</a>";
  g_autoptr (GPtrArray) mails = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  int n_unknown[2];

  for (guint i = 0; i < G_N_ELEMENTS (n_unknown); i++)
    g_ptr_array_add (mails, g_bytes_new_static (mail, strlen (mail)));
  if (!display_show (display, mails))
    g_error ("nothing is displayed");
  count_test_pixels (display, mails->len, NULL, n_unknown);
  if (n_unknown[0] < 100 || n_unknown[1] < 100)
    g_error ("links are not told by their colour");
  count_test_pixels (display, mails->len, "https://c.test/", n_unknown);
  if (n_unknown[0] != 0 || n_unknown[1] < 100)
    g_error ("the links of a message are taken for those of another");
}

static Display *
open_display (const char *sources)
{
  Display *display = display_new (sources, FALSE);

  assert_sees_links (display);
  return display;
}

static int
fuzz (char **arguments)
{
  const Fuzzing fuzzing = {
    .first = (guint) strtoul (arguments[3], NULL, 10),
    .n = (guint) strtoul (arguments[4], NULL, 10),
    .n_views = (guint) strtoul (arguments[5], NULL, 10),
    .folders = arguments + 6,
    .open = open_display,
    .tell = tell,
  };

  return fuzzing_run (&fuzzing, arguments[2]) ? 0 : 1;
}

int
main (int argc, char **argv)
{
  g_autoptr (Display) display = NULL;

  setvbuf (stdout, NULL, _IOLBF, 0); /* a mail client's code may end the process */
  if (argc >= 4 && g_str_equal (argv[1], "files"))
    {
      display = open_display (argv[2]);
      return compare_files (display, argv + 3);
    }
  if (argc >= 4 && g_str_equal (argv[1], "time"))
    {
      display = display_new (argv[2], TRUE);
      return time_files (display, argv + 3);
    }
  if (argc >= 7 && g_str_equal (argv[1], "fuzz"))
    return fuzz (argv);
  g_printerr ("Usage: differ files|time SOURCES FILE… | differ fuzz SOURCES FIRST N VIEWS FOLDER…\n");
  return 2;
}
