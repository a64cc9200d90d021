/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The baseline: parses the bytes with GMime and each HTML part with gumbo, and discards both.
 */
#include "config.h"

#include "bench.h"

#include <gmime/gmime.h>
#include <gumbo.h>

static void
parse_html (GMimeObject *parent, GMimeObject *part, gpointer user_data)
{
  if (!GMIME_IS_TEXT_PART (part)
      || !g_mime_content_type_is_type (g_mime_object_get_content_type (part), "text", "html"))
    return;

  g_autofree char *html = g_mime_text_part_get_text (GMIME_TEXT_PART (part));
  GumboOutput *tree = gumbo_parse (html);

  gumbo_destroy_output (&kGumboDefaultOptions, tree);
}

void
bench_bare_parse (GBytes *mail)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (mail, &size);
  GByteArray *borrowed = g_byte_array_new_take ((guint8 *) data, size);
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array (borrowed);
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);

  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_parser_set_persist_stream (parser, TRUE);

  GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

  g_mime_message_foreach (message, parse_html, NULL);
  g_object_unref (message);
  g_object_unref (parser);
  g_object_unref (stream);
  g_byte_array_steal (borrowed, NULL);
  g_byte_array_unref (borrowed);
}
