/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Starts the QR helper and sends it requests. Starting it takes longer than decoding most pictures, so it is kept
 * running; it exits after a minute without requests, or when this process ends.
 */
#include "config.h"

#include "qr/buoy-qr-helper.h"

#include "qr/buoy-qr.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buoy-program.h"

static GMutex lock;
static int control = -1; /* socket to the running helper */
static char *running;    /* its path */
static GArray *children; /* GPid of helpers that were not reaped yet */

static void
drop (void)
{
  if (control >= 0)
    close (control);
  control = -1;
  g_clear_pointer (&running, g_free);
}

/* Reaps helpers that have exited. A stopped one never exits, so this does not wait. */
static void
reap (void)
{
  for (guint i = children != NULL ? children->len : 0; i > 0; i--)
    if (waitpid (g_array_index (children, GPid, i - 1), NULL, WNOHANG) != 0)
      g_array_remove_index_fast (children, i - 1);
}

/* GSubprocess needs file descriptors and aborts if there are none left; this one fails. */
static gboolean
spawn (const char *path, int input)
{
  const char *const arguments[] = { path, NULL };
  const char *const environment[] = { "LC_ALL=C", NULL };
  GPid child;

  if (!g_spawn_async_with_fds (NULL, (char **) arguments, (char **) environment,
                               G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                               NULL, NULL, &child, input, -1, -1, NULL))
    return FALSE;
  if (children == NULL)
    children = g_array_new (FALSE, FALSE, sizeof (GPid));
  g_array_append_val (children, child);
  return TRUE;
}

static gboolean
start (const char *path)
{
  int ends[2];

  drop ();
  reap ();
  if (!g_file_test (path, G_FILE_TEST_IS_EXECUTABLE)
      || socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    return FALSE;
  control = ends[0];
  if (spawn (path, ends[1]))
    running = g_strdup (path);
  close (ends[1]);
  if (running == NULL)
    drop ();
  return running != NULL;
}

/* FALSE if the helper has exited. */
static gboolean
send_request (int picture, int answer, guint64 budget)
{
  const int fds[] = { picture, answer };
  union
  {
    struct cmsghdr align;
    char bytes[CMSG_SPACE (sizeof fds)];
  } rights = { 0 };
  struct iovec part = { .iov_base = &budget, .iov_len = sizeof budget };
  struct msghdr message
      = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights };
  struct cmsghdr *first = CMSG_FIRSTHDR (&message);

  first->cmsg_level = SOL_SOCKET;
  first->cmsg_type = SCM_RIGHTS;
  first->cmsg_len = CMSG_LEN (sizeof fds);
  memcpy (CMSG_DATA (first), fds, sizeof fds);
  return sendmsg (control, &message, MSG_NOSIGNAL | MSG_DONTWAIT) > 0;
}

static gboolean
send_picture (int picture, int answer, guint64 budget)
{
  g_autofree char *path = buoy_program_find ("BELLBUOY_QR_HELPER", "core/qr/bellbuoy-qr", BUOY_QR_HELPER);

  if (g_strcmp0 (path, running) == 0 && send_request (picture, answer, budget))
    return TRUE;
  return start (path) && send_request (picture, answer, budget);
}

int
buoy_qr_helper_ask (int picture, guint64 budget)
{
  int ends[2];
  gboolean sent;

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    return -1;
  g_mutex_lock (&lock);
  sent = send_picture (picture, ends[1], budget);
  g_mutex_unlock (&lock);
  close (ends[1]);
  if (sent)
    return ends[0];
  close (ends[0]);
  return -1;
}

gboolean
buoy_qr_helper_has_ended (void)
{
  char byte;
  gboolean ended;

  g_mutex_lock (&lock);
  /* it never writes: there is either nothing to read, or its end is closed */
  ended = control >= 0 && (recv (control, &byte, sizeof byte, MSG_DONTWAIT) == 0 || errno != EAGAIN);
  g_mutex_unlock (&lock);
  return ended;
}
