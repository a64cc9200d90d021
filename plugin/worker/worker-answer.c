/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A child's end of its answer socket.
 */
#include "config.h"

#include <sys/uio.h>
#include <unistd.h>

#include "buoy-types.h"
#include "worker-private.h"

static gboolean
send_packet (char tag, const char *data, gsize size)
{
  struct iovec parts[] = { { &tag, 1 }, { (gpointer) data, size } };

  return writev (WORKER_ANSWER_FD, parts, G_N_ELEMENTS (parts)) == (ssize_t) size + 1;
}

/* @last: the tag of the last piece. */
static gboolean
send_pieces (GBytes *bytes, char last)
{
  gsize left;
  const char *p = g_bytes_get_data (bytes, &left);
  const gsize most = BUOY_WORKER_PACKET_BYTES - 1;

  for (; left > most; p += most, left -= most)
    if (!send_packet (BUOY_WORKER_MORE, p, most))
      return FALSE;
  return send_packet (last, p, left);
}

GBytes *
worker_answer_ask (GBytes *question, GError **error)
{
  g_autofree char *reply = g_malloc (BUOY_WORKER_PACKET_BYTES);
  const ssize_t size
      = send_pieces (question, BUOY_WORKER_ASKS) ? read (WORKER_ANSWER_FD, reply, BUOY_WORKER_PACKET_BYTES) : -1;

  if (size > 0)
    return g_bytes_new (reply, (gsize) size);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "no reply");
  return NULL;
}

gboolean
worker_answer_send (GBytes *answer, const GError *error)
{
  const char code = error != NULL && error->domain == BUOY_ERROR ? (char) error->code : -1;

  return answer != NULL ? send_pieces (answer, BUOY_WORKER_LAST) : send_packet (BUOY_WORKER_FAILED, &code, 1);
}
