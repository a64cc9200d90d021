/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Length, encoding and nesting are checked before the parser runs.
 */
#include "config.h"

#include "host-frames.h"

#include <gio/gio.h>
#include <string.h>

#include "base/text/buoy-json-shape.h"

#define LENGTH_BYTES 4
#define ESCAPE_BYTES 6 /* of "\\ud800" */

struct _HostFrames
{
  GByteArray *bytes; /* the frame being read, including its length */
  HostFrameFunc func;
  gpointer user_data;
};

HostFrames *
host_frames_new (HostFrameFunc func, gpointer user_data)
{
  HostFrames *frames = g_new0 (HostFrames, 1);

  frames->bytes = g_byte_array_new ();
  frames->func = func;
  frames->user_data = user_data;
  return frames;
}

void
host_frames_free (HostFrames *frames)
{
  g_byte_array_unref (frames->bytes);
  g_free (frames);
}

static gboolean
fail (GError **error, const char *why)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, why);
  return FALSE;
}

/* The code unit of the escape "\uXXXX" at @text; -1 if there is none. */
static int
read_escape (const char *text, gsize length)
{
  int code = 0;

  if (length < ESCAPE_BYTES || text[0] != '\\' || text[1] != 'u')
    return -1;
  for (gsize i = 2; i < ESCAPE_BYTES; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (text[i]);
    }
  return code;
}

static gboolean
is_half (int code, int first)
{
  return code >= first && code < first + 0x400;
}

/* JavaScript strings may hold unpaired surrogates, and some of them make json-glib reject the whole frame. */
static void
replace_halves (char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      const int code = text[i] == '\\' ? read_escape (text + i, length - i) : 0;
      const gboolean is_first = is_half (code, 0xd800);

      if (text[i] != '\\')
        continue;
      if (is_first && is_half (read_escape (text + i + ESCAPE_BYTES, length - i - ESCAPE_BYTES), 0xdc00))
        i += ESCAPE_BYTES;
      else if (is_first || is_half (code, 0xdc00))
        memcpy (text + i + 2, "fffd", 4);
      i += code >= 0 ? ESCAPE_BYTES - 1 : 1;
    }
}

static gboolean
hand_on (const HostFrames *frames, char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (!g_utf8_validate (text, (gssize) length, NULL))
    return fail (error, "a frame that is not UTF-8");
  if (!buoy_json_is_shallow (text, length))
    return fail (error, "a frame that is nested too deeply, or no JSON");
  replace_halves (text, length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return fail (error, "a frame that is no JSON");
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail (error, "a frame that is no object");
  if (!frames->func (json_node_get_object (root), frames->user_data))
    return fail (error, "a frame that lacks what its type asks for");
  return TRUE;
}

/* The size of the frame with its length prefix, as far as it is known. */
static gsize
get_wanted (const HostFrames *frames)
{
  guint32 length;

  if (frames->bytes->len < LENGTH_BYTES)
    return LENGTH_BYTES;
  memcpy (&length, frames->bytes->data, LENGTH_BYTES);
  return LENGTH_BYTES + (gsize) length;
}

gboolean
host_frames_feed (HostFrames *frames, const guint8 *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      const gsize missing = get_wanted (frames) - frames->bytes->len;
      const gsize taken = MIN (missing, length);
      gsize wanted;

      g_byte_array_append (frames->bytes, bytes, (guint) taken);
      bytes += taken;
      length -= taken;
      wanted = get_wanted (frames);
      if (wanted > LENGTH_BYTES + HOST_MAX_FRAME)
        return fail (error, "a frame that is too long");
      if (frames->bytes->len < LENGTH_BYTES || frames->bytes->len < wanted)
        continue;
      if (!hand_on (frames, (char *) frames->bytes->data + LENGTH_BYTES, wanted - LENGTH_BYTES, error))
        return FALSE;
      g_byte_array_set_size (frames->bytes, 0);
    }
  return TRUE;
}
