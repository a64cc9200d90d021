/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An mbox is split at its "From " lines (RFC 4155) while it is read, since it may be larger than the memory.
 */
#include "config.h"

#include "cli-mbox.h"

#include <string.h>

#include "cli-file.h"

#define BLOCK_BYTES (1024 * 1024)
#define MAX_LINE_BYTES 1000  /* of a separator; RFC 5322 §2.1.1 allows 998 */
#define MAX_SENDER_BYTES 200 /* the "@" of its sender comes before this */

static const char mbox_from[] = "From ";

typedef struct
{
  const char *path;
  CliFile file;
  GByteArray *buffer;
  gsize start;    /* of the message in the buffer */
  gsize searched; /* no other message starts before this */
  gboolean is_mbox;
  gboolean at_end;
  guint index;
} Reader;

/* Whether the line is a separator: "From sender date", with a time. */
static gboolean
is_separator (const char *line, gsize length)
{
  const char *end = memchr (line, '\n', MIN (length, MAX_LINE_BYTES));
  const gsize line_length = end != NULL ? (gsize) (end - line) : MIN (length, MAX_LINE_BYTES);

  return line_length > sizeof mbox_from && memcmp (line, mbox_from, sizeof mbox_from - 1) == 0
         && memchr (line, ':', line_length) != NULL && memchr (line, '@', MIN (line_length, MAX_SENDER_BYTES)) != NULL;
}

/* @at: of a line feed. */
static gboolean
ends_empty_line (const char *data, gsize at)
{
  return (at >= 1 && data[at - 1] == '\n') || (at >= 2 && data[at - 1] == '\r' && data[at - 2] == '\n');
}

/* Finds the start of the next message. An incomplete line at the end of the buffer has to wait. */
static gboolean
find_next (Reader *reader, gsize *out_next)
{
  const char *data = (const char *) reader->buffer->data;
  const gsize length = reader->buffer->len;

  for (;;)
    {
      const char *feed = reader->searched < length ? memmem (data + reader->searched, length - reader->searched,
                                                             "\nFrom ", 1 + sizeof mbox_from - 1)
                                                   : NULL;
      const gsize at = feed != NULL ? (gsize) (feed - data) : length;

      if (!reader->at_end && length - at < MAX_LINE_BYTES)
        {
          /* a separator may begin at the very end */
          reader->searched = MAX (reader->searched, MIN (at, length - MIN (length, sizeof mbox_from)));
          return FALSE;
        }
      if (feed == NULL)
        return FALSE;
      reader->searched = at + 1;
      if (at > reader->start && ends_empty_line (data, at) && is_separator (data + at + 1, length - at - 1))
        {
          *out_next = at + 1;
          return TRUE;
        }
    }
}

static void
emit_message (Reader *reader, gsize end, CliMessageFunc func, gpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  if (reader->start == 0 && end == reader->buffer->len && reader->at_end)
    bytes = g_byte_array_free_to_bytes (g_steal_pointer (&reader->buffer));
  else
    bytes = g_bytes_new (reader->buffer->data + reader->start, end - reader->start);
  func (reader->path, reader->index++, bytes, NULL, data);
  reader->start = end;
}

/* Drops what was emitted and reads more. */
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
    cli_file_close (&reader->file); /* judging a message may need a file descriptor */
  if (kept == 0 && reader->index == 0)
    reader->is_mbox = is_separator ((const char *) buffer->data, buffer->len);
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
    func (path, reader.index, NULL, error, data);
  cli_file_close (&reader.file);
  g_clear_pointer (&reader.buffer, g_byte_array_unref);
}
