/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Has pictures decoded one after another. A picture goes out as a file in memory, its texts come back in one packet of
 * bounded size: a decoder that has been taken over can neither hold us up nor answer for another picture.
 */
#include "config.h"

#include "qr/buoy-qr.h"

#include "qr/buoy-qr-helper.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#define MS_A_TURN 500 /* of waiting; then the deadline is looked at */

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      const ssize_t n = write (fd, p, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      p += n;
      length -= (gsize) n;
    }
  return lseek (fd, 0, SEEK_SET) == 0;
}

/* The socket on which the answer will come; -1. */
static int
ask (GBytes *picture)
{
  const int fd = memfd_create ("bellbuoy-picture", MFD_CLOEXEC);
  int answer = -1;

  if (fd < 0)
    return -1;
  if (write_all (fd, picture))
    answer = buoy_qr_helper_ask (fd);
  close (fd);
  return answer;
}

static gboolean
is_over (gint64 deadline, GCancellable *cancellable)
{
  return g_cancellable_is_cancelled (cancellable) || g_get_monotonic_time () >= deadline;
}

/* Until there is an answer, or the program's end; FALSE where it is not waited for any longer. */
static gboolean
wait_for (int answer, gint64 deadline, GCancellable *cancellable)
{
  GPollFD fds[] = { { .fd = answer, .events = G_IO_IN }, { .fd = -1 } };
  const gboolean can_stop = g_cancellable_make_pollfd (cancellable, &fds[1]);

  while (!is_over (deadline, cancellable) && g_poll (fds, can_stop ? 2 : 1, MS_A_TURN) <= 0)
    continue;
  if (can_stop)
    g_cancellable_release_fd (cancellable);
  return fds[0].revents != 0;
}

/* Each text ends with a null byte; what is no text was made up by something else than our program. */
static gboolean
receive_texts (int answer, GPtrArray *texts)
{
  g_autofree char *packet = g_malloc (1 + BUOY_QR_MAX_TEXT_BYTES + 1);
  const ssize_t n = recv (answer, packet, 1 + BUOY_QR_MAX_TEXT_BYTES, MSG_DONTWAIT);

  if (n < 1)
    return FALSE;
  packet[n] = '\0';
  for (const char *p = packet + 1; p < packet + n; p += strlen (p) + 1)
    if (*p != '\0' && g_utf8_validate (p, -1, NULL))
      g_ptr_array_add (texts, g_strdup (p));
  return *packet == BUOY_QR_WHOLE;
}

static gboolean
try_one (GBytes *picture, gint64 deadline, GCancellable *cancellable, GPtrArray *texts)
{
  const int answer = is_over (deadline, cancellable) ? -1 : ask (picture);
  gboolean done;

  if (answer < 0)
    return FALSE;
  done = wait_for (answer, deadline, cancellable) && receive_texts (answer, texts);
  close (answer);
  return done;
}

/* Once more where the program was ended, by whomever, before it came to this picture. */
static gboolean
read_one (GBytes *picture, gint64 deadline, GCancellable *cancellable, GPtrArray *texts)
{
  return try_one (picture, deadline, cancellable, texts)
         || (buoy_qr_helper_has_ended () && try_one (picture, deadline, cancellable, texts));
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const gsize left = g_bytes_get_size (*(GBytes *const *) a);
  const gsize right = g_bytes_get_size (*(GBytes *const *) b);

  return (left > right) - (left < right);
}

gboolean
buoy_qr_read (const GPtrArray *pictures, gint64 deadline, GCancellable *cancellable,
              GPtrArray *texts)
{
  /* small ones first: codes are small, and a large picture must not use up their time */
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  gboolean done = TRUE;

  for (guint i = 0; i < pictures->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (pictures, i));
  g_ptr_array_sort (sorted, compare_sizes);
  for (guint i = 0; i < sorted->len; i++)
    done = read_one (g_ptr_array_index (sorted, i), deadline, cancellable, texts) && done;
  return done;
}
