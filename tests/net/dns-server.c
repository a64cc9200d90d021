/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "dns-reply.h"
#include "dns-server.h"

#include <string.h>

#define DATAGRAM_BYTES 512
#define DRIP_US (20 * 1000)

struct _DnsServer
{
  GMutex mutex;
  GHashTable *names; /* of char * to Name */
  guint n_asked;
  GPtrArray *asked; /* of char * */
  GSocket *socket, *listener;
  GThread *thread, *stream_thread;
  GCancellable *stop;
  char *address;
};

static void
name_free (gpointer data)
{
  Name *name = data;

  for (guint i = 0; i < MAX_TEXTS; i++)
    g_free (name->texts[i]);
  g_free (name);
}

/* The name that is asked for, which stands first in the question. */
static char *
read_name (const guint8 *question, gsize length, gsize *out_end)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize at = HEADER_BYTES;

  while (at < length && question[at] != 0 && at + 1 + question[at] < length)
    {
      if (name->len > 0)
        g_string_append_c (name, '.');
      g_string_append_len (name, (const char *) question + at + 1, question[at]);
      at += 1 + question[at];
    }
  *out_end = at + 1 + 4;
  return g_ascii_strdown (name->str, -1);
}

/* NULL: it says nothing. */
static GByteArray *
answer (DnsServer *server, const guint8 *question, gsize length)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&server->mutex);
  gsize end;
  g_autofree char *text = read_name (question, length, &end);
  Name *name = g_hash_table_lookup (server->names, text);

  g_assert_cmpuint (end, <=, length);
  server->n_asked++;
  g_ptr_array_add (server->asked, g_strdup (text));
  if (name != NULL)
    name->n_asked++;
  if (name != NULL && name->behaviour == DNS_SILENCE)
    return NULL;
  return make_reply (question, end, name);
}

/* Keeps the peer waiting for as long as it does. */
static void
hold (DnsServer *server, GSocket *peer, gboolean drips)
{
  char byte = 'x';

  if (!drips)
    g_socket_receive (peer, &byte, 1, server->stop, NULL);
  while (drips && g_socket_send (peer, &byte, 1, server->stop, NULL) > 0)
    g_usleep (DRIP_US);
}

static DnsBehaviour
behaviour_for (DnsServer *server, const guint8 *question, gsize length)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&server->mutex);
  gsize end;
  g_autofree char *text = read_name (question, length, &end);
  const Name *name = g_hash_table_lookup (server->names, text);

  return name != NULL ? name->behaviour : DNS_NO_NAME;
}

/* Whether the question on a stream is one that is not answered properly. */
static gboolean
hold_if_stuck (DnsServer *server, GSocket *peer, const guint8 *question, gsize length)
{
  const DnsBehaviour behaviour = behaviour_for (server, question, length);
  const gboolean stuck = behaviour == DNS_STREAM_SILENCE || behaviour == DNS_STREAM_DRIP;

  if (stuck)
    hold (server, peer, behaviour == DNS_STREAM_DRIP);
  return stuck;
}

/* RFC 1035 §4.2.1: what is longer than a datagram may be is cut, and says so, unless it is sent whole all the same. */
static void
send_datagram (DnsServer *server, GSocketAddress *peer, GByteArray *reply, gboolean is_whole)
{
  if (reply->len > DATAGRAM_BYTES && !is_whole)
    {
      reply->data[2] |= FLAG_TRUNCATED;
      g_byte_array_set_size (reply, DATAGRAM_BYTES);
    }
  g_socket_send_to (server->socket, peer, (const char *) reply->data, reply->len, NULL, NULL);
}

static gpointer
serve (gpointer data)
{
  DnsServer *server = data;
  guint8 question[DATAGRAM_BYTES];

  while (!g_cancellable_is_cancelled (server->stop))
    {
      g_autoptr (GSocketAddress) peer = NULL;
      const gssize length
          = g_socket_receive_from (server->socket, &peer, (char *) question, sizeof question, server->stop, NULL);

      g_autoptr (GByteArray) reply = length > HEADER_BYTES ? answer (server, question, (gsize) length) : NULL;

      if (reply != NULL)
        send_datagram (server, peer, reply, behaviour_for (server, question, (gsize) length) == DNS_FLOOD);
    }
  return NULL;
}

static void
send_all (GSocket *peer, const GByteArray *out, GCancellable *stop)
{
  gssize sent = 1;

  for (gsize done = 0; done < out->len && sent > 0; done += (gsize) MAX (sent, 0))
    sent = g_socket_send (peer, (const char *) out->data + done, out->len - done, stop, NULL);
}

/* RFC 1035 §4.2.2: over TCP two bytes of length stand before each message. */
static gpointer
serve_streams (gpointer data)
{
  DnsServer *server = data;
  guint8 question[DATAGRAM_BYTES];

  while (!g_cancellable_is_cancelled (server->stop))
    {
      g_autoptr (GSocket) peer = g_socket_accept (server->listener, server->stop, NULL);
      const gssize length
          = peer != NULL ? g_socket_receive (peer, (char *) question, sizeof question, server->stop, NULL) : 0;
      g_autoptr (GByteArray) reply = NULL;
      g_autoptr (GByteArray) out = g_byte_array_new ();

      if (length <= HEADER_BYTES + 2 || hold_if_stuck (server, peer, question + 2, (gsize) length - 2))
        continue;
      reply = answer (server, question + 2, (gsize) length - 2);
      if (reply == NULL)
        continue;
      put16 (out, reply->len);
      g_byte_array_append (out, reply->data, reply->len);
      send_all (peer, out, server->stop);
    }
  return NULL;
}

/* NULL where somebody else has @port. */
static GSocket *
open_socket (GSocketType type, guint16 port)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  g_autoptr (GError) error = NULL;
  GSocket *opened = g_socket_new (G_SOCKET_FAMILY_IPV4, type, G_SOCKET_PROTOCOL_DEFAULT, &error);

  g_assert_no_error (error);
  if (!g_socket_bind (opened, address, type == G_SOCKET_TYPE_STREAM, &error))
    g_clear_object (&opened);
  return opened;
}

/* The same port for datagrams and for streams: another one where a program has it for streams already. */
static void
open_both (DnsServer *server)
{
  while (server->listener == NULL)
    {
      g_autoptr (GSocketAddress) bound = NULL;

      g_clear_object (&server->socket);
      server->socket = open_socket (G_SOCKET_TYPE_DATAGRAM, 0);
      bound = g_socket_get_local_address (server->socket, NULL);
      server->listener
          = open_socket (G_SOCKET_TYPE_STREAM, g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
    }
}

DnsServer *
dns_server_new (void)
{
  DnsServer *server = g_new0 (DnsServer, 1);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&server->mutex);
  server->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, name_free);
  server->asked = g_ptr_array_new_with_free_func (g_free);
  server->stop = g_cancellable_new ();
  open_both (server);
  bound = g_socket_get_local_address (server->socket, &error);
  g_assert_no_error (error);
  g_socket_listen (server->listener, &error);
  g_assert_no_error (error);
  server->address = g_strdup_printf ("127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  server->thread = g_thread_new ("datagrams", serve, server);
  server->stream_thread = g_thread_new ("streams", serve_streams, server);
  return server;
}

void
dns_server_free (DnsServer *server)
{
  g_cancellable_cancel (server->stop);
  g_thread_join (server->thread);
  g_thread_join (server->stream_thread);
  g_object_unref (server->socket);
  g_object_unref (server->listener);
  g_object_unref (server->stop);
  g_hash_table_unref (server->names);
  g_ptr_array_unref (server->asked);
  g_mutex_clear (&server->mutex);
  g_free (server->address);
  g_free (server);
}

const char *
dns_server_get_address (DnsServer *server)
{
  return server->address;
}

void
dns_server_set (DnsServer *server, const char *name, DnsBehaviour behaviour, guint ttl, const char *text,
                const char *second_text)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&server->mutex);
  Name *record = g_new0 (Name, 1);

  record->behaviour = behaviour;
  record->type = TYPE_TXT;
  record->ttl = ttl;
  record->texts[0] = g_strdup (text);
  record->texts[1] = g_strdup (second_text);
  g_hash_table_replace (server->names, g_strdup (name), record);
}

void
dns_server_set_records (DnsServer *server, const char *name, guint type, guint ttl, const char *const *texts)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&server->mutex);
  Name *record = g_new0 (Name, 1);

  record->behaviour = DNS_TEXTS;
  record->type = type;
  record->ttl = ttl;
  for (guint i = 0; texts[i] != NULL && i < MAX_TEXTS; i++)
    record->texts[i] = g_strdup (texts[i]);
  g_hash_table_replace (server->names, g_strdup (name), record);
}

guint
dns_server_count (DnsServer *server, const char *name)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&server->mutex);
  const Name *record = g_hash_table_lookup (server->names, name);

  return record != NULL ? record->n_asked : 0;
}

guint
dns_server_count_all (DnsServer *server)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&server->mutex);

  return server->n_asked;
}

char *
dns_server_dup_asked (DnsServer *server)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&server->mutex);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < server->asked->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (server->asked, i));
  return g_string_free (names, FALSE);
}
