/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Many readers who ask a cache at once: herd PORT CLIENTS QUESTIONS NAMES AT_ONCE PREFIX. Each has a connection of its
 * own and asks one question after another. Prints how many answers had which status, the seconds, and the slowest of a
 * hundred.
 */
#include "config.h"

#include <arpa/inet.h>
#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX_ANSWER 8192
#define MAX_EVENTS 256
#define ONE_IN_A_HUNDRED 0.99

typedef struct
{
  int fd;
  guint number;
  guint n_asked;
  gint64 since_us;
  gsize length;
  char answer[MAX_ANSWER + 1];
} Client;

typedef struct
{
  struct sockaddr_in address;
  guint n_clients, n_questions, n_names;
  const char *prefix;
  int epoll;
  guint n_started, n_running;
  guint n_status[600];
  GArray *times_us; /* of gint64 */
} Herd;

static void
ask (const Herd *herd, Client *client)
{
  const guint name = (client->number * 7 + client->n_asked * 131) % herd->n_names;
  g_autofree char *request = g_strdup_printf ("GET /v1/domain/%s-%u.shop HTTP/1.1\r\nHost: cache\r\n"
                                              "Cookie: reader=%u\r\nUser-Agent: reader %u\r\n\r\n",
                                              herd->prefix, name, client->number, client->number);
  const gsize length = strlen (request);

  client->since_us = g_get_monotonic_time ();
  client->length = 0;
  if (write (client->fd, request, length) != (gssize) length)
    g_error ("A question could not be sent: %s", g_strerror (errno));
}

static void
start (Herd *herd)
{
  Client *client = g_new0 (Client, 1);
  struct epoll_event event = { .events = EPOLLIN, .data.ptr = client };

  client->number = herd->n_started++;
  client->fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (client->fd < 0 || connect (client->fd, (struct sockaddr *) &herd->address, sizeof herd->address) != 0
      || epoll_ctl (herd->epoll, EPOLL_CTL_ADD, client->fd, &event) != 0)
    g_error ("No connection: %s", g_strerror (errno));
  herd->n_running++;
  ask (herd, client);
}

/* Whether the answer is whole: its head tells the length of its body. */
static gboolean
is_whole (const Client *client)
{
  const char *end = strstr (client->answer, "\r\n\r\n");
  const char *length = strstr (client->answer, "Content-Length: ");

  return end != NULL && length != NULL && length < end
         && client->length >= (gsize) (end + 4 - client->answer) + strtoul (length + 16, NULL, 10);
}

static void
end (Herd *herd, Client *client)
{
  close (client->fd);
  g_free (client);
  herd->n_running--;
  if (herd->n_started < herd->n_clients)
    start (herd);
}

static void
take_answer (Herd *herd, Client *client)
{
  const gint64 time_us = g_get_monotonic_time () - client->since_us;
  const gulong status = strtoul (client->answer + strlen ("HTTP/1.1 "), NULL, 10);

  if (status >= G_N_ELEMENTS (herd->n_status) || strstr (client->answer, "Set-Cookie") != NULL)
    g_error ("No good answer: %s", client->answer);
  herd->n_status[status]++;
  g_array_append_val (herd->times_us, time_us);
  if (++client->n_asked < herd->n_questions)
    ask (herd, client);
  else
    end (herd, client);
}

static void
read_more (Herd *herd, Client *client)
{
  const gssize n = read (client->fd, client->answer + client->length, MAX_ANSWER - client->length);

  if (n <= 0)
    g_error ("A connection ended early");
  client->length += (gsize) n;
  client->answer[client->length] = '\0';
  if (is_whole (client))
    take_answer (herd, client);
}

static void
run (Herd *herd, guint n_at_once)
{
  while (herd->n_started < MIN (n_at_once, herd->n_clients))
    start (herd);
  while (herd->n_running > 0)
    {
      struct epoll_event events[MAX_EVENTS];
      const int n = epoll_wait (herd->epoll, events, MAX_EVENTS, -1);

      for (int i = 0; i < n; i++)
        read_more (herd, events[i].data.ptr);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
report (const Herd *herd, gint64 elapsed_us)
{
  g_array_sort (herd->times_us, compare_times);
  printf ("{\"seconds\": %.3f, \"p99_ms\": %.1f, \"statuses\": {", (double) elapsed_us / G_USEC_PER_SEC,
          (double) g_array_index (herd->times_us, gint64, (guint) (herd->times_us->len * ONE_IN_A_HUNDRED)) / 1000);
  for (guint i = 0, n = 0; i < G_N_ELEMENTS (herd->n_status); i++)
    if (herd->n_status[i] > 0)
      printf ("%s\"%u\": %u", n++ > 0 ? ", " : "", i, herd->n_status[i]);
  printf ("}}\n");
}

int
main (int argc, char **argv)
{
  Herd herd = { .address = { .sin_family = AF_INET } };
  const gint64 before_us = g_get_monotonic_time ();

  if (argc != 7)
    g_error ("herd PORT CLIENTS QUESTIONS NAMES AT_ONCE PREFIX");
  herd.address.sin_port = htons ((guint16) atoi (argv[1]));
  herd.address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  herd.n_clients = (guint) atoi (argv[2]);
  herd.n_questions = (guint) atoi (argv[3]);
  herd.n_names = (guint) atoi (argv[4]);
  herd.prefix = argv[6];
  herd.epoll = epoll_create1 (EPOLL_CLOEXEC);
  herd.times_us = g_array_new (FALSE, FALSE, sizeof (gint64));
  run (&herd, (guint) atoi (argv[5]));
  report (&herd, g_get_monotonic_time () - before_us);
  g_array_unref (herd.times_us);
  close (herd.epoll);
  return 0;
}
