/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-page.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "message/body/buoy-calendar.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-page.h"
#include "message/header/buoy-file-name.h"
#include "message/html/buoy-html-document.h"
#include "message/mime/buoy-gmime.h"
#include "message/mime/buoy-part.h"
#include "message/reader/buoy-page-script.h"
#include "message/reader/buoy-part-walk.h"

typedef enum
{
  ATTACHED_HTML = BUOY_PAGE_HTML,
  ATTACHED_SVG = BUOY_PAGE_SVG,
  ATTACHED_ARCHIVE = BUOY_PAGE_ARCHIVE,
  ATTACHED_CALENDAR = BUOY_PAGE_CALENDAR,
  ATTACHED_MESSAGE,
  ATTACHED_OTHER
} AttachedKind;

typedef struct
{
  const char *name;
  AttachedKind kind;
} KindRow;

static const KindRow types[] = {
  { "text/html", ATTACHED_HTML },
  { "application/xhtml+xml", ATTACHED_HTML },
  { "image/svg+xml", ATTACHED_SVG },
  { "text/calendar", ATTACHED_CALENDAR },
  { "application/ics", ATTACHED_CALENDAR },
  { "message/rfc822", ATTACHED_MESSAGE },
  { "application/x-mimearchive", ATTACHED_ARCHIVE },
};

static const KindRow suffixes[] = {
  { ".htm", ATTACHED_HTML },      { ".html", ATTACHED_HTML },    { ".shtml", ATTACHED_HTML },
  { ".xhtml", ATTACHED_HTML },    { ".xht", ATTACHED_HTML },     { ".hta", ATTACHED_HTML },
  { ".svg", ATTACHED_SVG },       { ".eml", ATTACHED_MESSAGE },  { ".mht", ATTACHED_ARCHIVE },
  { ".mhtml", ATTACHED_ARCHIVE }, { ".ics", ATTACHED_CALENDAR },
};

static AttachedKind
find_kind (const KindRow *rows, guint n_rows, const char *name)
{
  for (guint i = 0; i < n_rows; i++)
    if (g_ascii_strcasecmp (rows[i].name, name) == 0)
      return rows[i].kind;
  return ATTACHED_OTHER;
}

/* Windows drops trailing dots and spaces of file names. */
static AttachedKind
kind_of_file (const char *file)
{
  g_autofree char *name = g_strdup (file);
  gsize length = strlen (name);
  const char *dot;

  while (length > 0 && (name[length - 1] == '.' || name[length - 1] == ' '))
    name[--length] = '\0';
  dot = strrchr (name, '.');
  return dot != NULL ? find_kind (suffixes, G_N_ELEMENTS (suffixes), dot) : ATTACHED_OTHER;
}

/* Adds the kind of a file called @name, (transfer full) (nullable). */
static guint
add_kind_of_file (guint kinds, char *name)
{
  const AttachedKind kind = name != NULL ? kind_of_file (name) : ATTACHED_OTHER;

  g_free (name);
  return kind != ATTACHED_OTHER ? kinds | 1u << kind : kinds;
}

/* Every kind as which a program may open @part, as bits: by the names in its Content-Disposition and its Content-Type,
 * and by the type itself.
 */
static guint
kinds_of (GMimePart *part)
{
  GMimeObject *object = GMIME_OBJECT (part);
  g_autofree char *media_type = g_mime_content_type_get_mime_type (g_mime_object_get_content_type (object));
  const AttachedKind kind = find_kind (types, G_N_ELEMENTS (types), media_type);
  guint kinds = kind != ATTACHED_OTHER ? 1u << kind : 0;

  kinds = add_kind_of_file (kinds, buoy_part_get_file_name (part));
  kinds = add_kind_of_file (kinds, g_strdup (g_mime_object_get_content_type_parameter (object, "name")));
  return add_kind_of_file (kinds, g_strdup (g_mime_object_get_content_disposition_parameter (object, "filename")));
}

static gboolean
is_message (AttachedKind kind)
{
  return kind == ATTACHED_MESSAGE || kind == ATTACHED_ARCHIVE;
}

/* The start and end of an overlong page; only the start of a message, whose end cannot be parsed. */
static GByteArray *
decode_up_to_bound (BuoyMessage *message, GMimePart *part, AttachedKind kind, BuoyPartWalk *walk)
{
  const gsize max = is_message (kind) ? BUOY_MAX_FILES_BYTES : BUOY_MAX_PAGES_BYTES;
  gsize *n = is_message (kind) ? &walk->n_file_bytes : &walk->n_page_bytes;
  GByteArray *bytes;

  if (is_message (kind))
    bytes = buoy_part_decode (message, part, max - *n, "attached");
  else
    bytes = buoy_part_decode_both_ends (message, part, MIN (max - *n, BUOY_MAX_PAGE_BYTES), "attached");
  *n += bytes->len;
  return bytes;
}

/* Returns: (transfer full) (nullable): the decoded bytes of @part, within the limits for all attachments; NULL if there
 * were too many
 */
static GBytes *
decode (BuoyMessage *message, GMimePart *part, AttachedKind kind, BuoyPartWalk *walk)
{
  if (walk->n_pages >= BUOY_MAX_PAGES)
    {
      buoy_message_note (message->limits, "attached");
      return NULL;
    }
  walk->n_pages++;
  return g_byte_array_free_to_bytes (decode_up_to_bound (message, part, kind, walk));
}

static BuoyMessage *
empty_message_new (BuoyPartWalk *walk, guint depth)
{
  GMimeMessage *entity = g_mime_message_new (FALSE);
  BuoyMessage *message = walk->read_entity (entity, walk, depth);

  g_object_unref (entity);
  return message;
}

static char *
name_of (GMimePart *part)
{
  char *file = buoy_part_get_file_name (part);
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));

  return file != NULL ? file : g_mime_content_type_get_mime_type (type);
}

static void
take_limits (BuoyMessage *message, const BuoyMessage *content)
{
  for (guint i = 0; i < content->limits->len; i++)
    buoy_message_note (message->limits, g_ptr_array_index (content->limits, i));
}

static void
add_page (BuoyMessage *message, GMimePart *part, BuoyPageKind kind, BuoyMessage *content, guint script)
{
  BuoyPage *page = g_new0 (BuoyPage, 1);

  page->kind = kind;
  page->name = name_of (part);
  page->script = script;
  page->content = content;
  take_limits (message, content);
  g_ptr_array_add (message->pages, page);
}

/* Programs may read the bytes of a page differently, so all readings are added. */
static guint
read_html (BuoyMessage *content, GMimePart *part, GBytes *bytes, const char *text)
{
  g_autoptr (GString) inside = g_string_new (NULL);
  g_autoptr (GPtrArray) others = buoy_part_find_texts (content, part, bytes, text, TRUE);
  guint script;

  buoy_html_read_run (content, text, strlen (text), inside);
  script = buoy_page_read_scripts (content, text);
  script |= buoy_page_read_scripts (content, inside->str);
  /* Bounded: buoy_part_find_texts() */
  for (guint i = 0; i < others->len; i++)
    {
      const char *other = g_ptr_array_index (others, i);

      buoy_html_read_otherwise (content, other, strlen (other), 0);
      script |= buoy_page_read_scripts (content, other);
    }
  return script;
}

static void
read_page (BuoyMessage *message, GMimePart *part, BuoyPageKind kind, GBytes *bytes, BuoyPartWalk *walk, guint depth)
{
  BuoyMessage *content = empty_message_new (walk, depth);
  g_autofree char *text = buoy_part_to_text (message, part, bytes);
  guint script = 0;

  if (kind == BUOY_PAGE_CALENDAR)
    buoy_calendar_read (content, text);
  else
    script = read_html (content, part, bytes, text);
  add_page (message, part, kind, content, script);
}

/* A file that is a message is read as one, whatever its type; a page with its images is stored as one. */
static gboolean
read_message (BuoyMessage *message, GMimePart *part, AttachedKind kind, GBytes *bytes, BuoyPartWalk *walk, guint depth)
{
  BuoyMessage *content = walk->read_file (bytes, walk, depth + 1);

  if (content == NULL)
    return FALSE;
  if (kind == ATTACHED_MESSAGE)
    g_ptr_array_add (message->inner, content);
  else
    add_page (message, part, BUOY_PAGE_ARCHIVE, content, 0);
  return TRUE;
}

gboolean
buoy_page_is (GMimePart *part)
{
  return kinds_of (part) != 0;
}

static gboolean
read_as (BuoyMessage *message, GMimePart *part, AttachedKind kind, BuoyPartWalk *walk, guint depth)
{
  g_autoptr (GBytes) bytes = decode (message, part, kind, walk);

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return FALSE;
  if (is_message (kind))
    return read_message (message, part, kind, bytes, walk, depth);
  read_page (message, part, (BuoyPageKind) kind, bytes, walk, depth);
  return TRUE;
}

gboolean
buoy_page_read (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk, guint depth)
{
  const guint kinds = kinds_of (part);
  gboolean is_read = FALSE;

  /* Bounded: kinds_of() */
  for (guint kind = 0; kind < ATTACHED_OTHER; kind++)
    if ((kinds & 1u << kind) != 0)
      is_read |= read_as (message, part, (AttachedKind) kind, walk, depth);
  return is_read;
}
