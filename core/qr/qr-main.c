/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * bellbuoy-qr: loads the decoders once, then waits for pictures on standard input, a socket. Each is decoded in a child
 * process, so whatever a picture does to its decoder ends with that. Only buoy-qr-helper.c runs it.
 */
#include "config.h"

#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "qr/qr-private.h"

#define FAILED 3            /* exit status */
#define IDLE_MS (60 * 1000) /* no longer needed; the next picture starts another */
#define REQUEST_FDS 2       /* the picture, and the socket for its answer */

typedef struct
{
  int fds[REQUEST_FDS];
  guint64 budget;
} Request;

/* The decoder converts texts to UTF-8 with tables that are files. They are kept open. */
static void
prepare_charsets (void)
{
  static const char *const charsets[] = { "ISO8859-1", "SJIS", "BIG5", "CP437", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    (void) iconv_open ("UTF-8", charsets[i]);
}

/* FALSE if the other side is closed. A request without both files is ignored: they are -1. */
static gboolean
receive (Request *request)
{
  union
  {
    struct cmsghdr align;
    char bytes[CMSG_SPACE (REQUEST_FDS * sizeof (int))];
  } control;
  struct iovec part = { .iov_base = &request->budget, .iov_len = sizeof request->budget };
  struct msghdr message
      = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
  const struct cmsghdr *first;

  request->fds[0] = request->fds[1] = -1;
  if (recvmsg (STDIN_FILENO, &message, MSG_DONTWAIT) <= 0)
    return FALSE;
  first = CMSG_FIRSTHDR (&message);
  if (first != NULL && first->cmsg_type == SCM_RIGHTS && first->cmsg_len == CMSG_LEN (REQUEST_FDS * sizeof (int)))
    memcpy (request->fds, CMSG_DATA (first), REQUEST_FDS * sizeof (int));
  return TRUE;
}

/* Makes the kernel end this process (SIGIO) when the other side closes its end of @answer, even while it is busy. */
static gboolean
end_with (int answer)
{
  char byte;

  if (fcntl (answer, F_SETOWN, getpid ()) != 0 || fcntl (answer, F_SETFL, O_ASYNC) != 0)
    return FALSE;
  /* it may be closed already */
  return recv (answer, &byte, sizeof byte, MSG_DONTWAIT) < 0;
}

static void
decode_in_child (gpointer sandbox, const Request *request)
{
  const int answer = request->fds[1];

  if (request->fds[0] < 0 || fork () != 0)
    return;
  close (STDIN_FILENO);
  _exit (end_with (answer) && qr_decode (sandbox, request->fds[0], answer, request->budget) ? 0 : FAILED);
}

/* Requests that are already sent when the time is over are still served: after shutdown() no others can be sent. */
static void
serve (gpointer sandbox)
{
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
  Request request;

  for (;;)
    {
      if (poll (&input, 1, IDLE_MS) == 0)
        shutdown (STDIN_FILENO, SHUT_RD);
      if (!receive (&request))
        return;
      decode_in_child (sandbox, &request);
      for (guint i = 0; i < REQUEST_FDS; i++)
        if (request.fds[i] >= 0)
          close (request.fds[i]);
    }
}

int
main (void)
{
  gpointer sandbox;

  if (!qr_sandbox_limit ())
    return FAILED;
  signal (SIGCHLD, SIG_IGN); /* children are not reaped: the client sees their answer or their exit */
  qr_picture_prepare ();
  prepare_charsets ();
  sandbox = qr_sandbox_new ();
  if (sandbox == NULL || !qr_sandbox_close_program ())
    return FAILED;
  serve (sandbox);
  /* skip library cleanup: there is nothing to save */
  _exit (0);
}
