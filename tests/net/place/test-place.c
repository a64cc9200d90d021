/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is read in location tables, of both formats, and in files that are none.
 */
#include "config.h"

#include <glib/gstdio.h>

#include "net/place/buoy-place.h"

#define NOW 1795910400
#define NO_WRITER 77 /* exit status of make-mmdb.pl */

typedef struct
{
  char *folder, *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("bellbuoy-place-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "table", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_unlink (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->folder);
}

/* FALSE: there is no writer, so the test is skipped. */
static gboolean
make (const char *program, const char *file, const char *option)
{
  const char *const arguments[] = { program, file, option, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (
      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  if (g_spawn_check_wait_status (status, &error))
    return TRUE;
  g_assert_error (error, G_SPAWN_EXIT_ERROR, NO_WRITER);
  g_test_skip ("there is no writer of that format");
  return FALSE;
}

static char *
find (const char *file, const char *address)
{
  g_autoptr (BuoyPlace) place = buoy_place_find (file, address, NOW);

  if (place == NULL)
    return g_strdup ("nothing");
  g_assert_cmpint (place->asked, ==, NOW);
  g_assert_cmpint (place->made, >, 0);
  return g_strdup_printf ("%s/%s/%s/%u/%s", place->country, place->city, place->network, place->number, place->table);
}

static void
assert_found (const char *file, const char *address, const char *expected)
{
  g_autofree char *found = find (file, address);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_loc (Fixture *fixture, gconstpointer unused)
{
  if (!make (MAKE_LOCATION, fixture->file, NULL))
    return;
  assert_found (fixture->file, "23.94.183.109", "US//ColoCrossing/36352/Example Table");
  assert_found (fixture->file, "45.194.32.1", "HK//Antbox Networks Limited/138995/Example Table");
  assert_found (fixture->file, "198.51.100.7", "JP///0/Example Table");
  assert_found (fixture->file, "2606:4700::1111", "US//Cloudflare, Inc./13335/Example Table");
  assert_found (fixture->file, "203.0.113.7", "///0/Example Table");
  assert_found (fixture->file, "192.0.2.1", "nothing");
  assert_found (fixture->file, "no address", "nothing");
}

static void
test_mmdb (Fixture *fixture, gconstpointer unused)
{
  if (!make (MAKE_MMDB, fixture->file, NULL))
    return;
  assert_found (fixture->file, "23.94.183.109", "US/Buffalo/ColoCrossing/36352/Example-City");
  assert_found (fixture->file, "192.0.2.1", "nothing");
  assert_found (fixture->file, "no address", "nothing");
}

static void
test_flat_mmdb (Fixture *fixture, gconstpointer unused)
{
  if (!make (MAKE_MMDB, fixture->file, "flat"))
    return;
  assert_found (fixture->file, "23.94.183.109", "US//ColoCrossing/36352/Example-City");
}

/* A table that was cut while it was copied says less, or nothing. */
static void
test_cut (Fixture *fixture, gconstpointer program)
{
  g_autofree char *whole = NULL;
  gsize length;

  if (!make (program, fixture->file, NULL))
    return;
  g_assert_true (g_file_get_contents (fixture->file, &whole, &length, NULL));
  for (gsize cut = 0; cut < length; cut += 1 + length / 64)
    {
      g_autofree char *found = NULL;

      g_assert_true (g_file_set_contents (fixture->file, whole, (gssize) cut, NULL));
      found = find (fixture->file, "23.94.183.109");
    }
}

static void
test_none (Fixture *fixture, gconstpointer unused)
{
  assert_found ("off", "23.94.183.109", "nothing");
  assert_found (fixture->file, "23.94.183.109", "nothing");
  assert_found (fixture->folder, "23.94.183.109", "nothing");
  g_assert_true (g_file_set_contents (fixture->file, "This is no table.", -1, NULL));
  assert_found (fixture->file, "23.94.183.109", "nothing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/net/place/loc", Fixture, NULL, set_up, test_loc, tear_down);
  g_test_add ("/net/place/mmdb", Fixture, NULL, set_up, test_mmdb, tear_down);
  g_test_add ("/net/place/flat-mmdb", Fixture, NULL, set_up, test_flat_mmdb, tear_down);
  g_test_add ("/net/place/cut-loc", Fixture, MAKE_LOCATION, set_up, test_cut, tear_down);
  g_test_add ("/net/place/cut-mmdb", Fixture, MAKE_MMDB, set_up, test_cut, tear_down);
  g_test_add ("/net/place/none", Fixture, NULL, set_up, test_none, tear_down);
  return g_test_run ();
}
