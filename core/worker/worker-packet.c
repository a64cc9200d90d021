/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "worker/worker-packet.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "worker/worker-protocol.h"

typedef union
{
  struct cmsghdr align;
  char bytes[CMSG_SPACE (BUOY_WORKER_MAX_FILES * sizeof (int))];
} Rights;

static void
attach (struct msghdr *message, Rights *rights, const int *files, guint n_files)
{
  const gsize size = n_files * sizeof (int);
  struct cmsghdr *first;

  message->msg_control = rights->bytes;
  message->msg_controllen = CMSG_SPACE (size);
  first = CMSG_FIRSTHDR (message);
  first->cmsg_level = SOL_SOCKET;
  first->cmsg_type = SCM_RIGHTS;
  first->cmsg_len = CMSG_LEN (size);
  memcpy (CMSG_DATA (first), files, size);
}

gboolean
buoy_packet_send (int socket, gconstpointer data, gsize size, const int *files, guint n_files)
{
  struct iovec part = { .iov_base = (gpointer) data, .iov_len = size };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
  Rights rights = { 0 };
  ssize_t n;

  g_return_val_if_fail (n_files <= BUOY_WORKER_MAX_FILES, FALSE);

  if (n_files > 0)
    attach (&message, &rights, files, n_files);
  do
    n = sendmsg (socket, &message, MSG_NOSIGNAL);
  while (n < 0 && errno == EINTR);
  return n == (ssize_t) size;
}

static void
detach (struct msghdr *message, int *files, guint max_files)
{
  const struct cmsghdr *first = CMSG_FIRSTHDR (message);
  guint n;

  if (first == NULL || first->cmsg_level != SOL_SOCKET || first->cmsg_type != SCM_RIGHTS)
    return;
  n = (guint) ((first->cmsg_len - CMSG_LEN (0)) / sizeof (int));
  for (guint i = 0; i < n; i++)
    {
      int file;

      memcpy (&file, CMSG_DATA (first) + i * sizeof (int), sizeof file);
      if (i < max_files)
        files[i] = file;
      else
        close (file);
    }
}

ssize_t
buoy_packet_receive (int socket, gpointer data, gsize size, int *files, guint max_files, int flags)
{
  struct iovec part = { .iov_base = data, .iov_len = size };
  Rights rights = { 0 };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
  ssize_t n;

  for (guint i = 0; i < max_files; i++)
    files[i] = -1;
  if (max_files > 0)
    {
      message.msg_control = rights.bytes;
      message.msg_controllen = sizeof rights.bytes;
    }
  do
    n = recvmsg (socket, &message, flags | MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  if (n >= 0)
    detach (&message, files, max_files);
  return n;
}
