/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Runs jobs in parallel and returns their results in the order in which they were added.
 */
#pragma once

#include <glib.h>

typedef struct _CliJobs CliJobs;

/* @work runs in any thread, one call per job; @done runs in the caller's, in order. Both get @data. */
typedef void (*CliJobFunc) (gpointer job, gpointer data);

/* @n_threads: 1 to use only the caller's thread. */
CliJobs *cli_jobs_new (guint n_threads, CliJobFunc work, CliJobFunc done, gpointer data);

/* Adds @job, which takes @size bytes of memory until it is done. Blocks while too many jobs, or too large ones, are
 * waiting.
 */
void cli_jobs_add (CliJobs *jobs, gpointer job, gsize size);

/* Waits for all jobs, then frees @jobs. */
void cli_jobs_finish (CliJobs *jobs);
