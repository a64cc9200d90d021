/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures progress in bytes, since the number of messages in an mbox is known only at its end.
 */
#include "config.h"

#include "cli-progress.h"

#include <glib/gi18n.h>

#define AFTER_US G_USEC_PER_SEC /* a line that appears only briefly would flicker */
#define PAUSE_US (G_USEC_PER_SEC / 10)

void
cli_progress_begin (CliProgress *progress, guint64 n_bytes)
{
  progress->is_on = TRUE;
  progress->started_us = g_get_monotonic_time ();
  progress->n_bytes = n_bytes;
}

static void
show (CliProgress *progress)
{
  const guint64 percent = progress->n_bytes > 0 ? progress->n_done * 100 / progress->n_bytes : 0;

  g_printerr ("\r\033[K");
  if (progress->n_bytes > 0)
    /* Translators: a line of progress; the number of messages, then the share of the files that is read */
    g_printerr (_ ("%u messages, %u %%"), progress->n_messages, (guint) MIN (percent, 100));
  else
    g_printerr (_ ("%u messages"), progress->n_messages);
  progress->is_shown = TRUE;
}

void
cli_progress_add (CliProgress *progress, gsize size)
{
  const gint64 now = g_get_monotonic_time ();

  progress->n_messages++;
  progress->n_done += size;
  if (!progress->is_on || now - progress->started_us < AFTER_US || now - progress->shown_us < PAUSE_US)
    return;
  progress->shown_us = now;
  show (progress);
}

void
cli_progress_clear (CliProgress *progress)
{
  if (progress->is_shown)
    g_printerr ("\r\033[K");
  progress->is_shown = FALSE;
}
