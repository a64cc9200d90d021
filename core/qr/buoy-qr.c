/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Has pictures decoded one after another. A picture is sent as a memory file, and its texts are returned in one packet
 * of limited size: a compromised decoder can neither block us nor answer for another picture.
 */
#include "config.h"

#include "qr/buoy-qr.h"

#include "base/buoy-memory-file.h"
#include "qr/buoy-qr-helper.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MS_A_TURN 10 /* how long to wait before checking for cancellation */

#define COST_A_US 66 /* assumed cost of a picture without an answer: a unit takes 15 ns */

/* The socket on which the answer arrives; -1. */
static int
ask (GBytes *picture, guint64 budget)
{
  const int fd = buoy_memory_file_new (picture);
  const int answer = fd >= 0 ? buoy_qr_helper_ask (fd, budget) : -1;

  if (fd >= 0)
    close (fd);
  return answer;
}

static gboolean
is_over (const BuoyQrWork *work)
{
  return g_cancellable_is_cancelled (work->cancellable) || g_get_monotonic_time () >= work->deadline;
}

/* Waits for an answer or the helper's exit; FALSE on timeout or cancellation. Needs no file descriptor, unlike GLib's
 * functions, which abort if there is none left.
 */
static gboolean
wait_for (int answer, const BuoyQrWork *work)
{
  const gint64 end = g_get_monotonic_time () + BUOY_QR_MAX_PICTURE_US;
  struct pollfd fd = { .fd = answer, .events = POLLIN };

  while (!is_over (work) && g_get_monotonic_time () < end)
    if (poll (&fd, 1, MS_A_TURN) > 0)
      return TRUE;
  return FALSE;
}

static void
spend (BuoyQrWork *work, guint64 cost)
{
  work->budget -= MIN (work->budget, cost);
}

/* Each text ends with a NUL byte; anything else did not come from our helper. */
static gboolean
receive_texts (int answer, BuoyQrWork *work, GPtrArray *texts, gboolean *out_is_whole)
{
  const gsize size = 1 + BUOY_QR_MAX_COST_DIGITS + 1 + BUOY_QR_MAX_TEXT_BYTES;
  g_autofree char *packet = g_malloc (size + 1);
  const ssize_t n = recv (answer, packet, size, MSG_DONTWAIT);

  if (n < 1)
    return FALSE;
  packet[n] = '\0';
  spend (work, g_ascii_strtoull (packet + 1, NULL, 10));
  for (const char *p = packet + strlen (packet) + 1; p < packet + n; p += strlen (p) + 1)
    if (*p != '\0' && g_utf8_validate (p, -1, NULL))
      g_ptr_array_add (texts, g_strdup (p));
  *out_is_whole = *packet == BUOY_QR_WHOLE;
  return TRUE;
}

/* Whether there was an answer. */
static gboolean
try_one (GBytes *picture, BuoyQrWork *work, GPtrArray *texts, gboolean *out_is_whole)
{
  const int answer = is_over (work) || work->budget == 0 ? -1 : ask (picture, work->budget);
  gboolean answered;

  if (answer < 0)
    return FALSE;
  answered = wait_for (answer, work) && receive_texts (answer, work, texts, out_is_whole);
  close (answer);
  return answered;
}

/* Tries again if the helper exited before it came to this picture. */
static gboolean
read_one (GBytes *picture, BuoyQrWork *work, GPtrArray *texts)
{
  const gint64 start = g_get_monotonic_time ();
  gboolean is_whole = FALSE;

  if (try_one (picture, work, texts, &is_whole)
      || (buoy_qr_helper_has_ended () && try_one (picture, work, texts, &is_whole)))
    return is_whole;
  spend (work, (guint64) (g_get_monotonic_time () - start) * COST_A_US);
  return FALSE;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const gsize left = g_bytes_get_size (*(GBytes *const *) a);
  const gsize right = g_bytes_get_size (*(GBytes *const *) b);

  return (left > right) - (left < right);
}

gboolean
buoy_qr_read (const GPtrArray *pictures, BuoyQrWork *work, GPtrArray *texts)
{
  /* codes are in small pictures, and a large one must not use up their budget */
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  gboolean done = TRUE;

  for (guint i = 0; i < pictures->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (pictures, i));
  g_ptr_array_sort (sorted, compare_sizes);
  for (guint i = 0; i < sorted->len; i++)
    done = read_one (g_ptr_array_index (sorted, i), work, texts) && done;
  return done;
}
