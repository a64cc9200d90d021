/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Content that the budget leaves unjudged is reported.
 */
#include "config.h"

#include <string.h>

#include "evidence/buoy-evidence.h"

#define HEADER "From: a@sender.test\nContent-Type: text/html\n\n"

static BuoyMessage *
read_mail (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BuoyMessage *message = buoy_message_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return message;
}

static void
test_within (void)
{
  g_autoptr (BuoyMessage) message = read_mail (HEADER "<a href='http://a.test/'>x</a>");
  g_autoptr (BuoyEvidence) evidence = buoy_evidence_new (message, NULL, FALSE);

  g_assert_cmpuint (evidence->targets->len, ==, 1);
  g_assert_false (evidence->cut_short);
}

static void
test_spent (void)
{
  g_autoptr (BuoyMessage) message = read_mail (HEADER "<a href='http://a.test/'>x</a>");
  g_autoptr (BuoyEvidence) evidence = NULL;

  g_assert_false (buoy_budget_spend (message->budget, G_MAXSIZE));
  evidence = buoy_evidence_new (message, NULL, FALSE);
  g_assert_cmpuint (evidence->targets->len, ==, 0);
  g_assert_true (evidence->cut_short);
}

/* A URL that is too long for the budget is skipped, and a short one after it is judged. */
static void
test_no_room (void)
{
  g_autofree char *path = g_strnfill (2000, 'a');
  g_autofree char *text = g_strconcat (HEADER "<a href='http://a.test/", path,
                                       "'>x</a>"
                                       "<a href='http://b.test/'>x</a>",
                                       NULL);
  g_autoptr (BuoyMessage) message = read_mail (text);
  g_autoptr (BuoyEvidence) evidence = NULL;
  const BuoyTarget *target;

  while (buoy_budget_keep (message->budget, 1000))
    continue;
  evidence = buoy_evidence_new (message, NULL, FALSE);
  g_assert_true (evidence->cut_short);
  g_assert_cmpuint (evidence->targets->len, ==, 1);
  target = g_ptr_array_index (evidence->targets, 0);
  g_assert_cmpstr (target->host, ==, "b.test");
}

/* Many results below the server's own line: fields don't repeat each other. */
static void
test_many_methods (void)
{
  g_autoptr (GString) text
      = g_string_new ("Received: from a.test (a.test [192.0.2.1]) by mx.test; Sun, 2 Nov 2025 10:00:00 +0900\n");
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyMessage) message = NULL;
  g_autoptr (BuoyEvidence) evidence = NULL;
  guint64 n_steps;
  const guint n_fields = 100;
  const guint n_methods = 100;

  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append (text, "Authentication-Results: mx.test");
      for (guint j = 0; j < n_methods; j++)
        g_string_append_printf (text, "; m%u-%u=pass", i, j);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, HEADER);
  buoy_context_add_trusted_host (context, "mx.test");
  message = read_mail (text->str);
  n_steps = buoy_budget_get_n_steps (message->budget);
  evidence = buoy_evidence_new (message, context, FALSE);
  n_steps = buoy_budget_get_n_steps (message->budget) - n_steps;
  g_assert_cmpuint (n_steps, >, n_fields * n_methods);
  g_assert_cmpuint (n_steps, <, 1000 * n_fields * n_methods);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/budget/within", test_within);
  g_test_add_func ("/evidence/budget/spent", test_spent);
  g_test_add_func ("/evidence/budget/no-room", test_no_room);
  g_test_add_func ("/evidence/budget/many-methods", test_many_methods);
  return g_test_run ();
}
