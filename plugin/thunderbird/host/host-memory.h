/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is learned from the messages that the extension hands in. The main loop reads the memory, threads write to it.
 */
#pragma once

#include "buoy-learning.h"
#include "host-message.h"

/* Shared by all sessions: threads may outlive one. (transfer none) */
BuoyLearning *host_memory_get (void);

/* Learns from a judged message unless it is not to teach; one that was warned of teaches only that. @days: that senders
 * are remembered for; 0: as long as there is room.
 */
void host_memory_learn (const HostMessage *message, BuoyContext *context, guint days);

/* The reader says that a message is junk, so that what it taught is taken back, or that it is not. */
void host_memory_call_junk (const HostMessage *message, BuoyContext *context, gboolean is_junk);

/* @context with what is known of the message's sender; (transfer full). */
BuoyContext *host_memory_recall (const HostMessage *message, BuoyContext *context);

/* Messages of a look back: pairs of a name and the header. */
typedef struct
{
  char *account;
  GPtrArray *names;   /* of char * */
  GPtrArray *headers; /* of GBytes, beside it */
  BuoyContext *context;
  BuoyVerdict *verdict; /* of the only one; NULL: only headers were read */
  gboolean is_junk;     /* the reader says so: what it taught is taken back */
  guint days;           /* that senders are remembered for; 0: as long as there is room */
} HostLesson;

HostLesson *host_lesson_new (const char *account, BuoyContext *context);
void host_lesson_free (HostLesson *lesson);

/* Learns from all of it in a thread, and calls @done on the main loop. Takes @lesson. */
void host_memory_learn_all_async (HostLesson *lesson, GCancellable *cancellable, GAsyncReadyCallback done,
                                  gpointer data);

/* How many of them taught something. */
guint host_memory_learn_all_finish (GAsyncResult *result);
