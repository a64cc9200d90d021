/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-part-text.h"

#include <string.h>

#include "base/text/buoy-charset-readings.h"
#include "message/body/buoy-plain-links.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/buoy-page.h"
#include "message/html/buoy-html-document.h"
#include "message/mime/buoy-gmime.h"
#include "message/mime/buoy-part.h"
#include "message/picture/buoy-drawing.h"
#include "message/reader/buoy-inline-parts.h"
#include "message/reader/buoy-part-walk.h"

void
buoy_part_doubt_links (BuoyMessage *message, guint first)
{
  for (guint i = first; i < message->links->len; i++)
    ((BuoyLink *) g_ptr_array_index (message->links, i))->surely_seen = FALSE;
}

static void
read_html (BuoyMessage *message, GMimePart *part)
{
  const guint first = message->links->len;
  g_autoptr (GBytes) bytes
      = g_byte_array_free_to_bytes (buoy_part_decode_both_ends (message, part, BUOY_MAX_PAGE_BYTES, "page"));
  g_autofree char *text = buoy_part_to_text (message, part, bytes);
  g_autoptr (GPtrArray) others = buoy_part_find_texts (message, part, bytes, text, FALSE);
  gboolean is_ambiguous = FALSE;

  buoy_html_read (message, text, strlen (text));
  /* Bounded: BUOY_MAX_CHARSET_READINGS */
  for (guint i = 0; i < others->len; i++)
    {
      const char *other = g_ptr_array_index (others, i);

      is_ambiguous |= buoy_html_read_otherwise (message, other, strlen (other), first);
    }
  if (!is_ambiguous)
    return;
  buoy_message_note (message->anomalies, BUOY_ANOMALY_AMBIGUOUS);
  buoy_part_doubt_links (message, first);
}

/* Links in plain text show where they lead, so the part of it that is not read cannot deceive. */
static GPtrArray *
read_plain (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk)
{
  g_autoptr (GBytes) bytes
      = g_byte_array_free_to_bytes (buoy_part_decode_both_ends (message, part, BUOY_MAX_TEXT_BYTES, "text"));
  g_autofree char *text = buoy_part_to_text (message, part, bytes);
  g_autoptr (BuoyDrawing) drawing = buoy_drawing_new (message);

  buoy_message_append_text (message, &message->plain_text, text);
  buoy_plain_links_read (message, text);
  buoy_drawing_add_text (drawing, text, TRUE, FALSE);
  return buoy_inline_parts_find (message, bytes, walk);
}

GPtrArray *
buoy_part_read_text (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk)
{
  if (!g_mime_content_type_is_type (g_mime_object_get_content_type (GMIME_OBJECT (part)), "text", "html"))
    return read_plain (message, part, walk);
  read_html (message, part);
  return g_ptr_array_new ();
}
