/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The running worker program.
 */
#pragma once

#include <glib.h>
#include <sys/types.h>

typedef struct
{
  pid_t pid;
  int control; /* socket; closing it ends the program */
  guint landlock_abi;
} BuoyWorkerProcess;

/* Starts the program and waits until it is ready. It ends with the thread that calls this. Fails with BUOY_ERROR. */
gboolean buoy_worker_process_start (BuoyWorkerProcess *process, GError **error);

/* Ends it, with all its children, and reaps it. */
void buoy_worker_process_end (BuoyWorkerProcess *process);
