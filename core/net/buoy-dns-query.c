/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Uses the C library's resolver, which GResolver is based on: it knows the system's servers and matches replies to
 * queries. GResolver provides neither a record's TTL nor a way to choose the server. Answers that don't fit a datagram
 * are fetched in buoy-dns-stream.c, because the library would wait for TCP without a limit.
 */
#include "config.h"

#include "net/buoy-dns-query.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

#include "net/buoy-dns-stream.h"

#define TRIES 2 /* a datagram may be lost */
#define QUESTION_BYTES (NS_HFIXEDSZ + NS_MAXCDNAME + NS_QFIXEDSZ + 1)
#define ID_BYTES 2 /* a reply starts with the ID of its query (RFC 1035 §4.1.1) */
#define FLAGS_OFFSET 2
#define FLAG_TRUNCATED 0x02

typedef struct
{
  BuoyDnsType type;
  const guint8 *bytes;
  gsize length;
  guint patience;
  gint64 deadline_us;
  GCancellable *cancellable;
} Question;

/* "ADDRESS:PORT" or "ADDRESS", IPv4. */
static gboolean
set_server (struct __res_state *state, const char *server)
{
  g_auto (GStrv) words = g_strsplit (server, ":", 2);
  guint64 port = NS_DEFAULTPORT;
  struct sockaddr_in address = { .sin_family = AF_INET };

  if (words[0] == NULL || inet_pton (AF_INET, words[0], &address.sin_addr) != 1)
    return FALSE;
  if (words[1] != NULL && !g_ascii_string_to_unsigned (words[1], 10, 1, G_MAXUINT16, &port, NULL))
    return FALSE;
  address.sin_port = htons ((guint16) port);
  state->nscount = 1;
  state->nsaddr_list[0] = address;
  return TRUE;
}

/* glibc keeps IPv6 servers in another list, with an empty slot in the first one. */
static GSocketAddress *
get_server (struct __res_state *state, int index)
{
  struct sockaddr_in6 *six = state->_u._ext.nsaddrs[index];

  if (state->nsaddr_list[index].sin_family == 0 && six != NULL)
    return g_socket_address_new_from_native (six, sizeof *six);
  return g_socket_address_new_from_native (&state->nsaddr_list[index], sizeof state->nsaddr_list[index]);
}

/* The whole seconds of @patience left for each server, at least one. */
static int
seconds_left (const struct __res_state *state, guint patience, gint64 deadline_us)
{
  const gint64 left = (deadline_us - g_get_monotonic_time ()) / G_USEC_PER_SEC / MAX (state->nscount, 1);

  return (int) CLAMP (left, 1, (gint64) patience);
}

/* Parsed by hand: the library rejects messages whose last record is cut off. */
static gboolean
is_truncated (const guint8 *reply, int length)
{
  return length >= NS_HFIXEDSZ && (reply[FLAGS_OFFSET] & FLAG_TRUNCATED) != 0;
}

static BuoyDnsAnswer *
ask_by_stream (struct __res_state *state, const Question *question)
{
  for (int i = 0; i < state->nscount; i++)
    {
      g_autoptr (GSocketAddress) server = get_server (state, i);
      const gint64 deadline_us
          = MIN (question->deadline_us, g_get_monotonic_time () + question->patience * G_USEC_PER_SEC);
      g_autoptr (GBytes) reply = server != NULL ? buoy_dns_stream_ask (server, question->bytes, question->length,
                                                                       deadline_us, question->cancellable)
                                                : NULL;
      gsize length = 0;
      const guint8 *bytes = reply != NULL ? g_bytes_get_data (reply, &length) : NULL;

      if (length >= NS_HFIXEDSZ && memcmp (bytes, question->bytes, ID_BYTES) == 0)
        return buoy_dns_answer_parse (question->type, bytes, length);
    }
  return buoy_dns_answer_new_unknown ();
}

static BuoyDnsAnswer *
send_question (struct __res_state *state, const Question *question)
{
  g_autofree guint8 *reply = g_malloc (NS_MAXMSG);
  int length;

  if ((state->options & RES_USEVC) != 0)
    return ask_by_stream (state, question);
  length = res_nsend (state, question->bytes, (int) question->length, reply, NS_MAXMSG);
  if (is_truncated (reply, length))
    return ask_by_stream (state, question);
  if (length <= 0)
    return buoy_dns_answer_new_unknown ();
  return buoy_dns_answer_parse (question->type, reply, (gsize) length);
}

BuoyDnsAnswer *
buoy_dns_query (BuoyDnsType type, const char *name, const char *server, guint patience, gint64 deadline_us,
                GCancellable *cancellable)
{
  struct __res_state state = { 0 };
  guint8 bytes[QUESTION_BYTES];
  Question question = { type, bytes, 0, patience, deadline_us, cancellable };
  BuoyDnsAnswer *answer = NULL;
  int length;

  if (res_ninit (&state) != 0)
    return buoy_dns_answer_new_unknown ();

  if (server == NULL || set_server (&state, server))
    {
      state.options |= RES_IGNTC;
      state.retrans = seconds_left (&state, patience, deadline_us);
      state.retry = state.retrans == (int) patience ? TRIES : 1;
      length = res_nmkquery (&state, ns_o_query, name, ns_c_in, (int) type, NULL, 0, NULL, bytes, sizeof bytes);
      question.length = (gsize) MAX (length, 0);
      answer = length > 0 ? send_question (&state, &question) : NULL;
    }
  res_nclose (&state);
  return answer != NULL ? answer : buoy_dns_answer_new_unknown ();
}
