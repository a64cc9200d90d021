/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "display-private.h"

#include <mail/e-mail-request.h>

static void
finish (WebKitURISchemeRequest *request, GInputStream *stream, gint64 length, const char *type)
{
  g_autoptr (GError) error = NULL;

  if (stream != NULL)
    {
      webkit_uri_scheme_request_finish (request, stream, length, type);
      return;
    }
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "not found");
  webkit_uri_scheme_request_finish_error (request, error);
}

/* A message or a part of it, as Evolution's formatter writes it. */
static void
on_mail (WebKitURISchemeRequest *request, gpointer data)
{
  Display *self = data;
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *type = NULL;
  gint64 length = 0;

  e_content_request_process_sync (self->formatter, webkit_uri_scheme_request_get_uri (request), G_OBJECT (self->view),
                                  &stream, &length, &type, NULL, NULL);
  finish (request, stream, length, type);
}

/* (nullable) (transfer full) */
static EMailPart *
find_part (Display *self, const char *uri)
{
  EMailPart *part = NULL;

  for (guint i = 0; i < self->part_lists->len && part == NULL; i++)
    part = e_mail_part_list_ref_part (g_ptr_array_index (self->part_lists, i), uri);
  return part;
}

static GInputStream *
open_content (EMailPart *part)
{
  g_autoptr (CamelMimePart) mime_part = e_mail_part_ref_mime_part (part);
  g_autoptr (GOutputStream) decoded = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  CamelDataWrapper *content = mime_part != NULL ? camel_medium_get_content (CAMEL_MEDIUM (mime_part)) : NULL;

  if (content == NULL)
    return NULL;
  camel_data_wrapper_decode_to_output_stream_sync (content, decoded, NULL, NULL);
  g_output_stream_close (decoded, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (decoded));
  return g_memory_input_stream_new_from_bytes (bytes);
}

/* The part with this Content-ID. */
static void
on_part (WebKitURISchemeRequest *request, gpointer data)
{
  Display *self = data;
  EMailPart *part = find_part (self, webkit_uri_scheme_request_get_uri (request));
  g_autoptr (GInputStream) stream = part != NULL ? open_content (part) : NULL;

  self->has_ids = TRUE;
  finish (request, stream, -1, part != NULL ? e_mail_part_get_mime_type (part) : NULL);
  g_clear_object (&part);
}

void
display_answer_requests (Display *self, WebKitWebContext *context)
{
  self->formatter = e_mail_request_new ();
  webkit_web_context_register_uri_scheme (context, "mail", on_mail, self, NULL);
  webkit_web_context_register_uri_scheme (context, "cid", on_part, self, NULL);
}
