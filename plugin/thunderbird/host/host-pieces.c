/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pieces of several messages may alternate. A message that fails is reported once; its remaining pieces are ignored.
 */
#include "config.h"

#include "host-pieces.h"

#include <string.h>

#include "host-fields.h"

#define MAX_MESSAGE (256 * 1024 * 1024) /* no server accepts as much */
#define MAX_ALL (512 * 1024 * 1024)     /* of all incomplete messages */
#define MAX_PIECE (384 * 1024)          /* of base64 */

typedef struct
{
  GByteArray *bytes;
  gint64 context;
  gint64 next_part;
  gboolean was_opened;
  char *account; /* NULL */
  char *lesson;  /* NULL */
} Coming;

struct _HostPieces
{
  GHashTable *coming; /* id to Coming */
  gsize n_bytes;      /* of all */
};

static void
coming_free (gpointer data)
{
  Coming *coming = data;

  g_byte_array_unref (coming->bytes);
  g_free (coming->account);
  g_free (coming->lesson);
  g_free (coming);
}

HostPieces *
host_pieces_new (void)
{
  HostPieces *self = g_new0 (HostPieces, 1);

  self->coming = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, coming_free);
  return self;
}

void
host_pieces_free (HostPieces *self)
{
  g_hash_table_unref (self->coming);
  g_free (self);
}

guint
host_pieces_get_n_messages (HostPieces *self)
{
  return g_hash_table_size (self->coming);
}

void
host_pieces_drop (HostPieces *self, gint64 id)
{
  const Coming *coming = g_hash_table_lookup (self->coming, &id);

  if (coming == NULL)
    return;
  self->n_bytes -= coming->bytes->len;
  g_hash_table_remove (self->coming, &id);
}

/* Whole groups of four letters; "=" only at the end. */
static gboolean
is_base64 (const char *text, gsize length)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const gsize n_letters = strspn (text, letters);
  const gsize n_padding = length - n_letters;

  return length % 4 == 0 && n_padding <= 2 && strspn (text + n_letters, "=") == n_padding;
}

/* Returns an error code. (nullable) */
static const char *
append (HostPieces *self, Coming *coming, JsonObject *frame)
{
  g_autofree char *text = host_get_text (frame, "data");
  const gsize length = strlen (text);
  g_autofree guchar *bytes = NULL;
  gsize n_bytes = 0;

  if (host_get_number (frame, "part") != coming->next_part++ || length > MAX_PIECE || !is_base64 (text, length))
    return "value";
  bytes = g_base64_decode (text, &n_bytes);
  if (coming->bytes->len + n_bytes > MAX_MESSAGE)
    return "too-large";
  if (self->n_bytes + n_bytes > MAX_ALL)
    return "busy";
  g_byte_array_append (coming->bytes, bytes, (guint) n_bytes);
  self->n_bytes += n_bytes;
  return NULL;
}

/* NULL for a later piece of a message that failed or was cancelled. */
static Coming *
find_or_add (HostPieces *self, gint64 id, JsonObject *frame)
{
  Coming *coming = g_hash_table_lookup (self->coming, &id);

  if (coming != NULL || host_get_number (frame, "part") > 0)
    return coming;
  coming = g_new0 (Coming, 1);
  coming->bytes = g_byte_array_new ();
  coming->context = host_get_number (frame, "context");
  coming->was_opened = host_get_bool (frame, "opened");
  coming->account = host_get_text (frame, "account");
  coming->lesson = coming->account != NULL ? host_get_text (frame, "lesson") : NULL;
  g_hash_table_insert (self->coming, g_memdup2 (&id, sizeof id), coming);
  return coming;
}

static GBytes *
share (GByteArray *bytes)
{
  return g_bytes_new_with_free_func (bytes->data, bytes->len, (GDestroyNotify) g_byte_array_unref,
                                     g_byte_array_ref (bytes));
}

/* Does not copy the bytes, since there may be many. */
static HostMessage *
finish (HostPieces *self, gint64 id, Coming *coming)
{
  HostMessage *message = host_message_new (id, share (coming->bytes), coming->context);

  message->was_opened = coming->was_opened;
  message->account = g_steal_pointer (&coming->account);
  message->lesson = g_steal_pointer (&coming->lesson);
  host_pieces_drop (self, id);
  return message;
}

HostMessage *
host_pieces_take (HostPieces *self, JsonObject *frame, const char **out_code)
{
  const gint64 id = host_get_number (frame, "id");
  Coming *coming = find_or_add (self, id, frame);

  if (coming == NULL)
    return NULL;
  *out_code = append (self, coming, frame);
  if (*out_code != NULL)
    host_pieces_drop (self, id);
  return *out_code == NULL && host_get_bool (frame, "last") ? finish (self, id, coming) : NULL;
}
