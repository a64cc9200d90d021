/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The call into the worker program: a message's bytes in, an answer's bytes out. The program reads them in a process of
 * their own, which can do nothing but compute (see plugin/worker). What a message does to that process costs its own
 * answer, and nothing else.
 */
#pragma once

#include <gio/gio.h>
#include <sys/types.h>

/* What the messages are judged with. It is sent once, as long as its bytes are the same. */
typedef struct
{
  GBytes *bytes;
  /* The files of block lists, of int, -1 for none; NULL with errno set if they cannot be opened. The function itself
   * may be NULL. (transfer full)
   */
  GArray *(*open_lists) (gpointer data);
  /* Replies to what the process of a message asks, at most once; called in the thread that waits. A question is not to
   * be trusted; NULL: it makes no sense. At most BUOY_WORKER_PACKET_BYTES, and not empty. The function itself may be
   * NULL: then nothing may be asked. (transfer full) (nullable)
   */
  GBytes *(*reply) (gpointer data, GBytes *question);
  gpointer data; /* for both */
} BuoyWorkerContext;

/* Has @task done on @message, with @more (nullable) and @context (nullable). The answer is not to be trusted: a message
 * may have taken over the process that wrote it. Fails with BUOY_ERROR, as far as the program has an error of it, or
 * G_IO_ERROR_CANCELLED; a message that crashes its process or takes too long is remembered, and not tried again.
 * Cancelling kills that process. The end of a shortage is waited for a second at most. Any thread; blocks it. (transfer
 * full)
 */
GBytes *buoy_worker_ask (guint task, GBytes *message, GBytes *more, const BuoyWorkerContext *context,
                         GCancellable *cancellable, GError **error);

/* Called in a thread of its own each time the program (not one message's process) has ended by itself. @is_stopped:
 * it is not started any more. A client sets it before the first message is read, in a thread of normal priority, which
 * the program gets.
 */
typedef void (*BuoyWorkerDeathFunc) (gboolean is_stopped);

void buoy_worker_set_death_func (BuoyWorkerDeathFunc func);

typedef enum
{
  BUOY_WORKER_IDLE, /* not started, or ended */
  BUOY_WORKER_RUNNING,
  BUOY_WORKER_STOPPED /* it ended too often */
} BuoyWorkerState;

/* @out_landlock_abi: of the running program; 0 if this kernel has no Landlock. */
BuoyWorkerState buoy_worker_get_state (guint *out_landlock_abi);

/* Of the running program; 0. For tests. */
pid_t buoy_worker_get_pid (void);
