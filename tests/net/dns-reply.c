/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "dns-reply.h"

#include <string.h>

#define CODE_SERVFAIL 2
#define CODE_NXDOMAIN 3
#define TYPE_SOA 6
#define TYPE_PTR 12
#define NOTHING_TTL 60
#define COUNT_OFFSET 6 /* of the number of answers */
#define MAX_RECORD_BYTES 32
#define MAX_DATAGRAM_BYTES (65535 - 20 - 8) /* without the headers of IPv4 and UDP */

void
put16 (GByteArray *out, guint value)
{
  const guint8 bytes[] = { (guint8) (value >> 8), (guint8) value };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
put32 (GByteArray *out, guint value)
{
  put16 (out, value >> 16);
  put16 (out, value & 0xffff);
}

static void
put_text (GByteArray *out, const char *text, guint ttl)
{
  const gsize length = strlen (text);

  put16 (out, 0xc000 | HEADER_BYTES);
  put16 (out, TYPE_TXT);
  put16 (out, 1);
  put32 (out, ttl);
  put16 (out, (guint) (length + (length + 254) / 255));
  for (gsize at = 0; at < length; at += 255)
    {
      const guint8 piece = (guint8) MIN (length - at, 255);

      g_byte_array_append (out, &piece, 1);
      g_byte_array_append (out, (const guint8 *) text + at, piece);
    }
}

/* A name as in a PTR record: its labels, each with its length. */
static void
append_name (GByteArray *out, const char *name)
{
  g_auto (GStrv) labels = g_strsplit (name, ".", -1);
  const guint8 end = 0;

  for (guint i = 0; labels[i] != NULL; i++)
    {
      const guint8 length = (guint8) strlen (labels[i]);

      g_byte_array_append (out, &length, 1);
      g_byte_array_append (out, (const guint8 *) labels[i], length);
    }
  g_byte_array_append (out, &end, 1);
}

static void
append_address (GByteArray *out, const char *text)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (text);

  g_byte_array_append (out, g_inet_address_to_bytes (address), (guint) g_inet_address_get_native_size (address));
}

static void
put_record (GByteArray *out, guint type, const char *text, guint ttl)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  if (type == TYPE_TXT)
    {
      put_text (out, text, ttl);
      return;
    }
  if (type == TYPE_PTR)
    append_name (data, text);
  else
    append_address (data, text);
  put16 (out, 0xc000 | HEADER_BYTES);
  put16 (out, type);
  put16 (out, 1);
  put32 (out, ttl);
  put16 (out, data->len);
  g_byte_array_append (out, data->data, data->len);
}

/* How long it is that there is nothing (RFC 2308 §5). */
static void
put_soa (GByteArray *out)
{
  const guint8 root = 0;

  put16 (out, 0xc000 | HEADER_BYTES);
  put16 (out, TYPE_SOA);
  put16 (out, 1);
  put32 (out, NOTHING_TTL);
  put16 (out, 22);
  g_byte_array_append (out, &root, 1);
  g_byte_array_append (out, &root, 1);
  for (guint i = 0; i < 5; i++)
    put32 (out, NOTHING_TTL);
}

gboolean
is_stuck_stream (const Name *name)
{
  return name != NULL && (name->behaviour == DNS_STREAM_SILENCE || name->behaviour == DNS_STREAM_DRIP);
}

static gboolean
is_flood (const Name *name)
{
  return name != NULL && (name->behaviour == DNS_FLOOD || name->behaviour == DNS_STREAM_FLOOD);
}

/* PTR records up to the longest datagram that there is; how many they are, is in the header. */
static GByteArray *
fill_up (GByteArray *reply, guint ttl)
{
  guint n = 0;

  while (reply->len + MAX_RECORD_BYTES <= MAX_DATAGRAM_BYTES)
    {
      g_autofree char *name = g_strdup_printf ("n%u.example", n++);

      put_record (reply, TYPE_PTR, name, ttl);
    }
  reply->data[COUNT_OFFSET] = (guint8) (n >> 8);
  reply->data[COUNT_OFFSET + 1] = (guint8) n;
  return reply;
}

GByteArray *
make_reply (const guint8 *question, gsize end, const Name *name)
{
  GByteArray *reply = g_byte_array_new ();
  const DnsBehaviour behaviour = name != NULL ? name->behaviour : DNS_NO_NAME;
  const guint code = behaviour == DNS_NO_NAME ? CODE_NXDOMAIN : behaviour == DNS_FAILURE ? CODE_SERVFAIL : 0;
  const guint type = (guint) question[end - 4] << 8 | question[end - 3];
  guint n_texts = 0;

  for (guint i = 0; behaviour == DNS_TEXTS && type == name->type && i < MAX_TEXTS && name->texts[i] != NULL; i++)
    n_texts++;
  g_byte_array_append (reply, question, 2);
  put16 (reply, 0x8180 | (is_stuck_stream (name) ? FLAG_TRUNCATED << 8 : 0) | code);
  put16 (reply, 1);
  put16 (reply, behaviour == DNS_NONSENSE ? 3 : n_texts);
  put16 (reply, n_texts == 0 && code != CODE_SERVFAIL && !is_flood (name) ? 1 : 0);
  put16 (reply, 0);
  g_byte_array_append (reply, question + HEADER_BYTES, (guint) (end - HEADER_BYTES));
  if (is_flood (name))
    return fill_up (reply, name->ttl);
  for (guint i = 0; i < n_texts; i++)
    put_record (reply, name->type, name->texts[i], name->ttl);
  if (n_texts == 0 && code != CODE_SERVFAIL && behaviour != DNS_NONSENSE)
    put_soa (reply);
  return reply;
}
