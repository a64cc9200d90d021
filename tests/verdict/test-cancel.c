/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A cancelled scan does no further work, wherever it was.
 */
#include "config.h"

#include <string.h>

#include "scan/buoy-scan.h"
#include "verdict/buoy-facts-builder.h"
#include "verdict/buoy-verdict-private.h"

#define N_LINKS 2000

static GBytes *
make_mail (void)
{
  GString *text = g_string_new ("From: PayPal <a@sender.test>\nContent-Type: multipart/mixed; boundary=b\n\n");

  for (guint i = 0; i < 20; i++)
    {
      g_string_append (text, "--b\nContent-Type: message/rfc822\n\nFrom: b@sender.test\nContent-Type: text/html\n\n");
      for (guint k = 0; k < N_LINKS / 20; k++)
        g_string_append_printf (text, "<a href='http://a%u-%u.test/'>www.bank.test</a>\n", i, k);
    }
  return g_string_free_to_bytes (text);
}

static void
test_while_read (void)
{
  g_autoptr (GBytes) bytes = make_mail ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (BuoyMessage) message = NULL;

  g_cancellable_cancel (cancellable);
  message = buoy_message_new_with_pictures (bytes, budget, NULL, NULL, NULL);
  g_assert_cmpuint (buoy_budget_get_n_steps (budget), ==, 0);
}

static void
test_while_judged (void)
{
  g_autoptr (GBytes) bytes = make_mail ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyMessage) message = buoy_message_new_with_pictures (bytes, budget, NULL, NULL, &error);
  guint64 n_steps;

  g_assert_no_error (error);
  n_steps = buoy_budget_get_n_steps (budget);
  g_cancellable_cancel (cancellable);
  g_assert_null (buoy_verdict_of_message (message, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (buoy_budget_get_n_steps (budget), ==, n_steps);
}

/* Evidence is complete and the checks are about to start. */
static void
test_before_checks (void)
{
  g_autoptr (GBytes) bytes = make_mail ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyMessage) message = buoy_message_new_with_pictures (bytes, budget, NULL, NULL, &error);
  g_autoptr (GPtrArray) inner = g_ptr_array_new ();
  g_autoptr (BuoyEvidence) evidence = NULL;

  g_assert_no_error (error);
  evidence = buoy_evidence_new (message, NULL, FALSE);
  g_cancellable_cancel (cancellable);
  g_assert_null (buoy_verdict_of_evidence (evidence, inner, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The checks are done and their findings are about to be told. */
static void
test_before_facts (void)
{
  g_autoptr (GBytes) bytes = make_mail ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (BuoyMessage) message = buoy_message_new_with_pictures (bytes, budget, NULL, NULL, NULL);
  const BuoyMessage *attached = g_ptr_array_index (message->inner, 0);
  g_autoptr (BuoyEvidence) evidence = buoy_evidence_new ((BuoyMessage *) attached, NULL, TRUE);
  g_autoptr (GHashTable) accused = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) inner = g_ptr_array_new ();
  BuoyFacts *facts = buoy_facts_of_evidence (evidence, inner, accused);

  g_assert_cmpuint (buoy_facts_get_body (facts)->links->len, ==, N_LINKS / 20);
  buoy_facts_free (facts);
  g_cancellable_cancel (cancellable);
  facts = buoy_facts_of_evidence (evidence, inner, accused);
  g_assert_cmpuint (buoy_facts_get_body (facts)->links->len, ==, 0);
  buoy_facts_free (facts);
}

typedef struct
{
  GCancellable *cancellable;
  gulong delay_us;
} Canceller;

static gpointer
cancel_later (gpointer data)
{
  const Canceller *canceller = data;

  g_usleep (canceller->delay_us);
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

/* Whichever comes first, the scan ends with a verdict or with that error. */
static void
test_at_any_time (void)
{
  g_autoptr (GBytes) bytes = make_mail ();

  for (gulong delay_us = 0; delay_us < 20000; delay_us += 400)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (BuoyVerdict) verdict = NULL;
      Canceller canceller = { cancellable, delay_us };
      GThread *thread = g_thread_new ("cancel", cancel_later, &canceller);

      verdict = buoy_scan (bytes, NULL, 0, cancellable, &error);
      g_assert_true ((verdict == NULL) == (error != NULL));
      if (verdict == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_thread_join (thread);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cancel/while-read", test_while_read);
  g_test_add_func ("/cancel/while-judged", test_while_judged);
  g_test_add_func ("/cancel/before-checks", test_before_checks);
  g_test_add_func ("/cancel/before-facts", test_before_facts);
  g_test_add_func ("/cancel/at-any-time", test_at_any_time);
  return g_test_run ();
}
