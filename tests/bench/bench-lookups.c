/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a lookup costs besides the network: a question to a registry on loopback, and the store of answers.
 */
#include "config.h"

#include "bench.h"
#include "net/http/buoy-http.h"
#include "http/registry.h"
#include "net/store/buoy-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define KIND "registration"
#define NOW 1795910400
#define LIFETIME (90 * 24 * 60 * 60)
#define N_QUESTIONS 200
#define N_ANSWERS 500
#define ANSWER                                                                                      \
  "{\"objectClassName\":\"domain\",\"ldhName\":\"name.test\",\"status\":[\"active\"],\"events\":[{" \
  "\"eventAction\":\"registration\",\"eventDate\":\"2026-11-24T00:00:00Z\"}],\"entities\":[]}"

/* A reader waits for each of them; a question may take three seconds, and all of a message five. */
#define QUESTION_BUDGET_MS 20.0
#define OPEN_BUDGET_MS 50.0 /* once a process, in a thread */
#define PUT_BUDGET_MS 20.0  /* it is on the disk then */
#define GET_BUDGET_US 200.0
#define FILE_BUDGET_MB 1.0

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static void
measure_questions (void)
{
  static const RegistryPage pages[] = { { "/domain/name.test", 200, ANSWER, NULL, NULL, 0, 0 }, { 0 } };
  Registry *registry = registry_start (pages);
  g_autoptr (BuoyHttp) http = buoy_http_new (registry_get_url (registry));
  g_autofree char *url = g_strconcat (registry_get_url (registry), "/domain/name.test", NULL);
  const double start_ms = now_ms ();

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      guint status;
      g_autoptr (GBytes) body = buoy_http_get (http, url, "application/rdap+json", 64 * 1024, &status, NULL, NULL);

      if (body == NULL)
        g_error ("No answer");
    }
  bench_print_budget ("question to a registry that answers at once", (now_ms () - start_ms) / N_QUESTIONS,
                      QUESTION_BUDGET_MS, "ms");
  registry_stop (registry);
}

static void
fill (BuoyStore *store)
{
  g_autoptr (GBytes) value = g_bytes_new_static (ANSWER, strlen (ANSWER));
  const double start_ms = now_ms ();

  for (guint i = 0; i < N_ANSWERS; i++)
    {
      g_autofree char *domain = g_strdup_printf ("name-%u.test", i);

      if (!buoy_store_put (store, domain, KIND, value, NOW, LIFETIME))
        g_error ("The answer was not stored");
    }
  bench_print_budget ("answer stored", (now_ms () - start_ms) / N_ANSWERS, PUT_BUDGET_MS, "ms");
}

static void
search (BuoyStore *store)
{
  const double start_ms = now_ms ();

  for (guint i = 0; i < N_ANSWERS; i++)
    {
      g_autofree char *domain = g_strdup_printf ("name-%u.test", i);
      g_autoptr (GBytes) value = buoy_store_get (store, domain, KIND, NOW, NULL);

      if (value == NULL)
        g_error ("%s is lost", domain);
    }
  bench_print_budget ("answer found among 500", (now_ms () - start_ms) * 1000 / N_ANSWERS, GET_BUDGET_US, "us");
}

static void
measure_store (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "answers.db", NULL);
  BuoyStore *store = buoy_store_open (path, BUOY_STORE_MAX_ANSWERS);
  GStatBuf found;
  double start_ms;

  fill (store);
  buoy_store_close (store);
  start_ms = now_ms ();
  store = buoy_store_open (path, BUOY_STORE_MAX_ANSWERS);
  bench_print_budget ("store of 500 answers opened", now_ms () - start_ms, OPEN_BUDGET_MS, "ms");
  search (store);
  buoy_store_close (store);
  if (g_stat (path, &found) == 0)
    bench_print_budget ("the file", (double) found.st_size / 1e6, FILE_BUDGET_MB, "MB");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (void)
{
  measure_questions ();
  measure_store ();
  return 0;
}
