/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Waits for an answer, which may never come.
 */
#include "config.h"

#include "worker/buoy-worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buoy-types.h"
#include "base/buoy-memory-file.h"
#include "worker/worker-bytes.h"
#include "worker/worker-packet.h"
#include "worker/worker-protocol.h"
#include "worker/worker-refused.h"
#include "worker/worker-supervisor.h"

#define MS_A_TURN 10 /* how long to wait before checking for cancellation */

/* A loop ends with its time of the processor (worker-wall.c), which is the same on a busy machine. This is for one that
 * sleeps, or is stopped. One of low priority may get next to nothing of a busy processor.
 */
#define MAX_US (10 * (gint64) G_USEC_PER_SEC)
#define MAX_LOW_US (60 * (gint64) G_USEC_PER_SEC)
#define SHORTAGE_US ((gint64) G_USEC_PER_SEC)     /* how long to wait for the end of one */
#define PATIENCE_US (3 * (gint64) G_USEC_PER_SEC) /* with the program, which only has to kill */

typedef enum
{
  ENDED_BEFORE_IT_BEGAN,
  ENDED_WITH_ANSWER,
  ENDED_WITH_QUESTION, /* to be continued */
  ENDED_WITH_ERROR,    /* of the message */
  ENDED_BY_CRASH,
  ENDED_BY_TIME,
  ENDED_BY_SHORTAGE, /* of processes or memory, which is not the message's fault */
  ENDED_WITH_PROGRAM,
  ENDED_BY_CANCELLING
} End;

typedef struct
{
  GByteArray *answer; /* or a question */
  int error;          /* a BuoyError */
  gboolean has_asked;
} Result;

static End
get_death (const char *packet, ssize_t size)
{
  int status;

  if (size != 1 + (ssize_t) sizeof status)
    return ENDED_BY_CRASH;
  memcpy (&status, packet + 1, sizeof status);
  /* the limit of its time; a loop that blocks the first signal gets the second one */
  return WIFSIGNALED (status) && (WTERMSIG (status) == SIGXCPU || WTERMSIG (status) == SIGKILL) ? ENDED_BY_TIME
                                                                                                : ENDED_BY_CRASH;
}

/* Errors of a message that the worker may report; whatever else it says is a crash. */
static End
take_error (Result *result, const char *packet, ssize_t size)
{
  result->error = size == 2 ? packet[1] : -1;
  switch (result->error)
    {
    case BUOY_ERROR_EMPTY:
    case BUOY_ERROR_NOT_MAIL:
    case BUOY_ERROR_TOO_COMPLEX:
      return ENDED_WITH_ERROR;
    default:
      return ENDED_BY_CRASH;
    }
}

/* ENDED_WITH_QUESTION if it got a reply. */
static End
reply (int socket, Result *result, const BuoyWorkerContext *context)
{
  g_autoptr (GBytes) question = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  if (result->has_asked || context == NULL || context->reply == NULL)
    return ENDED_BY_CRASH;
  result->has_asked = TRUE;
  question = g_byte_array_free_to_bytes (g_steal_pointer (&result->answer));
  result->answer = g_byte_array_new ();
  bytes = context->reply (context->data, question);
  if (bytes == NULL)
    return ENDED_BY_CRASH;
  data = g_bytes_get_data (bytes, &size);
  g_return_val_if_fail (size > 0 && size <= BUOY_WORKER_PACKET_BYTES, ENDED_BY_CRASH);
  if (send (socket, data, size, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t) size || errno == EPIPE || errno == ECONNRESET)
    return ENDED_WITH_QUESTION;
  /* nothing else is ever sent to it, so that its socket is not full */
  return buoy_worker_is_shortage (errno) || errno == EAGAIN ? ENDED_BY_SHORTAGE : ENDED_BY_CRASH;
}

/* Whether there was room for it. */
static gboolean
append (Result *result, const char *packet, ssize_t size)
{
  if (result->answer->len + (gsize) size > BUOY_WORKER_MAX_ANSWER)
    return FALSE;
  g_byte_array_append (result->answer, (const guint8 *) packet + 1, (guint) size - 1);
  return TRUE;
}

/* Whether the answer is complete, in whatever way. */
static gboolean
take_packet (Result *result, const char *packet, ssize_t size, End *out_end)
{
  switch (*packet)
    {
    case BUOY_WORKER_MORE:
    case BUOY_WORKER_LAST:
    case BUOY_WORKER_ASKS:
      if (append (result, packet, size))
        {
          *out_end = *packet == BUOY_WORKER_ASKS ? ENDED_WITH_QUESTION : ENDED_WITH_ANSWER;
          return *packet != BUOY_WORKER_MORE;
        }
      *out_end = ENDED_BY_CRASH;
      return TRUE;
    case BUOY_WORKER_FAILED:
      *out_end = take_error (result, packet, size);
      return TRUE;
    case BUOY_WORKER_NO_FORK:
      *out_end = ENDED_BY_SHORTAGE;
      return TRUE;
    case BUOY_WORKER_DIED:
      *out_end = get_death (packet, size);
      return TRUE;
    default:
      *out_end = ENDED_BY_CRASH;
      return TRUE;
    }
}

/* What a reply costs is not the message's time: the host's memory may wait for another process that writes. */
static End
answer_question (int socket, Result *result, const BuoyWorkerContext *context, gint64 *deadline)
{
  const gint64 before = g_get_monotonic_time ();
  const End end = reply (socket, result, context);

  *deadline += g_get_monotonic_time () - before;
  return end;
}

static End
await (int socket, Result *result, const BuoyWorkerContext *context, GCancellable *cancellable)
{
  gint64 deadline = g_get_monotonic_time () + (getpriority (PRIO_PROCESS, 0) > 0 ? MAX_LOW_US : MAX_US);
  char packet[BUOY_WORKER_PACKET_BYTES];
  struct pollfd input = { .fd = socket, .events = POLLIN };
  End end;

  for (;;)
    {
      const int n = poll (&input, 1, MS_A_TURN);
      ssize_t size;

      if (g_cancellable_is_cancelled (cancellable))
        return ENDED_BY_CANCELLING;
      if (g_get_monotonic_time () >= deadline)
        return ENDED_BY_TIME;
      if (n <= 0)
        continue;
      size = buoy_packet_receive (socket, packet, sizeof packet, NULL, 0, MSG_DONTWAIT);
      if (size < 0 && errno == EAGAIN)
        continue;
      if (size <= 0)
        return ENDED_WITH_PROGRAM;
      if (!take_packet (result, packet, size, &end))
        continue;
      if (end == ENDED_WITH_QUESTION)
        end = answer_question (socket, result, context, &deadline);
      if (end != ENDED_WITH_QUESTION)
        return end;
    }
}

/* Asks the program to end the message's process. FALSE if it does not do even that: then it is stopped itself. */
static gboolean
end_work (int socket)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;
  char packet[BUOY_WORKER_PACKET_BYTES];
  struct pollfd input = { .fd = socket, .events = POLLIN };

  shutdown (socket, SHUT_WR);
  while (g_get_monotonic_time () < end)
    if (poll (&input, 1, MS_A_TURN) > 0
        && (buoy_packet_receive (socket, packet, sizeof packet, NULL, 0, MSG_DONTWAIT) <= 0
            || *packet == BUOY_WORKER_DIED))
      return TRUE;
  return FALSE;
}

static void
set_error (GError **error, int code)
{
  static const char *const words[] = {
    [BUOY_ERROR_EMPTY] = "the message is empty",
    [BUOY_ERROR_NOT_MAIL] = "not a mail message: no header field found",
    [BUOY_ERROR_TOO_COMPLEX] = "it takes too long to be read",
    [BUOY_ERROR_TIMED_OUT] = "its analysis did not end",
    [BUOY_ERROR_CRASHED] = "its analysis crashed",
    [BUOY_ERROR_NO_RESOURCES] = "no process could be made, or no memory found",
    [BUOY_ERROR_NO_WORKER] = "the program that analyses messages ended",
  };

  g_set_error_literal (error, BUOY_ERROR, code, words[code]);
}

/* What the reader is told; -1: nothing. */
static int
get_error (End end, const Result *result)
{
  switch (end)
    {
    case ENDED_WITH_ERROR:
      return result->error;
    case ENDED_BY_CRASH:
      return BUOY_ERROR_CRASHED;
    case ENDED_BY_TIME:
      return BUOY_ERROR_TIMED_OUT;
    case ENDED_BY_SHORTAGE:
      return BUOY_ERROR_NO_RESOURCES;
    case ENDED_WITH_PROGRAM:
      return BUOY_ERROR_NO_WORKER;
    case ENDED_BEFORE_IT_BEGAN: /* there is an error already */
    case ENDED_WITH_ANSWER:
    case ENDED_WITH_QUESTION:
    case ENDED_BY_CANCELLING:
    default:
      return -1;
    }
}

static End
ask_once (guint task, int message, GBytes *bytes, int more, GBytes *more_bytes, const BuoyWorkerContext *context,
          Result *result, GCancellable *cancellable, GError **error)
{
  const gsize more_size = more_bytes != NULL ? g_bytes_get_size (more_bytes) : 0;
  guint generation;
  const int socket = buoy_worker_send (task, message, g_bytes_get_size (bytes), more, more_size, context, cancellable,
                                       &generation, error);
  End end;

  if (socket < 0)
    return ENDED_BEFORE_IT_BEGAN;
  end = await (socket, result, context, cancellable);
  if (end == ENDED_BY_TIME && !end_work (socket))
    {
      buoy_worker_give_up (generation);
      end = ENDED_WITH_PROGRAM;
    }
  close (socket);
  buoy_worker_release ();
  return end;
}

/* Tries again if the program has ended: that was not this message's fault, whose process cannot reach it. */
static End
ask (guint task, int message, GBytes *bytes, int more, GBytes *more_bytes, const BuoyWorkerContext *context,
     Result *result, GCancellable *cancellable, GError **error)
{
  End end = ENDED_WITH_PROGRAM;

  for (guint i = 0; i < 2 && end == ENDED_WITH_PROGRAM; i++)
    {
      g_byte_array_set_size (result->answer, 0);
      result->has_asked = FALSE;
      end = ask_once (task, message, bytes, more, more_bytes, context, result, cancellable, error);
    }
  return end;
}

/* -1 without an error: there is nothing to open. */
static int
open_file (GBytes *bytes, GError **error)
{
  int file = bytes != NULL ? buoy_worker_bytes_open (bytes) : -1;

  if (bytes != NULL && file < 0)
    file = buoy_memory_file_new (bytes);
  if (bytes != NULL && file < 0)
    g_set_error (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES, "memory file: %s", g_strerror (errno));
  return file;
}

/* (transfer full) */
static GBytes *
finish (End end, Result *result, guint task, GBytes *message, GCancellable *cancellable, GError **error)
{
  const int code = get_error (end, result);

  if (end == ENDED_WITH_ANSWER)
    return g_byte_array_free_to_bytes (g_steal_pointer (&result->answer));
  if (end == ENDED_BY_CRASH || end == ENDED_BY_TIME)
    buoy_worker_refuse (message, task, code);
  if (end == ENDED_BY_CANCELLING)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  else if (code >= 0)
    set_error (error, code);
  return NULL;
}

static GBytes *
ask_now (guint task, GBytes *message, GBytes *more, const BuoyWorkerContext *context, GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GByteArray) answer = NULL;
  Result result = { 0 };
  GBytes *bytes = NULL;
  int message_file, more_file;
  int code;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (buoy_worker_refuses (message, task, &code))
    {
      set_error (error, code);
      return NULL;
    }
  message_file = open_file (message, error);
  if (message_file < 0)
    return NULL;
  more_file = open_file (more, error);
  if (more == NULL || more_file >= 0)
    {
      End end;

      result.answer = g_byte_array_new ();
      end = ask (task, message_file, message, more_file, more, context, &result, cancellable, error);
      bytes = finish (end, &result, task, message, cancellable, error);
      answer = result.answer;
    }
  close (message_file);
  if (more_file >= 0)
    close (more_file);
  return bytes;
}

/* FALSE if it was cancelled. */
static gboolean
wait_for_end_of_shortage (GCancellable *cancellable)
{
  const gint64 end = g_get_monotonic_time () + SHORTAGE_US;

  while (!g_cancellable_is_cancelled (cancellable) && g_get_monotonic_time () < end)
    g_usleep (MS_A_TURN * G_TIME_SPAN_MILLISECOND);
  return !g_cancellable_is_cancelled (cancellable);
}

GBytes *
buoy_worker_ask (guint task, GBytes *message, GBytes *more, const BuoyWorkerContext *context, GCancellable *cancellable,
                 GError **error)
{
  static int lasts; /* a shortage was waited for in vain; while it lasts, nothing else waits for it */
  g_autoptr (GError) why = NULL;
  GBytes *answer = ask_now (task, message, more, context, cancellable, &why);

  if (g_error_matches (why, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES) && !g_atomic_int_get (&lasts))
    {
      g_debug ("asking again soon: %s", why->message);
      g_clear_error (&why);
      if (!wait_for_end_of_shortage (cancellable))
        {
          g_cancellable_set_error_if_cancelled (cancellable, error);
          return NULL;
        }
      answer = ask_now (task, message, more, context, cancellable, &why);
    }
  g_atomic_int_set (&lasts, g_error_matches (why, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES));
  if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return answer;
}
