/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-parts.h"

#include <string.h>

#include "base/text/buoy-charset.h"
#include "base/text/buoy-text.h"
#include "message/body/buoy-plain-links.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/buoy-page.h"
#include "message/header/buoy-file-name.h"
#include "message/mime/buoy-cms.h"
#include "message/mime/buoy-gmime.h"
#include "message/mime/buoy-part.h"
#include "message/picture/buoy-picture.h"
#include "message/reader/buoy-mail-stream.h"
#include "message/reader/buoy-page.h"
#include "message/reader/buoy-part-readings.h"
#include "message/reader/buoy-part-text.h"
#include "message/reader/buoy-part-walk.h"

#define N_LAST_CHILDREN 20 /* of a multipart that count as its end */
#define N_KEPT_FOR_END 100
#define STEPS_A_PART 2000 /* its type, name and encoding, some ten microseconds */

/* PDF links are not analysed; noted as a limit. */
static gboolean
is_pdf (GMimeContentType *type, const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  return g_mime_content_type_is_type (type, "application", "pdf")
         || (dot != NULL && g_ascii_strcasecmp (dot, ".pdf") == 0);
}

static void
add_attachment (BuoyMessage *message, GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);
  char *name = GMIME_IS_PART (object) ? buoy_part_get_file_name (GMIME_PART (object)) : NULL;

  if (is_pdf (type, name))
    buoy_message_note (message->limits, "pdf");
  if (name != NULL)
    g_ptr_array_add (message->attachments, name);
  else
    g_ptr_array_add (message->attachments, g_mime_content_type_get_mime_type (type));
}

static gboolean
is_attachment (GMimeObject *object)
{
  const char *disposition = g_mime_object_get_disposition (object);

  return disposition != NULL && g_ascii_strcasecmp (disposition, "attachment") == 0;
}

/* Reads an attachment. Only pages, messages and pictures are decoded. */
static void
read_file (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk, guint depth)
{
  if (GMIME_IS_PART (object))
    buoy_part_read_file_name (message, GMIME_PART (object));
  if (GMIME_IS_PART (object) && buoy_page_read (message, GMIME_PART (object), walk, depth))
    return;
  if (GMIME_IS_PART (object))
    buoy_picture_read (message, GMIME_PART (object));
  add_attachment (message, object);
}

/* Whether another part that a mail program shows may be read. Some are reserved for the end of the file. Attachments
 * that are not decoded do not count.
 */
static gboolean
may_read (BuoyMessage *message, BuoyPartWalk *walk)
{
  const guint n_max = walk->is_before_end ? BUOY_MAX_PARTS : BUOY_MAX_PARTS + N_KEPT_FOR_END;

  if (walk->n_skipped_levels == 0 && walk->n_parts < n_max)
    {
      walk->n_parts++;
      return TRUE;
    }
  buoy_message_note (message->limits, "parts");
  return FALSE;
}

static gboolean
is_text (GMimeContentType *type)
{
  return g_mime_content_type_is_type (type, "text", "plain") || g_mime_content_type_is_type (type, "text", "enriched")
         || g_mime_content_type_is_type (type, "text", "richtext");
}

/* Whether the subtype is unknown, so that it is shown as plain text (RFC 2046 §4.1.4): patches, tables, logs. */
static gboolean
is_unknown_text (GMimeContentType *type)
{
  static const char *const known[]
      = { "calendar", "css", "directory", "javascript", "rfc822-headers", "vcard", "x-vcard", NULL };
  g_autofree char *subtype = g_ascii_strdown (g_mime_content_type_get_media_subtype (type), -1);

  return g_mime_content_type_is_type (type, "text", "*") && !g_str_has_suffix (subtype, "html")
         && !g_strv_contains (known, subtype);
}

static gboolean
is_shown_text (GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));

  if (is_attachment (GMIME_OBJECT (part)))
    return FALSE;
  return is_text (type) || g_mime_content_type_is_type (type, "text", "html")
         || (is_unknown_text (type) && !buoy_page_is (part));
}

static void read_object (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk, guint depth);

static void
read_text (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk, guint depth)
{
  const guint first = message->links->len;
  g_autoptr (GPtrArray) inside = NULL;
  guint first_inside;

  if (!may_read (message, walk))
    return;
  inside = buoy_part_read_text (message, part, walk);
  if (inside->len == 0)
    return;
  first_inside = message->links->len;
  for (guint i = 0; i < inside->len; i++)
    read_object (message, g_ptr_array_index (inside, i), walk, depth + 1);
  if (buoy_message_drop_known_links (message, first, first_inside))
    buoy_message_note (message->anomalies, BUOY_ANOMALY_AMBIGUOUS);
  /* such a part may be shown instead of the text, and then the links of the text are not visible */
  buoy_part_doubt_links (message, first);
}

/* The content is at another place (RFC 2046 §5.2.3, RFC 2017), to which programs show a link. */
static void
read_external_body (BuoyMessage *message, GMimeObject *object)
{
  const char *url = g_mime_object_get_content_type_parameter (object, "url");
  g_autofree char *address = buoy_text_make_valid (url, -1);

  if (url != NULL)
    buoy_plain_links_read (message, address);
}

/* Whether @part is S/MIME with the content inside the signature (RFC 8551 §3.2, or by the former name of the type).
 * Encrypted parts stay encoded, whatever their size.
 */
static gboolean
is_signed (GMimePart *part, BuoyBudget *budget)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  char start[BUOY_CMS_START_BYTES];

  return (g_mime_content_type_is_type (type, "application", "pkcs7-mime")
          || g_mime_content_type_is_type (type, "application", "x-pkcs7-mime"))
         && buoy_cms_is_signed (start, buoy_part_peek (part, start, sizeof start), budget);
}

/* Reads the signed content, which programs show as a part of the message even if the signature is not valid. */
static void
read_signed (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk, guint depth)
{
  const gsize max = BUOY_MAX_FILES_BYTES - walk->n_file_bytes;
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (buoy_part_decode (message, part, max, "attached"));
  g_autoptr (GBytes) content = NULL;
  const guint first = message->links->len;
  GMimeObject *shown;

  walk->n_file_bytes += g_bytes_get_size (bytes);
  content = buoy_cms_find_content (bytes, walk->budget);
  shown = content != NULL ? buoy_mail_parse_part (content, walk) : NULL;
  if (shown == NULL)
    return;
  read_object (message, shown, walk, depth + 1);
  buoy_part_doubt_links (message, first);
  g_object_unref (shown);
}

static void
read_leaf (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk, guint depth)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);

  if (g_mime_content_type_is_type (type, "message", "external-body"))
    read_external_body (message, object);
  if (GMIME_IS_PART (object) && is_shown_text (GMIME_PART (object)))
    read_text (message, GMIME_PART (object), walk, depth);
  else
    read_file (message, object, walk, depth);
  if (GMIME_IS_PART (object) && is_signed (GMIME_PART (object), walk->budget))
    read_signed (message, GMIME_PART (object), walk, depth);
}

/* Whether @object is a page, or a page with its images (RFC 2387), whose first part it is. */
static gboolean
is_page (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);

  if (g_mime_content_type_is_type (type, "multipart", "related") && GMIME_IS_MULTIPART (object)
      && g_mime_multipart_get_count (GMIME_MULTIPART (object)) > 0)
    type = g_mime_object_get_content_type (g_mime_multipart_get_part (GMIME_MULTIPART (object), 0));
  return g_mime_content_type_is_type (type, "text", "html");
}

/* Whether the reader is shown a page of @multipart instead of its texts (RFC 2046 §5.1.4). */
static gboolean
offers_page (GMimeMultipart *multipart)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (multipart));
  const int n = g_mime_multipart_get_count (multipart);

  if (!g_mime_content_type_is_type (type, "multipart", "alternative"))
    return FALSE;
  for (int i = 0; i < n; i++)
    if (is_page (g_mime_multipart_get_part (multipart, i)))
      return TRUE;
  return FALSE;
}

static void
mark_unseen (BuoyMessage *message, guint first)
{
  for (guint i = first; i < message->links->len; i++)
    {
      BuoyLink *link = g_ptr_array_index (message->links, i);

      link->is_alternative = !link->in_html;
      link->surely_seen &= link->in_html;
    }
}

/* Whether to skip part @i of @n: if there are too many, only the first and the last are read. */
static gboolean
is_in_the_middle (int i, int n)
{
  return n > BUOY_MAX_PARTS && i >= BUOY_MAX_PARTS / 2 && i < n - BUOY_MAX_PARTS / 4;
}

static void
read_children (BuoyMessage *message, GMimeMultipart *multipart, BuoyPartWalk *walk, guint depth)
{
  const int n = g_mime_multipart_get_count (multipart);
  const gboolean is_before_end = walk->is_before_end;

  for (int i = 0; i < n; i++)
    {
      const guint skips = is_in_the_middle (i, n) ? 1 : 0;

      walk->is_before_end = is_before_end || i < n - N_LAST_CHILDREN;
      walk->n_skipped_levels += skips;
      read_object (message, g_mime_multipart_get_part (multipart, i), walk, depth + 1);
      walk->n_skipped_levels -= skips;
    }
  walk->is_before_end = is_before_end;
}

static void
read_multipart (BuoyMessage *message, GMimeMultipart *multipart, BuoyPartWalk *walk, guint depth)
{
  const guint first = message->links->len;
  const guint n_open = buoy_part_open_boundaries (GMIME_OBJECT (multipart), walk);

  read_children (message, multipart, walk, depth);
  buoy_part_close_boundaries (walk, n_open);
  if (offers_page (multipart))
    mark_unseen (message, first);
}

static void
read_message (BuoyMessage *message, GMimeMessagePart *part, BuoyPartWalk *walk, guint depth)
{
  GMimeMessage *inner = g_mime_message_part_get_message (part);

  if (inner == NULL || !may_read (message, walk))
    return;
  if (++walk->n_inner > BUOY_MAX_INNER)
    buoy_message_note (message->limits, "attached");
  else
    g_ptr_array_add (message->inner, walk->read_entity (inner, walk, depth + 1));
}

static void
read_as_parsed (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk, guint depth)
{
  if (depth > BUOY_MAX_DEPTH)
    {
      buoy_message_note (message->limits, "depth");
      return;
    }
  if (!buoy_budget_spend (walk->budget, STEPS_A_PART))
    return;
  if (GMIME_IS_MULTIPART (object))
    {
      read_multipart (message, GMIME_MULTIPART (object), walk, depth);
      return;
    }
  if (GMIME_IS_MESSAGE_PART (object))
    {
      read_message (message, GMIME_MESSAGE_PART (object), walk, depth);
      return;
    }
  read_leaf (message, object, walk, depth);
}

/* Reads a part in the other ways in which programs may read it. Which of them is shown is unknown, so none excuses
 * anything.
 */
static void
read_other_readings (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk, guint depth, guint first_link)
{
  gboolean contradicts = FALSE;
  g_autoptr (GPtrArray) readings = buoy_part_find_readings (message, object, walk, &contradicts);
  const guint first_new = message->links->len;
  const guint n_files = message->inner->len + message->pages->len;

  if (readings->len == 0)
    return;
  for (guint i = 0; i < readings->len; i++)
    read_object (message, g_ptr_array_index (readings, i), walk, depth + 1);
  contradicts &= buoy_message_drop_known_links (message, first_link, first_new)
                 || message->inner->len + message->pages->len > n_files;
  if (contradicts)
    buoy_message_note (message->anomalies, BUOY_ANOMALY_AMBIGUOUS);
  buoy_part_doubt_links (message, first_link);
}

static void
read_object (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk, guint depth)
{
  const guint first_link = message->links->len;

  read_as_parsed (message, object, walk, depth);
  if (depth <= BUOY_MAX_DEPTH)
    read_other_readings (message, object, walk, depth, first_link);
}

void
buoy_parts_read (BuoyMessage *message, GMimeMessage *entity, BuoyPartWalk *walk, guint depth)
{
  GMimeObject *root = g_mime_message_get_mime_part (entity);

  if (root != NULL)
    read_object (message, root, walk, depth);
}
