/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The boundary hop is in the outer header, the links are in the decrypted parts. Nothing is decrypted here and nothing
 * is written to disk.
 */
#include "config.h"

#include "e-buoy-decrypted.h"

#include <string.h>

/* Evolution adds its button about encryption to parts that are still encrypted. */
#define SEAL_TYPE "application/vnd.evolution.secure-button"

/* Containers are represented by their leaves. */
static gboolean
is_leaf (CamelMimePart *part)
{
  CamelContentType *type = camel_mime_part_get_content_type (part);

  return type != NULL && !camel_content_type_is (type, "multipart", "*")
         && !camel_content_type_is (type, "message", "*");
}

static void
add_part (GPtrArray *found, EMailPart *part)
{
  g_autoptr (CamelMimePart) mime_part = e_mail_part_ref_mime_part (part);

  if ((e_mail_part_get_validity_flags (part) & E_MAIL_PART_VALIDITY_ENCRYPTED) == 0 || mime_part == NULL
      || g_strcmp0 (e_mail_part_get_mime_type (part), SEAL_TYPE) == 0)
    return;
  /* Evolution may show a part in several ways */
  if (is_leaf (mime_part) && !g_ptr_array_find (found, mime_part, NULL))
    g_ptr_array_add (found, g_steal_pointer (&mime_part));
}

GPtrArray *
e_buoy_decrypted_find (EMailPartList *part_list)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GQueue parts = G_QUEUE_INIT;
  EMailPart *part;

  e_mail_part_list_queue_parts (part_list, NULL, &parts);
  while ((part = g_queue_pop_head (&parts)) != NULL)
    {
      add_part (found, part);
      g_object_unref (part);
    }
  return found->len > 0 ? g_steal_pointer (&found) : NULL;
}

static gboolean
begins_with (const char *line, const char *end, const char *name)
{
  const gsize length = strlen (name);

  return (gsize) (end - line) >= length && g_ascii_strncasecmp (line, name, length) == 0;
}

/* All fields except those about the encoding of the body (RFC 2045 §3). */
static void
append_header (GOutputStream *stream, GBytes *bytes)
{
  gsize size;
  const char *line = g_bytes_get_data (bytes, &size);
  const char *end = line + size;
  gboolean is_kept = TRUE;

  while (line < end && *line != '\n' && *line != '\r')
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      const char *next = newline != NULL ? newline + 1 : end;

      if (*line != ' ' && *line != '\t')
        is_kept = !begins_with (line, end, "Content-") && !begins_with (line, end, "MIME-Version:");
      if (is_kept)
        g_output_stream_write_all (stream, line, (gsize) (next - line), NULL, NULL, NULL);
      line = next;
    }
}

/* Writes @part with the type that Evolution uses: text from inline PGP (RFC 4880 §6.2) has no header, and Camel would
 * write it as application/octet-stream.
 */
static gboolean
append_part (GOutputStream *stream, CamelMimePart *part, GCancellable *cancellable, GError **error)
{
  static const char *const kept[] = { "Content-Disposition", "Content-ID" };
  CamelDataWrapper *content = camel_medium_get_content (CAMEL_MEDIUM (part));
  g_autofree char *type = camel_content_type_format (camel_mime_part_get_content_type (part));

  g_output_stream_printf (stream, NULL, NULL, NULL, "Content-Type: %s\nContent-Transfer-Encoding: binary\n", type);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      const char *value = camel_medium_get_header (CAMEL_MEDIUM (part), kept[i]);

      if (value != NULL)
        g_output_stream_printf (stream, NULL, NULL, NULL, "%s: %s\n", kept[i], value);
    }
  g_output_stream_printf (stream, NULL, NULL, NULL, "\n");
  return content == NULL || camel_data_wrapper_decode_to_output_stream_sync (content, stream, cancellable, error) >= 0;
}

GBytes *
e_buoy_decrypted_join (GBytes *bytes, GPtrArray *parts, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  /* random, so that no part can contain it */
  g_autofree char *boundary = g_uuid_string_random ();

  append_header (stream, bytes);
  g_output_stream_printf (stream, NULL, NULL, NULL,
                          "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"%s\"\n", boundary);
  for (guint i = 0; i < parts->len; i++)
    {
      g_output_stream_printf (stream, NULL, NULL, NULL, "\n--%s\n", boundary);
      if (!append_part (stream, g_ptr_array_index (parts, i), cancellable, error))
        return NULL;
    }
  g_output_stream_printf (stream, NULL, NULL, NULL, "\n--%s--\n", boundary);
  if (!g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
