/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Has the pictures of a message looked at for QR codes, whose addresses become links; the pictures are let go.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#include "qr/buoy-qr.h"

#define MAX_US (10 * G_USEC_PER_SEC) /* for all pictures of a message; ten photographs take one second */
#define MAX_RUNS 4 /* of the program, over a message, what is attached to it, and the messages within it */

typedef struct
{
  GCancellable *cancellable;
  gint64 deadline;
  guint n_runs;
} Scan;

/* The codes in the pictures of @message become its links; what could not be done is noted in @outer. */
static void
read_codes (Scan *scan, BuoyMessage *message, BuoyMessage *outer)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (message->pictures->len == 0)
    return;
  if (scan->n_runs++ >= MAX_RUNS)
    buoy_message_add_limit (outer, "pictures");
  else if (!buoy_qr_read (message->pictures, scan->deadline, scan->cancellable, texts))
    buoy_message_add_limit (outer, "qr");
  for (guint i = 0; i < texts->len; i++)
    buoy_message_add_code (message, g_ptr_array_index (texts, i));
  g_ptr_array_set_size (message->pictures, 0);
}

static void
scan_message (Scan *scan, BuoyMessage *message)
{
  read_codes (scan, message, message);
  for (guint i = 0; i < message->pages->len; i++)
    {
      const BuoyPage *page = g_ptr_array_index (message->pages, i);

      read_codes (scan, page->content, message);
    }
  for (guint i = 0; i < message->inner->len; i++)
    scan_message (scan, g_ptr_array_index (message->inner, i));
}

void
buoy_scan_pictures (BuoyMessage *message, GCancellable *cancellable)
{
  Scan scan = { .cancellable = cancellable, .deadline = g_get_monotonic_time () + MAX_US };

  scan_message (&scan, message);
}
