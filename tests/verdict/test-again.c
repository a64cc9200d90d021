/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message that ends its process only when it is judged again: the earlier verdict stays, and says that there is more.
 */
#include "config.h"

#include <string.h>

#include "notice/buoy-notice.h"
#include "verdict/buoy-in-process.h"
#include "verdict/buoy-judge.h"
#include "scan/buoy-scan.h"
#include "verdict/judge-task.h"
#include "worker/worker-refused.h"

#define HEADER "From: Shop <news@shop.test>\nSubject: Hi\nContent-Type: text/html\n\n"

static const struct
{
  const char *mail;
  int error;
  gboolean is_off; /* the reader does not want warnings of what is unread */
  BuoyLevel before, after;
} cases[] = {
  { HEADER "Hello", BUOY_ERROR_TIMED_OUT, FALSE, BUOY_LEVEL_NONE, BUOY_LEVEL_CAUTION },
  { HEADER "Hello", BUOY_ERROR_CRASHED, FALSE, BUOY_LEVEL_NONE, BUOY_LEVEL_CAUTION },
  { HEADER "<a href='https://evil.test/'>www.shop.test</a>", BUOY_ERROR_CRASHED, FALSE, BUOY_LEVEL_DANGER,
    BUOY_LEVEL_DANGER },
  { HEADER "Hello", BUOY_ERROR_CRASHED, TRUE, BUOY_LEVEL_NONE, BUOY_LEVEL_NONE },
};

static gboolean
says_unread (const BuoyVerdict *verdict)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (g_str_equal (finding->row->check.id, "unread-content"))
        return TRUE;
    }
  return FALSE;
}

static void
test_case (guint i)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].mail, strlen (cases[i].mail));
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (BuoyVerdict) second = NULL;
  g_autoptr (GError) error = NULL;

  if (cases[i].is_off)
    buoy_context_suppress_check (context, "unread-content");
  verdict = buoy_scan (bytes, context, 0, NULL, NULL);
  g_assert_cmpint (verdict->level, ==, cases[i].before);
  g_assert_false (says_unread (verdict));

  buoy_worker_refuse_none ();
  buoy_worker_refuse (bytes, BUOY_TASK_JUDGE, cases[i].error);
  buoy_scan_set_in_process (FALSE);
  second = buoy_scan_again (verdict, bytes, shown, 0, NULL, &error);
  buoy_scan_set_in_process (TRUE);
  if (cases[i].is_off)
    {
      g_assert_error (error, BUOY_ERROR, cases[i].error);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (second->level, ==, cases[i].after);
  g_assert_true (says_unread (second));
  g_assert_cmpuint (second->findings->len, ==, verdict->findings->len + 1);
  g_assert_null (second->lesson);
  g_assert_false (says_unread (verdict));
}

static void
assert_tells_failure (BuoyVerdict *verdict, gboolean tells)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);
  const char *words = buoy_notice_get_failure (notice);
  const GPtrArray *remarks = buoy_notice_get_remarks (notice);
  guint n_found = 0;

  for (guint i = 0; i < remarks->len; i++)
    n_found += g_ptr_array_index (remarks, i) == words;
  g_assert_cmpint (words != NULL, ==, tells);
  g_assert_cmpuint (n_found, ==, tells);
}

/* The program fails, which is not the message's fault. */
static void
test_failure (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (cases[2].mail, strlen (cases[2].mail));
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, 0, NULL, NULL);
  g_autoptr (BuoyVerdict) second = NULL;
  g_autoptr (BuoyVerdict) third = NULL;
  g_autoptr (GError) error = NULL;

  buoy_worker_refuse_none ();
  g_setenv ("BELLBUOY_WORKER", "/nonexistent", TRUE);
  buoy_scan_set_in_process (FALSE);
  second = buoy_scan_again (verdict, bytes, shown, 0, NULL, &error);
  g_assert_no_error (error);
  third = buoy_scan_again (second, bytes, shown, 0, NULL, &error);
  g_assert_no_error (error);
  buoy_scan_set_in_process (TRUE);
  g_assert_cmpint (third->level, ==, verdict->level);
  g_assert_cmpuint (third->findings->len, ==, verdict->findings->len);
  g_assert_cmpuint (third->facts->limits->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (third->facts->limits, 0), ==, "program");
  g_assert_cmpuint (verdict->facts->limits->len, ==, 0);
  assert_tells_failure (third, TRUE);
  assert_tells_failure (verdict, FALSE);
}

static void
test_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    test_case (i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/again/ends", test_again);
  g_test_add_func ("/again/failure", test_failure);
  return g_test_run ();
}
