/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Extracts the records from a reply. The C library walks them and expands names; only strings are parsed here.
 */
#include "config.h"

#include "net/buoy-dns-answer.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

#define MAX_TEXTS 16         /* per name; keys and policies have one, servers a few addresses */
#define MAX_TEXT_BYTES 8192  /* per record; a key of 8192 bits takes 1500 */
#define SOA_NUMBERS_BYTES 20 /* RFC 1035 §3.3.13: five numbers, the last is the negative TTL */
#define MAX_LIFETIME 86400   /* a day: revoked keys must not be kept longer */

static void
clear (gpointer data)
{
  BuoyDnsAnswer *answer = data;

  g_ptr_array_unref (answer->texts);
}

BuoyDnsAnswer *
buoy_dns_answer_new_unknown (void)
{
  BuoyDnsAnswer *answer = g_atomic_rc_box_new0 (BuoyDnsAnswer);

  answer->state = BUOY_DNS_UNKNOWN;
  answer->texts = g_ptr_array_new_with_free_func (g_free);
  return answer;
}

void
buoy_dns_answer_unref (BuoyDnsAnswer *answer)
{
  g_atomic_rc_box_release_full (answer, clear);
}

/* The concatenated strings of a TXT record, each preceded by its length; NULL if they don't fit or contain NUL. */
static char *
join_strings (const guint8 *data, gsize length)
{
  GString *text = g_string_new (NULL);
  gsize at = 0;

  while (at < length && at + 1 + data[at] <= length && text->len <= MAX_TEXT_BYTES)
    {
      g_string_append_len (text, (const char *) data + at + 1, data[at]);
      at += 1 + data[at];
    }
  if (at != length || text->len > MAX_TEXT_BYTES || strlen (text->str) != text->len)
    return g_string_free (text, TRUE);
  return g_string_free (text, FALSE);
}

/* The name in a PTR record, in lower case. */
static char *
read_name (const ns_msg *reply, const ns_rr *record)
{
  char name[NS_MAXDNAME];

  if (dn_expand (ns_msg_base (*reply), ns_msg_end (*reply), ns_rr_rdata (*record), name, sizeof name) < 0)
    return NULL;
  return g_ascii_strdown (name, -1);
}

static char *
read_address (const ns_rr *record, int family, gsize length)
{
  char address[INET6_ADDRSTRLEN];

  if (ns_rr_rdlen (*record) != length || inet_ntop (family, ns_rr_rdata (*record), address, sizeof address) == NULL)
    return NULL;
  return g_strdup (address);
}

/* (transfer full) (nullable) */
static char *
read_record (BuoyDnsType type, const ns_msg *reply, const ns_rr *record)
{
  switch (type)
    {
    case BUOY_DNS_A:
      return read_address (record, AF_INET, NS_INADDRSZ);
    case BUOY_DNS_AAAA:
      return read_address (record, AF_INET6, NS_IN6ADDRSZ);
    case BUOY_DNS_PTR:
      return read_name (reply, record);
    case BUOY_DNS_TXT:
    default:
      return join_strings (ns_rr_rdata (*record), ns_rr_rdlen (*record));
    }
}

static void
take_record (BuoyDnsAnswer *answer, BuoyDnsType type, const ns_msg *reply, const ns_rr *record)
{
  char *text;

  answer->lifetime = MIN (answer->lifetime, ns_rr_ttl (*record));
  if ((int) ns_rr_type (*record) != (int) type || ns_rr_class (*record) != ns_c_in || answer->texts->len >= MAX_TEXTS)
    return;
  text = read_record (type, reply, record);
  if (text != NULL)
    g_ptr_array_add (answer->texts, text);
}

static gboolean
take_answers (BuoyDnsAnswer *answer, BuoyDnsType type, ns_msg *reply)
{
  const int n_records = ns_msg_count (*reply, ns_s_an);

  answer->lifetime = MAX_LIFETIME;
  for (int i = 0; i < n_records; i++)
    {
      ns_rr record;

      if (ns_parserr (reply, ns_s_an, i, &record) != 0)
        return FALSE;
      take_record (answer, type, reply, &record);
    }
  return TRUE;
}

/* RFC 2308 §5: the zone's SOA limits how long a negative answer may be cached; without one, it is not cached. */
static guint
lifetime_of_nothing (ns_msg *reply)
{
  const int n_records = ns_msg_count (*reply, ns_s_ns);

  for (int i = 0; i < n_records; i++)
    {
      ns_rr record;
      guint32 minimum;

      if (ns_parserr (reply, ns_s_ns, i, &record) != 0)
        return 0;
      if (ns_rr_type (record) != ns_t_soa || ns_rr_rdlen (record) < SOA_NUMBERS_BYTES)
        continue;
      minimum = ns_get32 (ns_rr_rdata (record) + ns_rr_rdlen (record) - NS_INT32SZ);
      return MIN (MIN (minimum, ns_rr_ttl (record)), MAX_LIFETIME);
    }
  return 0;
}

BuoyDnsAnswer *
buoy_dns_answer_parse (BuoyDnsType type, const guint8 *bytes, gsize length)
{
  BuoyDnsAnswer *answer = buoy_dns_answer_new_unknown ();
  ns_msg reply;
  int code;

  if (length > NS_MAXMSG || ns_initparse (bytes, (int) length, &reply) != 0 || ns_msg_getflag (reply, ns_f_qr) == 0
      || ns_msg_getflag (reply, ns_f_tc) != 0)
    return answer;

  code = ns_msg_getflag (reply, ns_f_rcode);
  if ((code != ns_r_noerror && code != ns_r_nxdomain) || !take_answers (answer, type, &reply))
    {
      answer->lifetime = 0;
      return answer;
    }
  answer->state = answer->texts->len > 0 ? BUOY_DNS_FOUND : BUOY_DNS_NOTHING;
  if (answer->texts->len == 0)
    answer->lifetime = lifetime_of_nothing (&reply);
  return answer;
}
