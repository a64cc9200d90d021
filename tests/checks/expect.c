/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Writes the current verdict into each fixture named on the command line. The author of a change reviews the difference
 * before committing it.
 */
#include "config.h"

#include "fixture.h"

#include <string.h>

static char *
describe (GBytes *bytes)
{
  g_autoptr (BuoyVerdict) verdict = fixture_scan (bytes);

  return fixture_describe (verdict);
}

static void
write_file (const char *path, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_print ("%s\n", path);
}

/* The field must not change the verdict; a fixture that it would change gets a sidecar file. */
static void
update (const char *path)
{
  g_autoptr (GBytes) old = fixture_read (path);
  g_autoptr (GBytes) bare = fixture_set_expected (old, NULL);
  g_autofree char *before = fixture_get_expected (path, old);
  g_autofree char *now = describe (bare);
  g_autoptr (GBytes) full = fixture_set_expected (bare, now);
  g_autofree char *again = describe (full);
  g_autofree char *read_back = fixture_get_expected (path, full);
  g_autofree char *sidecar = g_strconcat (path, FIXTURE_SIDECAR, NULL);

  if (g_strcmp0 (before, now) == 0)
    return;
  if (g_str_equal (again, now) && g_str_equal (read_back, now))
    write_file (path, g_bytes_get_data (full, NULL), g_bytes_get_size (full));
  else
    write_file (sidecar, now, strlen (now));
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    update (argv[i]);
  return 0;
}
