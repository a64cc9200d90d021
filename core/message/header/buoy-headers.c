/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/header/buoy-headers.h"

#include <string.h>

#include "base/text/buoy-charset.h"
#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/header/buoy-encoded-words.h"
#include "message/mime/buoy-gmime.h"

#define MAX_NAME_BYTES 1024 /* of a person's or file's name: Windows allows 255 characters, up to 765 bytes */
#define PASSES 8            /* over a field: it is unfolded, its charset is guessed, it is parsed */

/* Whether the field is about who the message is from and how that was authenticated: if it is cut, that is reported. */
static gboolean
names_sender (const char *name)
{
  static const char *const names[] = { "From", "Sender", "Reply-To", "Authentication-Results" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Undoes folding (RFC 5322 §2.2.3): removes line breaks and surrounding white space. */
static char *
unfold (BuoyMessage *message, const char *name, const char *raw)
{
  gsize length = strlen (raw);
  g_autofree char *bytes = NULL;
  char *out;

  if (length > BUOY_MAX_HEADER_BYTES)
    {
      buoy_message_note (message->limits, names_sender (name) ? "headers" : "header-bytes");
      length = BUOY_MAX_HEADER_BYTES;
    }
  bytes = g_strndup (raw, length);
  /* Bounded: BUOY_MAX_HEADER_BYTES */
  for (char *p = out = bytes;; p++)
    {
      if (*p == '\r' || *p == '\n')
        continue;
      *out++ = *p == '\t' ? ' ' : *p;
      if (*p == '\0')
        break;
    }
  return buoy_charset_decode_header (g_strstrip (bytes));
}

static void
header_free (gpointer data)
{
  BuoyHeader *header = data;

  g_free (header->name);
  g_free (header->value);
  g_free (header);
}

static gboolean
read_field (BuoyMessage *message, GMimeHeader *field)
{
  const char *name = g_mime_header_get_name (field);
  const char *raw = g_mime_header_get_raw_value (field);
  const gsize length = raw != NULL ? strlen (raw) : 0;
  BuoyHeader *header;

  if (!buoy_budget_spend (message->budget, strlen (name) + MIN (length, BUOY_MAX_HEADER_BYTES) * PASSES))
    return FALSE;
  header = g_new0 (BuoyHeader, 1);
  header->name = buoy_text_make_valid (name, -1);
  header->value = unfold (message, header->name, raw != NULL ? raw : "");
  g_ptr_array_add (message->headers, header);
  return TRUE;
}

/* If there are too many fields, the middle is left out: the reader's own servers write at the start, the sender at the
 * end.
 */
static void
read_list (BuoyMessage *message, GMimeHeaderList *list)
{
  const int n_fields = g_mime_header_list_get_count (list);
  const int n_left_out = MAX (n_fields - BUOY_MAX_HEADERS, 0);

  if (n_left_out > 0)
    buoy_message_note (message->limits, "headers");
  for (int i = 0; i < n_fields - n_left_out; i++)
    {
      const int index = i < BUOY_MAX_HEADERS / 2 ? i : i + n_left_out;

      if (!read_field (message, g_mime_header_list_get_header_at (list, index)))
        return;
    }
}

static void
read_trace_line (BuoyMessage *message, const BuoyHeader *header, guint index)
{
  if (g_ascii_strcasecmp (header->name, "Received") == 0)
    {
      BuoyReceived *received = buoy_received_parse (header->value);

      received->header_index = index;
      g_ptr_array_add (message->received, received);
    }
  else if (g_ascii_strcasecmp (header->name, "Authentication-Results") == 0)
    {
      BuoyAuthResults *results = buoy_auth_results_parse (header->value);

      if (results == NULL)
        return;
      results->header_index = index;
      g_ptr_array_add (message->auth_results, results);
    }
}

char *
buoy_message_take_name (BuoyMessage *message, char *name)
{
  g_autofree char *whole = name;
  g_autofree char *visible = NULL;
  g_autofree char *bare = NULL;

  if (strlen (whole) <= MAX_NAME_BYTES)
    return g_steal_pointer (&whole);
  buoy_message_note (message->limits, "header-bytes");
  visible = buoy_text_strip_invisible (whole);
  bare = buoy_text_squeeze (visible);
  return buoy_text_cut_middle (bare, MAX_NAME_BYTES);
}

char *
buoy_header_decode (const char *value, BuoyBudget *budget)
{
  g_autofree char *decoded = buoy_encoded_words_decode (value, budget);
  g_autofree char *valid = buoy_text_make_valid (decoded, -1);

  return buoy_text_squeeze (valid);
}

static void
read_subject (BuoyMessage *message)
{
  const char *subject = buoy_message_get_header (message, "Subject");

  message->subject = subject != NULL ? buoy_header_decode (subject, message->budget) : g_strdup ("");
}

static void
read_date (BuoyMessage *message)
{
  const char *date = buoy_message_get_header (message, "Date");

  if (date != NULL)
    message->date = buoy_gmime_read_date (date);
}

static void
read_message_id (BuoyMessage *message)
{
  const char *id = buoy_message_get_header (message, "Message-ID");
  g_autofree char *decoded = id != NULL ? g_mime_utils_decode_message_id (id) : NULL;

  message->message_id = buoy_text_make_valid (decoded != NULL ? decoded : "", -1);
}

/* Whether a part of @entity is a delivery status (RFC 3464). It belongs into a multipart/report (RFC 6522), but servers
 * on the way may have made that a multipart/mixed.
 */
static gboolean
is_report (GMimeObject *entity)
{
  const int n
      = entity != NULL && GMIME_IS_MULTIPART (entity) ? g_mime_multipart_get_count (GMIME_MULTIPART (entity)) : 0;

  for (int i = 0; i < MIN (n, BUOY_MAX_PARTS); i++)
    {
      GMimeObject *part = g_mime_multipart_get_part (GMIME_MULTIPART (entity), i);

      if (g_mime_content_type_is_type (g_mime_object_get_content_type (part), "message", "delivery-status"))
        return TRUE;
    }
  return FALSE;
}

void
buoy_headers_read (BuoyMessage *message, GMimeMessage *entity)
{
  message->headers = g_ptr_array_new_with_free_func (header_free);
  message->received = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_received_free);
  message->auth_results = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_auth_results_free);

  read_list (message, g_mime_object_get_header_list (GMIME_OBJECT (entity)));
  for (guint i = 0; i < message->headers->len; i++)
    read_trace_line (message, g_ptr_array_index (message->headers, i), i);
  read_subject (message);
  read_date (message);
  read_message_id (message);
  message->is_report = is_report (g_mime_message_get_mime_part (entity));
}
