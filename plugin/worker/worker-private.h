/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared parts of the worker program. What it does with a message (worker_judge_…) is separate from how it shuts itself
 * in, so that tests can put something hostile in its place.
 */
#pragma once

#include <gio/gio.h>
#include <sys/types.h>

#include "worker/worker-protocol.h"

#define WORKER_ANSWER_FD 3 /* of a child: its end of the answer socket */

/* Loads everything that judging needs from disk, while files can still be opened. */
void worker_judge_prepare (void);

/* Keeps a context for later messages; @slot < BUOY_WORKER_N_CONTEXTS. @lists: the files of its block lists, -1 for
 * none; they are closed later. In the program itself: the context comes from the library, not from a message.
 */
void worker_judge_set_context (guint slot, GBytes *context, const int *lists, guint n_lists);

/* In a process of its own: the answer, or NULL with BUOY_ERROR. @more is nullable; @slot may be
 * BUOY_WORKER_NO_CONTEXT. (transfer full)
 */
GBytes *worker_judge (guint task, GBytes *message, GBytes *more, guint slot, GError **error);

/* In such a process, at most once, before the answer: what the library replies to @question, which it does not trust.
 * NULL with @error set if nothing came. (transfer full)
 */
GBytes *worker_answer_ask (GBytes *question, GError **error);

/* In such a process, at its end: sends @answer or, if that is NULL, @error. FALSE if nobody takes it. */
gboolean worker_answer_send (GBytes *answer, const GError *error);

/* Gives up all rights that neither the program nor its children need. FALSE if that fails; @out_landlock_abi: 0 if the
 * kernel has no Landlock.
 */
gboolean worker_wall_close (guint *out_landlock_abi);

/* In a child: gives up everything but computing and writing the answer, and limits its time and memory. FALSE if that
 * fails. Prepared by worker_wall_close().
 */
gboolean worker_wall_close_child (void);

/* Before the first child is forked: has the children allocate memory together, and not between what they share. */
void worker_heap_settle (void);

/* Reads requests from the socket @control until the library closes it. */
void worker_serve (int control);

/* Before the program gives up its rights: a child can be forked before its message is there. */
void worker_spare_prepare (void);

/* Whether there is none now, and should be; and forks one. */
gboolean worker_spare_is_missing (void);
void worker_spare_fork (void);

/* Gives it its message. Its process number; 0 if there is none. */
pid_t worker_spare_call (const BuoyWorkerRequest *request, const int *files);

/* Ends the one without a message: it has contexts that are out of date. */
void worker_spare_end (void);

/* Readable when a child has taken its message; -1 if there is never one. */
int worker_spare_get_socket (void);
void worker_spare_take_confirmation (void);

/* To be called for each child that has ended, in this order. FALSE if @pid is not the one that was called last, or has
 * confirmed its message; else @request and @files (transfer full) are what it was given.
 */
gboolean worker_spare_take_back (pid_t pid, BuoyWorkerRequest *request, int *files);
void worker_spare_note_end (pid_t pid);

/* In a child of @program, with which it ends: reads the files of @request, judges the message and sends the answer. */
G_NORETURN void worker_child_run (const BuoyWorkerRequest *request, const int *files, pid_t program);
