/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A first look back: who sent the messages is learned from their headers, several in one process.
 */
#include "config.h"

#include "bellbuoy.h"

#include <string.h>

#include "learn/buoy-learn.h"
#include "memory/store/buoy-known-sender.h"
#include "notice/buoy-json.h"
#include "verdict/buoy-header-bytes.h"

#define ACCOUNT "client/work"
#define SERVER "mx.reader.example"
#define N_SENDERS (BUOY_MAX_HEADERS_AT_A_TIME + 10)

/* @more: further fields. (transfer full) */
static GBytes *
mail_from (guint sender, guint day, const char *more)
{
  char *text = g_strdup_printf ("Received: from out.shop%u.example (out.shop%u.example [198.51.%u.7])"
                                " by " SERVER " with ESMTPS id 1; %u May 2020 08:00:00 +0000\r\n"
                                "Authentication-Results: " SERVER "; dmarc=pass header.from=shop%u.example\r\n"
                                "From: Shop <a@shop%u.example>\r\nMessage-ID: <%u.%u@shop.example>\r\n%s\r\n",
                                sender, sender, sender, day, sender, sender, sender, day, more);

  return g_bytes_new_take (text, strlen (text));
}

static GPtrArray *
mails_of_days (guint n_days)
{
  GPtrArray *mails = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint day = 1; day <= n_days; day++)
    for (guint sender = 0; sender < N_SENDERS; sender++)
      g_ptr_array_add (mails, mail_from (sender, day, ""));
  return mails;
}

static BuoyContext *
context_new (void)
{
  BuoyContext *context = buoy_context_new ();

  buoy_context_add_trusted_host (context, SERVER);
  return context;
}

static guint
learn (BuoyMemory *memory, GPtrArray *mails)
{
  g_autoptr (BuoyContext) context = context_new ();
  g_autoptr (GError) error = NULL;
  const guint n = buoy_memory_learn_senders (memory, ACCOUNT, mails, context, NULL, &error);

  g_assert_no_error (error);
  return n;
}

/* Whether @memory accuses a message of @sender without proof, as it does after proven ones on two days. */
static gboolean
misses_proof (BuoyMemory *memory, guint sender)
{
  g_autofree char *text = g_strdup_printf ("Received: from x.test (x.test [203.0.113.7])"
                                           " by " SERVER " with ESMTPS id 1; 9 May 2020 08:00:00 +0000\r\n"
                                           "Authentication-Results: " SERVER "; dmarc=none\r\n"
                                           "From: Shop <a@shop%u.example>\r\n\r\n",
                                           sender);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (BuoyContext) context = context_new ();
  g_autoptr (BuoyContext) recalled = buoy_memory_recall (memory, ACCOUNT, context);
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, recalled, BUOY_SCAN_PICTURES, NULL, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  json = buoy_verdict_to_json (verdict);
  return strstr (json, "\"proof-missing\"") != NULL;
}

/* Each of them is remembered as its own header proves it. */
static void
test_senders (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_open (":memory:");
  g_autoptr (GPtrArray) mails = mails_of_days (2);

  g_assert_false (misses_proof (memory, 0));
  g_assert_cmpuint (learn (memory, mails), ==, 2 * N_SENDERS);
  g_assert_true (misses_proof (memory, 0));
  g_assert_true (misses_proof (memory, N_SENDERS - 1));
  g_assert_false (misses_proof (memory, N_SENDERS));
  g_assert_cmpuint (buoy_memory_count_senders (memory), ==, N_SENDERS);
}

/* One that crashes its process costs the others nothing; nor does one that is no mail. */
static void
test_crash (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_open (":memory:");
  g_autoptr (GPtrArray) mails = mails_of_days (1);
  const char *nothing = "\n";

  g_ptr_array_insert (mails, 1, mail_from (N_SENDERS, 1, "X-Test-Fault: crash\r\n"));
  g_ptr_array_insert (mails, N_SENDERS, g_bytes_new_static (nothing, strlen (nothing)));
  g_assert_cmpuint (learn (memory, mails), ==, N_SENDERS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look-back/senders", test_senders);
  g_test_add_func ("/look-back/crash", test_crash);
  return g_test_run ();
}
