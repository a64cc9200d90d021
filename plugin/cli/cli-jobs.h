/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Work done side by side, whose results are taken in the order in which it was added.
 */
#pragma once

#include <glib.h>

typedef struct _CliJobs CliJobs;

/* @work runs in any thread, one call per job; @done runs in the caller's, in order. Both get @data. */
typedef void (*CliJobFunc) (gpointer job, gpointer data);

/* @n_threads: 1 for none but the caller's. */
CliJobs *cli_jobs_new (guint n_threads, CliJobFunc work, CliJobFunc done, gpointer data);

/* Adds @job, which takes @size bytes of memory until it is done. Waits if too many jobs, or too large ones, do. */
void cli_jobs_add (CliJobs *jobs, gpointer job, gsize size);

/* Waits for all jobs, then frees @jobs. */
void cli_jobs_finish (CliJobs *jobs);
