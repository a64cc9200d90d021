/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A progress line on standard error.
 */
#pragma once

#include <glib.h>

typedef struct
{
  gboolean is_on;
  gboolean is_shown;
  gint64 started_us;
  gint64 shown_us;
  guint64 n_bytes; /* of all files; 0 if unknown */
  guint64 n_done;  /* of @n_bytes */
  guint n_messages;
} CliProgress;

void cli_progress_begin (CliProgress *progress, guint64 n_bytes);

/* Call after each message; @size: in bytes. */
void cli_progress_add (CliProgress *progress, gsize size);

/* Removes the line, so that another can be printed. */
void cli_progress_clear (CliProgress *progress);
