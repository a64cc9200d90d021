/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * differ files SOURCES FILE…: what Evolution displays of each message beside what the engine reads, a line each.
 * differ time SOURCES FILE…: how long the web process takes to collect what it displays of each.
 * differ fuzz SOURCES FIRST N VIEWS FOLDER…: the same for N messages that chance makes of those in the folders, in
 * several displays at once. The message of a number is always the same, so that a run can be continued with FIRST. One
 * whose link nobody has judged is kept in the current folder, as is one that ends the process.
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
      count_add (&count, comparison);
      tell (paths[i], comparison);
    }
  count_print (&count, g_timer_elapsed (timer, NULL));
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
