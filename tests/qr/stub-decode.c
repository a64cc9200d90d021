/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Replaces the decoder: does what a picture's first letter says, like a compromised one.
 */
#include "config.h"

#include "qr/buoy-qr.h"
#include "qr/qr-private.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TOO_MUCH (1024 * 1024)
#define MAX_PATH_BYTES 4096

gboolean
qr_sandbox_limit (void)
{
  return TRUE;
}

gpointer
qr_sandbox_new (void)
{
  return (gpointer) "sandbox";
}

gboolean
qr_sandbox_close_program (void)
{
  return TRUE;
}

void
qr_picture_prepare (void)
{
}

static gboolean
answer_with (int answer, const char *packet, gsize length)
{
  return write (answer, packet, length) == (ssize_t) length;
}

static gboolean
flood (int answer)
{
  g_autofree char *packet = g_malloc (TOO_MUCH);

  memset (packet, BUOY_QR_WHOLE, TOO_MUCH);
  for (gsize length = TOO_MUCH; length > 0; length /= 2)
    answer_with (answer, packet, length);
  return TRUE;
}

/* Signals that it is running by creating the file named by the rest of the picture. */
static void G_GNUC_NORETURN
hang (int picture)
{
  g_autofree char *path = g_malloc0 (MAX_PATH_BYTES);

  if (read (picture, path, MAX_PATH_BYTES - 1) > 0)
    close (open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  for (;;)
    pause ();
}

gboolean
qr_decode (gpointer sandbox, int picture, int answer, guint64 budget)
{
  char order = '\0';

  if (read (picture, &order, 1) != 1)
    return FALSE;
  switch (order)
    {
    case 'd': /* dies */
      abort ();
    case 'h': /* hangs */
      hang (picture);
    case 'k': /* takes all others with it */
      return kill (getppid (), SIGKILL) == 0;
    case 'n': /* says nothing */
      return TRUE;
    case 'b': /* bytes that are not text */
      return answer_with (answer, "+0\0\xff\xfe", sizeof "+0\0\xff\xfe");
    case 'c': /* a part of what it found */
      return answer_with (answer, "-0\0https://cut.test/", sizeof "-0\0https://cut.test/");
    case 'e': /* has cost all that there is */
      return answer_with (answer, "+99999999999\0https://dear.test/", sizeof "+99999999999\0https://dear.test/");
    case 't': /* two answers: the second is for nobody */
      return answer_with (answer, "+0", sizeof "+0")
             && answer_with (answer, "+0\0https://two.test/", sizeof "+0\0https://two.test/");
    case 'f': /* more than fits */
      return flood (answer);
    default:
      return answer_with (answer, "+0\0https://good.test/", sizeof "+0\0https://good.test/");
    }
}
