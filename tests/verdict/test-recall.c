/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The process that judges a message asks the host's memory about its sender, and goes on with the reply.
 */
#include "config.h"

#include <string.h>

#include "buoy-context-private.h"
#include "verdict/buoy-header-bytes.h"
#include "scan/buoy-scan.h"
#include "verdict/judge-task.h"
#include "worker/worker-refused.h"

#define MAIL "From: Shop <news@shop.example>\nSubject: Hi\n"
#define N_MESSAGES 42

static guint n_asked;

/* (transfer full) */
static BuoySenderMemory *
recall (gpointer data, const BuoyHeaderFacts *facts)
{
  BuoySenderMemory *memory = buoy_sender_memory_new ();

  n_asked++;
  g_assert_nonnull (facts->sender);
  g_assert_cmpstr (facts->sender->sender, ==, "shop.example");
  memory->sender.n_messages = N_MESSAGES;
  return memory;
}

/* (transfer full) (nullable) */
static BuoyVerdict *
scan (const char *mail, GBytes **out_header, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, strlen (mail));
  g_autoptr (BuoyContext) known = buoy_context_new ();
  g_autoptr (BuoyContext) context = buoy_context_new_with_memory (known, recall, NULL, NULL);

  n_asked = 0;
  if (out_header != NULL)
    *out_header = buoy_header_of (bytes);
  return buoy_scan (bytes, context, 0, NULL, error);
}

static void
test_asked (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = scan (MAIL "\nHello\n", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_cmpuint (verdict->context->sender->sender.n_messages, ==, N_MESSAGES);
}

/* The header is not read in another process first: what would end that has no effect. */
static void
test_one_process (void)
{
  g_autoptr (GBytes) header = NULL;
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  g_autoptr (GBytes) task = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) first = scan (MAIL "\nHello\n", &header, NULL);
  g_autoptr (BuoyVerdict) second = NULL;

  g_assert_nonnull (first);
  g_ptr_array_add (headers, header);
  task = buoy_headers_to_bytes (headers);
  buoy_worker_refuse (task, BUOY_TASK_READ_HEADERS, BUOY_ERROR_CRASHED);
  second = scan (MAIL "\nHello\n", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
  buoy_worker_refuse_none ();
}

/* A verdict without the memory is not what was wanted. */
static void
test_not_asked (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = scan (MAIL "X-Test-Fault: forget\n\nHello\n", NULL, &error);

  g_assert_null (verdict);
  g_assert_cmpuint (n_asked, ==, 0);
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_CRASHED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recall/asked", test_asked);
  g_test_add_func ("/recall/one-process", test_one_process);
  g_test_add_func ("/recall/not-asked", test_not_asked);
  return g_test_run ();
}
