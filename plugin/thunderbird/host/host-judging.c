/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * First the text, then QR codes in pictures, then lookups: each step takes longer than the one before. If a step
 * fails, the previous verdict stays.
 */
#include "config.h"

#include "host-judging.h"

#include "buoy-last-use.h"

typedef struct
{
  HostMessage *message;
  gboolean has_looked;     /* pictures were decoded, with or without a result */
  gboolean knows_shown;    /* the verdict that is on its way is also of what Thunderbird displays */
  HostQuestions questions; /* lookups still to be made */
  HostJudgedFunc judged;
  gpointer user_data;
} Work;

static void go_on (Work *work);

static void
work_free (Work *work)
{
  host_message_unref (work->message);
  g_free (work);
}

static gboolean
wants_pictures (const Work *work)
{
  return !work->has_looked && buoy_verdict_has_unread_pictures (work->message->verdict);
}

static gboolean
wants_more (const Work *work)
{
  return wants_pictures (work) || work->questions.keys
         || (work->questions.policy && host_message_can_look_up (work->message));
}

static void
tell (Work *work)
{
  HostMessage *message = work->message;
  const gboolean more = message->verdict != NULL && wants_more (work);

  message->is_finished = !more;
  work->judged (message, more, work->user_data);
  if (more)
    go_on (work);
  else
    work_free (work);
}

static void on_judged_again (GObject *source, GAsyncResult *result, gpointer data);

/* What Thunderbird displays may have been judged since this step began, or belong to the message as it was judged
 * before: its verdict is not told without that. If it is just being judged, that is done again beside this verdict.
 */
static void
take_step (Work *work)
{
  HostMessage *message = work->message;

  message->knows_shown = work->knows_shown;
  if (message->verdict == NULL || message->shown == NULL || message->knows_shown || message->is_shown_judged)
    {
      tell (work);
      return;
    }
  work->knows_shown = TRUE;
  buoy_scan_again_async (message->verdict, message->bytes, message->shown, 0, message->cancellable, on_judged_again,
                         work);
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  HostMessage *message = work->message;
  BuoyVerdict *verdict = buoy_scan_finish (result, &message->error);

  if (g_cancellable_is_cancelled (message->cancellable))
    {
      g_clear_pointer (&verdict, buoy_verdict_unref);
      work_free (work);
      return;
    }
  if (verdict != NULL)
    host_message_take_verdict (message, verdict);
  take_step (work);
}

/* Handles the result of a later step, which has a verdict already. */
static void
on_judged_again (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  BuoyVerdict *verdict = buoy_scan_finish (result, NULL);

  if (verdict != NULL && !g_cancellable_is_cancelled (work->message->cancellable))
    host_message_take_verdict (work->message, g_steal_pointer (&verdict));
  g_clear_pointer (&verdict, buoy_verdict_unref);
  if (g_cancellable_is_cancelled (work->message->cancellable))
    work_free (work);
  else
    take_step (work);
}

static void
scan_again (Work *work, BuoyScanFlags flags)
{
  const HostMessage *message = work->message;

  work->knows_shown = message->knows_shown;
  buoy_scan_again_async (message->verdict, message->bytes, NULL, flags, message->cancellable, on_judged_again, work);
}

static void
go_on (Work *work)
{
  HostMessage *message = work->message;

  if (wants_pictures (work))
    {
      work->has_looked = TRUE;
      scan_again (work, BUOY_SCAN_PICTURES);
      return;
    }
  message->was_asked = work->questions.keys;
  scan_again (work, work->questions.keys ? BUOY_SCAN_KEYS : BUOY_SCAN_POLICY);
  work->questions = (HostQuestions){ FALSE, FALSE };
}

void
host_judge (HostMessage *message, BuoyContext *context, HostQuestions questions, HostJudgedFunc judged,
            gpointer user_data)
{
  Work *work = g_new0 (Work, 1);

  work->message = host_message_ref (message);
  work->questions = questions;
  work->judged = judged;
  work->user_data = user_data;
  buoy_last_use_note (BUOY_LAST_USE_THUNDERBIRD);
  if (message->verdict != NULL)
    go_on (work);
  else
    buoy_scan_async (message->bytes, context, 0, message->cancellable, on_judged, work);
}
