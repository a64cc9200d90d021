/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-mail-stream.h"

#include <string.h>

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-mail-fields.h"
#include "message/reader/buoy-object-count.h"
#include "message/reader/buoy-part-walk.h"

#define MAX_OBJECTS 25000  /* in the whole file, some 15 MB, freed in 20 ms; a mailbox of texts has 20,000 */
#define MIN_OBJECT_BYTES 3 /* "a:" and a line break: a field is an object */
#define STEPS_A_FIELD 500
#define BYTES_OF_FIELD 256                /* a longer field counts as several */
#define MAX_FIELDS (2 * BUOY_MAX_HEADERS) /* of one header; GMime creates the objects for all of them at once */
#define MAX_LONG_NAMES 8                  /* that are cut; the message is parsed again for each */
#define TAIL_BYTES (64 * 1024)            /* read after the omitted middle; enough for the last part of most mail */
#define TAIL_LINES 2500                   /* in these bytes; each could be an object */
#define HEADER_TAIL_BYTES (16 * 1024)     /* of a header; the fields that its author wrote fit */
#define BYTES_A_STEP 4                    /* GMime reads a byte in a nanosecond */

typedef struct
{
  GBytes *bytes;
  BuoyBudget *budget;
  BuoyObjectCount count;
  guint n_fields;  /* since the last blank line */
  gboolean counts; /* FALSE if the file is too short for too many objects, and after its middle was left out */
  BuoyMailCuts cuts;
} Source;

typedef struct
{
  GMimeStream parent_instance;
  Source *source;
} BuoyMailStream;

typedef GMimeStreamClass BuoyMailStreamClass;

GType buoy_mail_stream_get_type (void);
G_DEFINE_TYPE (BuoyMailStream, buoy_mail_stream, GMIME_TYPE_STREAM)

static void
source_clear (gpointer data)
{
  Source *source = data;

  g_bytes_unref (source->bytes);
  buoy_budget_unref (source->budget);
  buoy_object_count_clear (&source->count);
}

/* The start of the first line at or after @from. */
static gsize
find_line (const Source *source, gsize from)
{
  gsize size;
  const char *data = g_bytes_get_data (source->bytes, &size);
  const char *end;

  if (from == 0 || from >= size)
    return MIN (from, size);
  end = memchr (data + from - 1, '\n', size - from + 1);
  return end != NULL ? (gsize) (end + 1 - data) : size;
}

/* The end of the header that continues at @from: the first blank line, or @end. */
static gsize
find_header_end (const Source *source, gsize from, gsize end)
{
  const char *data = g_bytes_get_data (source->bytes, NULL);
  const char *stop = data + end;

  for (const char *p = data + from; (p = memchr (p, '\n', (gsize) (stop - p))) != NULL; p++)
    if (p + 1 < stop && (p[1] == '\n' || (p[1] == '\r' && p + 2 < stop && p[2] == '\n')))
      return (gsize) (p + 1 - data);
  return end;
}

/* The bytes of the last TAIL_LINES lines, TAIL_BYTES at most. */
static gsize
measure_tail (const Source *source)
{
  gsize size;
  const char *data = g_bytes_get_data (source->bytes, &size);
  const gsize most = MIN (size, TAIL_BYTES);
  guint n_lines = 0;

  for (gsize n = 0; n < most; n++)
    if (data[size - 1 - n] == '\n' && n_lines++ == TAIL_LINES)
      return n;
  return most;
}

/* Leaves out the lines between @start, up to which the parser has read, and the last @n_kept bytes before @end. */
static void
leave_out (Source *source, gsize start, gsize end, gsize n_kept)
{
  const gsize from = find_line (source, start);
  const gsize to = find_line (source, MAX (from, end - MIN (end, n_kept)));
  gsize size;
  const char *data = g_bytes_get_data (source->bytes, &size);
  char *copy;

  if (to <= from)
    return;
  copy = g_malloc (size - (to - from));
  memcpy (copy, data, from);
  memcpy (copy + from, data + to, size - to);
  g_bytes_unref (source->bytes);
  source->bytes = g_bytes_new_take (copy, size - (to - from));
}

/* Leaves out the middle of the file or of a header if there are too many objects or fields before @position, up to
 * which GMime has read.
 */
static void
bound_objects (Source *source, gsize position)
{
  const char *data = g_bytes_get_data (source->bytes, NULL);
  const gsize size = g_bytes_get_size (source->bytes);
  const gsize last = source->count.n_counted;

  if (source->n_fields > 0 && find_header_end (source, last - MIN (last, 2), position) < position)
    source->n_fields = 0;
  buoy_object_count_parts (&source->count, data, position, source->budget);
  if (*source->count.n_objects > MAX_OBJECTS)
    {
      leave_out (source, position, size, measure_tail (source));
      source->cuts.parts = TRUE;
      source->counts = FALSE;
    }
  else if (source->n_fields > MAX_FIELDS && buoy_budget_spend (source->budget, size / BYTES_A_STEP))
    {
      leave_out (source, position, find_header_end (source, position, size), HEADER_TAIL_BYTES);
      source->cuts.fields = TRUE;
      source->n_fields = 0;
    }
}

/* Called for each field before GMime creates objects for it. @value is the parser's own copy, which is changed in
 * place.
 */
static void
take_field (GMimeParser *parser, const char *name, const char *value, gint64 offset, gpointer data)
{
  Source *source = data;
  const gsize length = buoy_mail_disarm_field (name, (char *) value, &source->cuts.fields);

  source->n_fields += 1 + (guint) (length / BYTES_OF_FIELD);
  buoy_budget_spend (source->budget, STEPS_A_FIELD + length);
  if (source->counts)
    buoy_object_count_field (&source->count, name, value, length);
}

static gsize
end_of (const GMimeStream *stream, const Source *source)
{
  const gsize end = g_bytes_get_size (source->bytes);

  return stream->bound_end == -1 ? end : MIN (end, (gsize) stream->bound_end);
}

static ssize_t
mail_stream_read (GMimeStream *stream, char *buffer, size_t room)
{
  Source *source = ((BuoyMailStream *) stream)->source;
  const gsize position = (gsize) stream->position;
  gsize n;

  if (source->counts && stream->bound_end == -1)
    bound_objects (source, position);
  if (position >= end_of (stream, source))
    return 0;
  n = MIN (room, end_of (stream, source) - position);
  if (!buoy_budget_spend (source->budget, n / BYTES_A_STEP + 1))
    return -1;
  memcpy (buffer, (const char *) g_bytes_get_data (source->bytes, NULL) + position, n);
  stream->position += (gint64) n;
  return (ssize_t) n;
}

static gboolean
mail_stream_eos (GMimeStream *stream)
{
  return (gsize) stream->position >= end_of (stream, ((BuoyMailStream *) stream)->source);
}

static int
mail_stream_reset (GMimeStream *stream)
{
  stream->position = stream->bound_start;
  return 0;
}

static gint64
mail_stream_tell (GMimeStream *stream)
{
  return stream->position;
}

static gint64
mail_stream_length (GMimeStream *stream)
{
  return (gint64) end_of (stream, ((BuoyMailStream *) stream)->source) - stream->bound_start;
}

static gint64
mail_stream_seek (GMimeStream *stream, gint64 offset, GMimeSeekWhence whence)
{
  const gint64 end = (gint64) end_of (stream, ((BuoyMailStream *) stream)->source);

  if (whence != GMIME_STREAM_SEEK_SET)
    offset += whence == GMIME_STREAM_SEEK_CUR ? stream->position : end;
  if (offset < stream->bound_start || offset > end)
    return -1;
  return stream->position = offset;
}

static GMimeStream *
stream_new (Source *source, gint64 start, gint64 end)
{
  BuoyMailStream *stream = g_object_new (buoy_mail_stream_get_type (), NULL);

  stream->source = g_rc_box_acquire (source);
  g_mime_stream_construct (GMIME_STREAM (stream), start, end);
  return GMIME_STREAM (stream);
}

static GMimeStream *
mail_stream_substream (GMimeStream *stream, gint64 start, gint64 end)
{
  return stream_new (((BuoyMailStream *) stream)->source, start, end);
}

static void
buoy_mail_stream_finalize (GObject *object)
{
  g_rc_box_release_full (((BuoyMailStream *) object)->source, source_clear);
  G_OBJECT_CLASS (buoy_mail_stream_parent_class)->finalize (object);
}

static void
buoy_mail_stream_class_init (BuoyMailStreamClass *class)
{
  GMimeStreamClass *stream_class = GMIME_STREAM_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = buoy_mail_stream_finalize;
  stream_class->read = mail_stream_read;
  stream_class->eos = mail_stream_eos;
  stream_class->reset = mail_stream_reset;
  stream_class->seek = mail_stream_seek;
  stream_class->tell = mail_stream_tell;
  stream_class->length = mail_stream_length;
  stream_class->substream = mail_stream_substream;
}

static void
buoy_mail_stream_init (BuoyMailStream *stream)
{
}

static Source *
source_new (GBytes *bytes, BuoyPartWalk *walk)
{
  const gsize size = g_bytes_get_size (bytes);
  Source *source = g_rc_box_new0 (Source);

  source->bytes = g_bytes_ref (bytes);
  source->budget = buoy_budget_ref (walk->budget);
  buoy_object_count_init (&source->count, &walk->n_objects);
  source->counts = size / MIN_OBJECT_BYTES * BUOY_OBJECTS_OF_PART + walk->n_objects > MAX_OBJECTS;
  return source;
}

/* A parser that reads from @source, which counts objects and changes the fields that the parser cannot handle. */
static GMimeParser *
parser_new (Source *source)
{
  GMimeStream *stream = stream_new (source, 0, -1);
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);

  g_object_unref (stream);
  g_mime_parser_set_persist_stream (parser, TRUE);
  g_mime_parser_set_header_regex (parser, "", take_field, source);
  return parser;
}

/* Skips the "From sender date" line of an mbox (RFC 4155). In GMime's own mbox mode, each line that begins with "From "
 * would end the message.
 */
static GBytes *
skip_from_line (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = length > 5 && memcmp (data, "From ", 5) == 0 ? memchr (data, '\n', length) : NULL;
  const gsize start = end != NULL ? (gsize) (end + 1 - data) : 0;

  return g_bytes_new_from_bytes (bytes, start, length - start);
}

/* @out_stop: where the parser stopped; at the end of @bytes, or at the start of the last line */
static GMimeMessage *
parse_message (GBytes *bytes, BuoyPartWalk *walk, BuoyMailCuts *out_cuts, gsize *out_stop)
{
  Source *source = source_new (bytes, walk);
  GMimeParser *parser = parser_new (source);
  GMimeMessage *message = g_mime_parser_construct_message (parser, walk->options);

  *out_cuts = source->cuts;
  *out_stop = (gsize) MAX (g_mime_parser_tell (parser), 0);
  g_object_unref (parser);
  g_rc_box_release_full (source, source_clear);
  return message;
}

GMimeMessage *
buoy_mail_parse (GBytes *bytes, BuoyPartWalk *walk, BuoyMailCuts *out_cuts)
{
  g_autoptr (GBytes) with_feeds = buoy_mail_end_lines (bytes);
  g_autoptr (GBytes) mended = skip_from_line (with_feeds);
  const guint n_objects = walk->n_objects;
  gsize stop;
  GMimeMessage *message = parse_message (mended, walk, out_cuts, &stop);

  for (guint i = 0; i <= MAX_LONG_NAMES && !out_cuts->parts && buoy_mail_end_long_name (&mended, stop); i++)
    {
      const gsize last_stop = stop;
      GMimeMessage *more;

      walk->n_objects = n_objects;
      more = parse_message (mended, walk, out_cuts, &stop);
      if (stop == last_stop) /* it was not in a header */
        {
          g_clear_object (&more);
          break;
        }
      g_clear_object (&message);
      message = more;
      out_cuts->parts |= i == MAX_LONG_NAMES;
    }
  return message;
}

GMimeObject *
buoy_mail_parse_part (GBytes *bytes, BuoyPartWalk *walk)
{
  Source *source = source_new (bytes, walk);
  GMimeParser *parser = parser_new (source);
  GMimeObject *part = g_mime_parser_construct_part (parser, walk->options);

  g_object_unref (parser);
  g_rc_box_release_full (source, source_clear);
  return part;
}

GBytes *
buoy_mail_stream_get_bytes (GMimeStream *stream)
{
  const Source *source;
  gsize start, end;

  if (!G_TYPE_CHECK_INSTANCE_TYPE (stream, buoy_mail_stream_get_type ()))
    return NULL;
  source = ((BuoyMailStream *) stream)->source;
  start = (gsize) stream->bound_start;
  end = end_of (stream, source);
  if (start >= end)
    return NULL;
  return g_bytes_new_from_bytes (source->bytes, start, end - start);
}
