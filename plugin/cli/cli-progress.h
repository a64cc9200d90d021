/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A line on standard error that says how far a long run is.
 */
#pragma once

#include <glib.h>

typedef struct
{
  gboolean is_on;
  gboolean is_shown;
  gint64 started_us;
  gint64 shown_us;
  guint64 n_bytes; /* of all files; 0: unknown */
  guint64 n_done;  /* of them */
  guint n_messages;
} CliProgress;

void cli_progress_begin (CliProgress *progress, guint64 n_bytes);

/* After a message of @size bytes. */
void cli_progress_add (CliProgress *progress, gsize size);

/* Makes room for another line. */
void cli_progress_clear (CliProgress *progress);
