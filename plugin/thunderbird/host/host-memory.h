/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learning from the messages that the extension sends, in threads. The main loop reads the memory too, and forgets.
 */
#pragma once

#include "buoy-learning.h"
#include "host-message.h"

/* Shared by all sessions: threads may outlive one. (transfer none) */
BuoyLearning *host_memory_get (void);

/* Learns from an analysed message if that is allowed. From a message with a warning, only the warning is learned.
 * @days: how long senders are remembered; 0 for as long as there is room.
 */
void host_memory_learn (const HostMessage *message, BuoyContext *context, guint days);

/* The reader says that a message is junk, so that what it taught is taken back, or that it is not. */
void host_memory_call_junk (const HostMessage *message, BuoyContext *context, gboolean is_junk);

/* @context, with which the memory is asked about the message's sender when it is analysed. (transfer full) */
BuoyContext *host_memory_recall (const HostMessage *message, BuoyContext *context);

/* Messages that were there already: names and headers. */
typedef struct
{
  char *account;
  GPtrArray *names;   /* of char * */
  GPtrArray *headers; /* of GBytes, parallel to @names */
  BuoyContext *context;
  BuoyVerdict *verdict; /* the verdict if there is only one message; NULL if only headers were read */
  gboolean is_junk;     /* the reader says so: what it taught is taken back */
  guint days;           /* that senders are remembered for; 0: as long as there is room */
} HostLesson;

HostLesson *host_lesson_new (const char *account, BuoyContext *context);
void host_lesson_free (HostLesson *lesson);

/* Learns from all messages in a thread, and calls @done in the main loop. @lesson: (transfer full) */
void host_memory_learn_all_async (HostLesson *lesson, GCancellable *cancellable, GAsyncReadyCallback done,
                                  gpointer data);

/* The number of messages from which something was learned; -1 with @error set if they could not be read. */
gssize host_memory_learn_all_finish (GAsyncResult *result, GError **error);
