/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a block list of a million hosts costs: to be made, to be opened, for an address that is looked up, in memory.
 */
#include "config.h"

#include "bench.h"
#include "lists/buoy-site-reader.h"
#include "lists/buoy-site-table.h"
#include "net/lists/buoy-list-guard.h"

#include <glib/gstdio.h>

#define N_HOSTS 1000000
#define N_LOOK_UPS 100000
#define MEGABYTE 1e6

#define MAKE_BUDGET_MS 30000.0 /* by a program of its own, every few hours */
#define OPEN_BUDGET_MS 5.0     /* once a process */
#define LOOK_UP_BUDGET_US 50.0 /* twenty links of a message take a millisecond */
#define KEPT_BUDGET_MB 0.5     /* beside the mapped file, which all processes share */
#define FILE_BUDGET_MB 8.1

static GString *
write_list (void)
{
  GString *text = g_string_sized_new (40 * N_HOSTS);

  for (guint i = 0; i < N_HOSTS; i++)
    g_string_append_printf (text, "0.0.0.0 login-%07u.secure-%u.example\n", i, i % 9973);
  return text;
}

static void
make_table (const char *path)
{
  GString *text = write_list ();
  const double start_ms = bench_now_ms ();
  g_autoptr (BuoySiteList) list
      = buoy_site_list_read (text->str, text->len, BUOY_SITE_FORMAT_HOSTS, buoy_list_guard_choose);
  g_autoptr (BuoySiteTable) table = buoy_site_table_new (g_steal_pointer (&list->keys));
  const BuoySiteOrigin origin = { "/list", "hosts", "", "", 0, 0 };

  if (!buoy_site_table_save (table, &origin, path, NULL))
    g_error ("The table could not be written");
  bench_print_budget ("list of a million hosts, read, checked and kept", bench_now_ms () - start_ms, MAKE_BUDGET_MS,
                      "ms");
  g_string_free (text, TRUE);
}

/* An address with four labels, a path and a query, which no list holds. */
static void
look_up (const BuoySiteTable *table)
{
  const double start_ms = bench_now_ms ();
  guint n_found = 0;

  for (guint i = 0; i < N_LOOK_UPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("https://www.shop-%u.mail.example/basket/item?id=%u", i, i);
      g_autoptr (BuoyUrl) url = buoy_url_parse (text, NULL);
      BuoySiteKey keys[BUOY_SITE_MAX_KEYS];

      n_found += buoy_site_table_holds (table, keys, buoy_site_find_keys (url, keys));
    }
  if (n_found > 0)
    g_error ("%u of no site were found", n_found);
  bench_print_budget ("address parsed and looked up", (bench_now_ms () - start_ms) * 1000 / N_LOOK_UPS,
                      LOOK_UP_BUDGET_US, "us");
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "million.sites", NULL);
  g_autoptr (BuoySiteTable) table = NULL;
  GStatBuf found;
  double start_ms;
  gsize start_bytes;

  make_table (path);
  start_bytes = bench_memory_now ();
  start_ms = bench_now_ms ();
  table = buoy_site_table_open (path);
  bench_print_budget ("table opened", bench_now_ms () - start_ms, OPEN_BUDGET_MS, "ms");
  look_up (table);
  bench_print_budget ("memory beside the file", ((double) bench_memory_now () - start_bytes) / MEGABYTE, KEPT_BUDGET_MB,
                      "MB");
  if (g_stat (path, &found) == 0)
    bench_print_budget ("the file", found.st_size / MEGABYTE, FILE_BUDGET_MB, "MB");
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
