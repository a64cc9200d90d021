/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An mbox is split at its "From " lines (RFC 4155) while it is read, since it may be larger than the memory.
 */
#include "config.h"

#include "cli-mbox.h"

#include <string.h>

#include "cli-file.h"
#include "cli-length.h"

#define BLOCK_BYTES (1024 * 1024)
#define UTF8_BOM "\xef\xbb\xbf"

typedef struct
{
  const char *path;
  CliFile file;
  GByteArray *buffer;
  gsize start;    /* of the message in the buffer */
  gsize searched; /* no other message starts before this */
  gboolean is_mbox;
  CliMboxKind kind;
  gboolean at_end;
  guint index;
} Reader;

/* @at: the offset of a line's feed */
static gboolean
ends_empty_line (const Reader *reader, gsize at)
{
  const char *data = (const char *) reader->buffer->data;
  const char feed = reader->kind.feed;

  return (at >= 1 && data[at - 1] == feed) || (at >= 2 && data[at - 1] == '\r' && data[at - 2] == feed);
}

/* The offset of the next feed followed by "From ", or the end of the buffer. */
static gsize
find_from (const Reader *reader)
{
  const char needle[] = { reader->kind.feed, 'F', 'r', 'o', 'm', ' ' };
  const char *data = (const char *) reader->buffer->data;
  const gsize length = reader->buffer->len;
  const char *found = reader->searched < length
                          ? memmem (data + reader->searched, length - reader->searched, needle, sizeof needle)
                          : NULL;

  return found != NULL ? (gsize) (found - data) : length;
}

/* Finds the start of the next message by its separator, unless it is incomplete at the end of the buffer. */
static gboolean
find_separator (Reader *reader, gsize *out_next)
{
  const gsize length = reader->buffer->len;

  for (;;)
    {
      const gsize at = find_from (reader);

      if (!reader->at_end && length - at < CLI_LOOKAHEAD_BYTES)
        {
          reader->searched = MAX (reader->searched, MIN (at, length - MIN (length, strlen (CLI_MBOX_FROM))));
          return FALSE;
        }
      if (at == length)
        return FALSE;
      reader->searched = at + 1;
      if (at > reader->start
          && cli_separator_matches (&reader->kind, (const char *) reader->buffer->data + at + 1, length - at - 1,
                                    ends_empty_line (reader, at)))
        {
          *out_next = at + 1;
          return TRUE;
        }
    }
}

typedef enum
{
  NEXT_WAITS, /* more of the file is needed */
  NEXT_FOUND,
  NEXT_NONE
} Next;

/* Finds the start of the next message by the Content-Length of this one. */
static Next
find_by_length (const Reader *reader, gsize *out_next)
{
  const char *text = (const char *) reader->buffer->data + reader->start;
  const gsize length = reader->buffer->len - reader->start;
  gsize end, next;

  if (!reader->at_end && length < CLI_LENGTH_BYTES)
    return NEXT_WAITS;
  if (!cli_length_find (&reader->kind, text, length, &end))
    return NEXT_NONE;
  if (!reader->at_end && length < end + CLI_LENGTH_BYTES)
    return NEXT_WAITS;
  next = cli_length_find_next (&reader->kind, text, length, end);
  *out_next = reader->start + next;
  return next > 0 ? NEXT_FOUND : NEXT_NONE;
}

static gboolean
find_next (Reader *reader, gsize *out_next)
{
  if (reader->kind.by_length)
    {
      const Next next = find_by_length (reader, out_next);

      if (next != NEXT_NONE)
        return next == NEXT_FOUND && *out_next < reader->buffer->len;
      reader->kind.by_length = FALSE;
    }
  return find_separator (reader, out_next);
}

static void
emit_message (Reader *reader, gsize end, CliMessageFunc func, gpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  CliMessage message = { .path = reader->path, .index = reader->index };

  message.is_only = reader->index == 0 && reader->at_end && end == reader->buffer->len;
  if (reader->start == 0 && message.is_only)
    bytes = g_byte_array_free_to_bytes (g_steal_pointer (&reader->buffer));
  else
    bytes = g_bytes_new (reader->buffer->data + reader->start, end - reader->start);
  message.bytes = bytes;
  func (&message, data);
  reader->index++;
  reader->start = reader->searched = end;
}

/* Determines the kind of file. An mbox may begin with empty lines, or a byte order mark if an editor has saved it. */
static void
find_kind (Reader *reader)
{
  const char *data = (const char *) reader->buffer->data;
  gsize start = reader->buffer->len > strlen (UTF8_BOM) && memcmp (data, UTF8_BOM, strlen (UTF8_BOM)) == 0
                    ? strlen (UTF8_BOM)
                    : 0;

  while (start < reader->buffer->len && g_ascii_isspace (data[start]))
    start++;
  reader->is_mbox = cli_separator_find_kind (data + start, reader->buffer->len - start, &reader->kind);
  if (reader->is_mbox)
    reader->start = start;
}

/* Drops the emitted messages and reads more. */
static gboolean
fill (Reader *reader, GError **error)
{
  GByteArray *buffer = reader->buffer;
  gsize kept;
  gssize n;

  if (reader->start > 0)
    g_byte_array_remove_range (buffer, 0, (guint) reader->start);
  reader->searched -= MIN (reader->searched, reader->start);
  reader->start = 0;
  kept = buffer->len;
  if (kept > CLI_MAX_MESSAGE_BYTES)
    {
      cli_file_set_too_long (error);
      return FALSE;
    }
  g_byte_array_set_size (buffer, (guint) (kept + BLOCK_BYTES));
  n = cli_file_read (&reader->file, buffer->data + kept, BLOCK_BYTES, error);
  g_byte_array_set_size (buffer, (guint) (kept + (gsize) MAX (n, 0)));
  reader->at_end = n < BLOCK_BYTES;
  if (reader->at_end)
    cli_file_close (&reader->file); /* analysing a message may need a file descriptor */
  if (kept == 0 && reader->index == 0)
    find_kind (reader);
  return n >= 0;
}

static gboolean
read_messages (Reader *reader, CliMessageFunc func, gpointer data, GError **error)
{
  do
    {
      gsize next;

      if (!fill (reader, error))
        return FALSE;
      while (reader->is_mbox && find_next (reader, &next))
        emit_message (reader, next, func, data);
    }
  while (!reader->at_end);
  if (reader->index == 0 || reader->start < reader->buffer->len)
    emit_message (reader, reader->buffer->len, func, data);
  return TRUE;
}

void
cli_mbox_read (const char *path, CliMessageFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Reader reader = { .path = path };

  reader.buffer = g_byte_array_new ();
  if (!cli_file_open (&reader.file, path, &error) || !read_messages (&reader, func, data, &error))
    {
      const CliMessage message = { .path = path, .index = reader.index, .error = error };

      func (&message, data);
    }
  cli_file_close (&reader.file);
  g_clear_pointer (&reader.buffer, g_byte_array_unref);
}
