/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The C library's TCP has no timeout: it blocks in connect() and read(). Here every wait ends at one deadline.
 */
#include "config.h"

#include "net/buoy-dns-stream.h"

#include <string.h>

#define LENGTH_BYTES 2 /* precede each message */
/* The longest single wait, after which the cancellable is checked: polling that would take a file descriptor, and GLib
 * aborts if there is none left.
 */
#define SLICE_US (50 * 1000)

typedef struct
{
  GSocket *socket;
  gint64 deadline_us;
  GCancellable *cancellable;
} Stream;

static gboolean
wait_until (const Stream *stream, GIOCondition condition)
{
  while (!g_cancellable_is_cancelled (stream->cancellable))
    {
      const gint64 left = stream->deadline_us - g_get_monotonic_time ();

      if (left <= 0)
        return FALSE;
      if (g_socket_condition_timed_wait (stream->socket, condition, MIN (left, SLICE_US), NULL, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
open_stream (const Stream *stream, GSocketAddress *server)
{
  g_autoptr (GError) error = NULL;

  g_socket_set_blocking (stream->socket, FALSE);
  if (g_socket_connect (stream->socket, server, NULL, &error))
    return TRUE;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING) && wait_until (stream, G_IO_OUT)
         && g_socket_check_connect_result (stream->socket, NULL);
}

/* In either direction: all of @length bytes, or FALSE. */
static gboolean
transfer (const Stream *stream, GIOCondition direction, guint8 *bytes, gsize length)
{
  gsize done = 0;

  while (done < length)
    {
      g_autoptr (GError) error = NULL;
      gssize n;

      if (!wait_until (stream, direction))
        return FALSE;
      if (direction == G_IO_OUT)
        n = g_socket_send (stream->socket, (char *) bytes + done, length - done, NULL, &error);
      else
        n = g_socket_receive (stream->socket, (char *) bytes + done, length - done, NULL, &error);
      if (n == 0 || (n < 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)))
        return FALSE;
      done += (gsize) MAX (n, 0);
    }
  return TRUE;
}

static GBytes *
exchange (const Stream *stream, const guint8 *question, gsize length)
{
  g_autofree guint8 *request = g_malloc (LENGTH_BYTES + length);
  guint8 prefix[LENGTH_BYTES];
  g_autofree guint8 *reply = NULL;
  gsize reply_length;

  request[0] = (guint8) (length >> 8);
  request[1] = (guint8) length;
  memcpy (request + LENGTH_BYTES, question, length);
  if (!transfer (stream, G_IO_OUT, request, LENGTH_BYTES + length)
      || !transfer (stream, G_IO_IN, prefix, sizeof prefix))
    return NULL;
  reply_length = (gsize) prefix[0] << 8 | prefix[1];
  reply = g_malloc (reply_length + 1);
  if (!transfer (stream, G_IO_IN, reply, reply_length))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&reply), reply_length);
}

GBytes *
buoy_dns_stream_ask (GSocketAddress *server, const guint8 *question, gsize length, gint64 deadline_us,
                     GCancellable *cancellable)
{
  g_autoptr (GSocket) socket
      = g_socket_new (g_socket_address_get_family (server), G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  const Stream stream = { socket, deadline_us, cancellable };

  g_return_val_if_fail (length <= G_MAXUINT16, NULL);

  if (socket == NULL || !open_stream (&stream, server))
    return NULL;
  return exchange (&stream, question, length);
}
