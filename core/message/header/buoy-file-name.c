/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/header/buoy-file-name.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-message.h"
#include "message/header/buoy-encoded-words.h"
#include "message/header/buoy-headers.h"
#include "message/mime/buoy-gmime.h"

#define KEY "bellbuoy-file-name"
#define PASSES 8 /* over a field: it is unfolded, joined, parsed and decoded */

/* The raw value of the header @name with its sequences of encoded words joined; NULL if there is none. */
static char *
join_header (BuoyMessage *message, GMimePart *part, const char *name)
{
  GMimeHeaderList *list = g_mime_object_get_header_list (GMIME_OBJECT (part));
  GMimeHeader *header = g_mime_header_list_get_header (list, name);
  const char *raw = header != NULL ? g_mime_header_get_raw_value (header) : NULL;
  g_autofree char *line = NULL;

  if (raw == NULL || strstr (raw, "=?") == NULL)
    return NULL;
  line = g_strndup (raw, BUOY_MAX_HEADER_BYTES);
  if (!buoy_budget_spend (message->budget, strlen (line) * PASSES))
    return NULL;
  g_strdelimit (line, "\r\n", ' ');
  return buoy_encoded_words_join (line, message->budget);
}

static char *
name_in_disposition (BuoyMessage *message, GMimePart *part)
{
  g_autofree char *value = join_header (message, part, "Content-Disposition");
  g_autoptr (GMimeContentDisposition) disposition
      = value != NULL ? g_mime_content_disposition_parse (NULL, value) : NULL;

  return disposition != NULL ? g_strdup (g_mime_content_disposition_get_parameter (disposition, "filename")) : NULL;
}

static char *
name_in_type (BuoyMessage *message, GMimePart *part)
{
  g_autofree char *value = join_header (message, part, "Content-Type");
  g_autoptr (GMimeContentType) type = value != NULL ? g_mime_content_type_parse (NULL, value) : NULL;

  return type != NULL ? g_strdup (g_mime_content_type_get_parameter (type, "name")) : NULL;
}

/* (nullable) */
static char *
read_name (BuoyMessage *message, GMimePart *part)
{
  GMimeObject *object = GMIME_OBJECT (part);
  g_autofree char *name = name_in_disposition (message, part);
  char *decoded;

  if (name == NULL && g_mime_object_get_content_disposition_parameter (object, "filename") == NULL)
    name = name_in_type (message, part);
  if (name == NULL)
    name = g_strdup (g_mime_part_get_filename (part));
  if (name == NULL)
    return NULL;
  decoded = strstr (name, "=?") != NULL ? buoy_header_decode (name, message->budget) : buoy_text_make_valid (name, -1);
  return buoy_message_take_name (message, decoded);
}

void
buoy_part_read_file_name (BuoyMessage *message, GMimePart *part)
{
  g_object_set_data_full (G_OBJECT (part), KEY, read_name (message, part), g_free);
}

char *
buoy_part_get_file_name (GMimePart *part)
{
  return g_strdup (g_object_get_data (G_OBJECT (part), KEY));
}
