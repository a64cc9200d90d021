/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The question that a message's process may ask before it answers; stub-judge.c asks.
 */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "buoy-types.h"
#include "worker/buoy-worker.h"
#include "worker/worker-refused.h"

static guint n_questions;
static int shortage; /* why no reply can be sent; 0: it can */

/* Instead of the C library's, which the replies are sent with. */
ssize_t
send (int socket, const void *data, size_t size, int flags)
{
  if (shortage == 0)
    return syscall (SYS_sendto, socket, data, size, flags, NULL, 0);
  errno = shortage;
  return -1;
}

/* A question with "nonsense" in it makes none. (transfer full) (nullable) */
static GBytes *
reply (gpointer data, GBytes *question)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (question, NULL), g_bytes_get_size (question));
  char *words;

  n_questions++;
  if (strstr (text, "nonsense") != NULL)
    return NULL;
  words = g_strconcat (data, text, NULL);
  return g_bytes_new_take (words, strlen (words));
}

/* A message's process may ask once, if it is to; one that dies afterwards costs its answer. */
static void
test_question (void)
{
  static const struct
  {
    const char *words;
    guint n_questions;
    int code; /* 0: it gets an answer */
  } cases[] = {
    { "ask", 1, 0 },
    { "ask twice", 1, BUOY_ERROR_CRASHED },
    { "ask nonsense", 1, BUOY_ERROR_CRASHED },
    { "ask and crash", 1, BUOY_ERROR_CRASHED },
    { "ask and loop", 1, BUOY_ERROR_TIMED_OUT },
    { "good", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].words, strlen (cases[i].words));
      g_autoptr (GBytes) known = g_bytes_new_static ("", 1);
      const BuoyWorkerContext context = { known, NULL, reply, (gpointer) "reply to " };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) answer = NULL;

      g_test_message ("%s", cases[i].words);
      n_questions = 0;
      answer = buoy_worker_ask (0, bytes, NULL, &context, NULL, &error);
      g_assert_cmpuint (n_questions, ==, cases[i].n_questions);
      if (cases[i].code != 0)
        g_assert_error (error, BUOY_ERROR, cases[i].code);
      else
        g_assert_no_error (error);
      if (i == 0)
        g_assert_cmpmem ("reply to ask", 12, g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
    }
}

static void
test_unasked (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("ask", 3);
  g_autoptr (GError) error = NULL;

  buoy_worker_refuse_none ();
  g_assert_null (buoy_worker_ask (0, bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_CRASHED);
}

/* A reply that this process has no memory for is nothing that the message did; the next one is read. */
static void
test_shortage (void)
{
  static const int shortages[] = { ENOBUFS, ENOMEM, EAGAIN, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (shortages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("ask shortly", 11);
      g_autoptr (GBytes) known = g_bytes_new_static ("", 1);
      const BuoyWorkerContext context = { known, NULL, reply, (gpointer) "reply to " };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) answer = NULL;

      shortage = shortages[i];
      answer = buoy_worker_ask (0, bytes, NULL, &context, NULL, &error);
      if (shortage != 0)
        g_assert_error (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES);
      else
        g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question/asked", test_question);
  g_test_add_func ("/question/unasked", test_unasked);
  g_test_add_func ("/question/shortage", test_shortage);
  return g_test_run ();
}
