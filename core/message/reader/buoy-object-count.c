/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-object-count.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "message/mime/buoy-gmime.h"

#define BYTES_OF_OBJECT 256   /* of a field's value; a longer one counts as several objects */
#define ADDRESSES_OF_OBJECT 2 /* GMime creates objects for addresses too */
#define OBJECTS_OF_MESSAGE 10 /* including its part */
#define STEPS_A_BOUNDARY 3    /* GMime compares a line with each open boundary; they are scattered in memory */

void
buoy_object_count_init (BuoyObjectCount *count, guint *n_objects)
{
  count->n_objects = n_objects;
  count->n_counted = 0;
  count->boundaries = g_hash_table_new_full (buoy_text_hash, g_str_equal, g_free, NULL);
  count->longest_boundary = 0;
  count->objects_of_part = BUOY_OBJECTS_OF_PART;
}

void
buoy_object_count_clear (BuoyObjectCount *count)
{
  g_hash_table_unref (count->boundaries);
}

/* Whether @line, without trailing white space, is a delimiter with a declared boundary. */
static gboolean
is_boundary (const BuoyObjectCount *count, const char *line, gsize room)
{
  const char *end = memchr (line, '\n', room);
  const gsize length = end != NULL ? (gsize) (end - line) : room;
  g_autofree char *name = NULL;

  if (length < 2 || line[1] != '-' || length > 2 * count->longest_boundary + 16)
    return FALSE;
  name = g_strchomp (g_strndup (line + 2, length - 2));
  if (g_hash_table_contains (count->boundaries, name))
    return TRUE;
  if (!g_str_has_suffix (name, "--"))
    return FALSE;
  name[strlen (name) - 2] = '\0';
  return g_hash_table_contains (count->boundaries, name);
}

void
buoy_object_count_parts (BuoyObjectCount *count, const char *data, gsize position, BuoyBudget *budget)
{
  const char *end = data + position;

  for (const char *p = data + count->n_counted; (p = memchr (p, '-', (gsize) (end - p))) != NULL; p++)
    {
      if (p == data || p[-1] != '\n')
        continue;
      buoy_budget_spend (budget, STEPS_A_BOUNDARY * g_hash_table_size (count->boundaries));
      *count->n_objects += is_boundary (count, p, (gsize) (end - p)) ? count->objects_of_part : 0;
    }
  count->n_counted = position;
}

static void
count_type (BuoyObjectCount *count, const char *content_type)
{
  g_autoptr (GMimeContentType) type = g_mime_content_type_parse (NULL, content_type);
  const char *boundary = type != NULL ? g_mime_content_type_get_parameter (type, "boundary") : NULL;

  if (type != NULL && g_mime_content_type_is_type (type, "message", "*"))
    *count->n_objects += OBJECTS_OF_MESSAGE;
  if (type != NULL && g_mime_content_type_is_type (type, "multipart", "digest"))
    count->objects_of_part = BUOY_OBJECTS_OF_PART + OBJECTS_OF_MESSAGE;
  if (boundary == NULL)
    return;
  count->longest_boundary = MAX (count->longest_boundary, strlen (boundary));
  g_hash_table_add (count->boundaries, g_strchomp (g_strdup (boundary)));
}

/* The objects that GMime creates for a field: its text, and the addresses it may contain. */
static guint
count_objects (const char *value, gsize length)
{
  guint n_commas = 0;

  for (const char *p = strchr (value, ','); p != NULL; p = strchr (p + 1, ','))
    n_commas++;
  return 1 + (guint) (length / BYTES_OF_OBJECT) + n_commas / ADDRESSES_OF_OBJECT;
}

void
buoy_object_count_field (BuoyObjectCount *count, const char *name, const char *value, gsize length)
{
  *count->n_objects += count_objects (value, length);
  if (g_ascii_strcasecmp (name, "Content-Type") == 0)
    count_type (count, value);
}
