/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asks by the C library's resolver, the one that also works under GResolver: it knows the system's servers, matches
 * replies to questions and takes TCP where a reply is cut. GResolver itself keeps neither a record's lifetime nor lets
 * a server be named.
 */
#include "config.h"

#include "net/buoy-dns-query.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

#define TRIES 2 /* a datagram may be lost */
#define QUESTION_BYTES (NS_HFIXEDSZ + NS_MAXCDNAME + NS_QFIXEDSZ + 1)

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

static BuoyDnsAnswer *
send_question (struct __res_state *state, const char *name)
{
  guint8 question[QUESTION_BYTES];
  g_autofree guint8 *reply = g_malloc (NS_MAXMSG);
  const int asked = res_nmkquery (state, ns_o_query, name, ns_c_in, ns_t_txt, NULL, 0, NULL,
                                  question, sizeof question);
  int length;

  if (asked <= 0)
    return buoy_dns_answer_new_unknown ();
  length = res_nsend (state, question, asked, reply, NS_MAXMSG);
  if (length <= 0)
    return buoy_dns_answer_new_unknown ();
  return buoy_dns_answer_parse (reply, (gsize) length);
}

BuoyDnsAnswer *
buoy_dns_query (const char *name, const char *server, guint patience)
{
  struct __res_state state = { 0 };
  BuoyDnsAnswer *answer = NULL;

  if (res_ninit (&state) != 0)
    return buoy_dns_answer_new_unknown ();

  state.retrans = (int) patience;
  state.retry = TRIES;
  if (server == NULL || set_server (&state, server))
    answer = send_question (&state, name);
  res_nclose (&state);
  return answer != NULL ? answer : buoy_dns_answer_new_unknown ();
}
