/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the memory costs: opening its file, learning from one message and from many, asking what was learned, and how
 * large the file becomes for an account with as many networks as are kept.
 */
#include "config.h"

#include <bellbuoy.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bench.h"
#include "learn/buoy-learn.h"

#define ACCOUNT "work"
#define N_MESSAGES 2000 /* a first look back */
#define N_NETWORKS 250  /* more than are kept */
#define N_TIMES 50

#define BUDGET_OPEN_MS 50 /* which is synced to the disk */
#define BUDGET_LEARN_MS 5 /* in a transaction of its own */
#define BUDGET_LOOK_BACK_MS 1000
#define BUDGET_ASK_MS 2 /* once per context */
#define BUDGET_SIZE_KB 200

static GBytes *
mail_of (guint i)
{
  char *text = g_strdup_printf ("Received: from out.shop.example (out.shop.example [198.%u.100.7])"
                                " by mx.reader.example with ESMTPS id 1; %u May 2020 08:00:00 +0000\r\n"
                                "Authentication-Results: mx.reader.example; dkim=pass header.d=shop.example\r\n"
                                "From: a@shop.example\r\nSubject: News\r\n\r\n",
                                1 + i % N_NETWORKS, 1 + i % 28);

  return g_bytes_new_take (text, strlen (text));
}

static void
learn (BuoyMemory *memory, guint n)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (messages, mail_of (i));
  buoy_memory_learn_headers (memory, ACCOUNT, messages, NULL, NULL, NULL);
}

static double
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
measure (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (BuoyMemory) memory = buoy_memory_open (path);
  double ms = ms_since (start);

  bench_print_budget ("memory: open a new file", ms, BUDGET_OPEN_MS, "ms");
  start = g_get_monotonic_time ();
  buoy_memory_begin (memory);
  learn (memory, N_MESSAGES);
  buoy_memory_commit (memory);
  bench_print_budget ("memory: learn from 2,000 messages", ms_since (start), BUDGET_LOOK_BACK_MS, "ms");
  start = g_get_monotonic_time ();
  learn (memory, N_TIMES);
  bench_print_budget ("memory: learn from one", ms_since (start) / N_TIMES, BUDGET_LEARN_MS, "ms");
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (BuoyContext) context = buoy_context_new ();

      buoy_memory_use (memory, ACCOUNT, context);
    }
  bench_print_budget ("memory: ask what was learned", ms_since (start) / N_TIMES, BUDGET_ASK_MS, "ms");
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "memory.db", NULL);
  GStatBuf info;

  measure (path);
  if (g_stat (path, &info) == 0)
    bench_print_budget ("memory: size of an account", info.st_size / 1024.0, BUDGET_SIZE_KB, "kB");
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
