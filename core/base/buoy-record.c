/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers take four bytes and times take eight, little-endian. Texts and arrays follow their length; the largest length
 * stands for NULL.
 */
#include "config.h"

#include "base/buoy-record.h"

#include <string.h>

#define NOTHING G_MAXUINT32                             /* the length of a NULL text or array */
#define FIRST_SECOND (-G_GINT64_CONSTANT (62135596800)) /* the first of year 1, where GDateTime begins */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)    /* the last of year 9999, where it ends */

static void
write_number (GByteArray *out, guint32 number)
{
  const guint32 little = GUINT32_TO_LE (number);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
write_time (GByteArray *out, gint64 seconds)
{
  const gint64 little = GINT64_TO_LE (seconds);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
write_text (GByteArray *out, const char *text)
{
  const gsize length = text != NULL ? strlen (text) : 0;

  write_number (out, text != NULL ? (guint32) length : NOTHING);
  g_byte_array_append (out, (const guint8 *) text, (guint) length);
}

static void write_fields (GByteArray *out, const BuoyRecordType *type, gconstpointer record);

static void
write_array (GByteArray *out, const BuoyField *field, const GPtrArray *array)
{
  write_number (out, array != NULL ? array->len : NOTHING);
  for (guint i = 0; array != NULL && i < array->len; i++)
    if (field->type != NULL)
      write_fields (out, field->type, g_ptr_array_index (array, i));
    else
      write_text (out, g_ptr_array_index (array, i));
}

static void
write_strv (GByteArray *out, char *const *texts)
{
  write_number (out, g_strv_length ((char **) texts));
  for (guint i = 0; texts[i] != NULL; i++)
    write_text (out, texts[i]);
}

static void
write_maybe_record (GByteArray *out, const BuoyRecordType *type, gconstpointer record)
{
  write_number (out, record != NULL);
  if (record != NULL)
    write_fields (out, type, record);
}

static void
write_field (GByteArray *out, const BuoyField *field, gconstpointer member)
{
  switch (field->kind)
    {
    case BUOY_FIELD_TEXT:
    case BUOY_FIELD_MAYBE_TEXT:
      write_text (out, *(const char *const *) member);
      break;
    case BUOY_FIELD_STRV:
      write_strv (out, *(char *const *const *) member);
      break;
    case BUOY_FIELD_NUMBER:
      write_number (out, *(const guint *) member);
      break;
    case BUOY_FIELD_TIME:
      write_time (out, *(const gint64 *) member);
      break;
    case BUOY_FIELD_RECORD:
      write_fields (out, field->type, member);
      break;
    case BUOY_FIELD_MAYBE_RECORD:
      write_maybe_record (out, field->type, *(const gconstpointer *) member);
      break;
    default: /* the arrays */
      write_array (out, field, *(GPtrArray *const *) member);
    }
}

static void
write_fields (GByteArray *out, const BuoyRecordType *type, gconstpointer record)
{
  for (guint i = 0; i < type->n_fields; i++)
    write_field (out, &type->fields[i], (const char *) record + type->fields[i].offset);
}

GBytes *
buoy_record_to_bytes (const BuoyRecordType *type, gconstpointer record, guint version, gsize max_bytes)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  write_number (out, version);
  write_fields (out, type, record);
  return out->len <= max_bytes ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

typedef struct
{
  const char *at;
  gsize left;
  guint n_elements; /* that may still be read, in all arrays together */
} Input;

static gboolean
take (Input *input, gsize length, gpointer out)
{
  if (length > input->left)
    return FALSE;
  memcpy (out, input->at, length);
  input->at += length;
  input->left -= length;
  return TRUE;
}

static gboolean
read_number (Input *input, guint32 max, guint32 *out_number)
{
  guint32 little;

  if (!take (input, sizeof little, &little))
    return FALSE;
  *out_number = GUINT32_FROM_LE (little);
  return *out_number <= max;
}

static gboolean
read_time (Input *input, gint64 *out_seconds)
{
  gint64 little;

  if (!take (input, sizeof little, &little))
    return FALSE;
  *out_seconds = GINT64_FROM_LE (little);
  return *out_seconds >= FIRST_SECOND && *out_seconds <= LAST_SECOND;
}

/* Replaces *@out_text, freeing the old value. */
static gboolean
read_text (Input *input, gboolean nullable, char **out_text)
{
  guint32 length;

  g_clear_pointer (out_text, g_free);
  if (!read_number (input, NOTHING, &length))
    return FALSE;
  if (length == NOTHING)
    return nullable;
  if (length > BUOY_RECORD_MAX_TEXT_BYTES || length > input->left || !g_utf8_validate_len (input->at, length, NULL))
    return FALSE;
  *out_text = g_strndup (input->at, length);
  input->at += length;
  input->left -= length;
  return TRUE;
}

static gboolean
read_strv (Input *input, guint max, char ***out_texts)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  guint32 n_texts;

  if (!read_number (input, max, &n_texts))
    return FALSE;
  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *text = NULL;

      if (!read_text (input, FALSE, &text))
        return FALSE;
      g_strv_builder_add (texts, text);
    }
  g_strfreev (*out_texts);
  *out_texts = g_strv_builder_end (texts);
  return TRUE;
}

static gboolean read_fields (Input *input, const BuoyRecordType *type, gpointer record);

/* Returns: (transfer full) (nullable): the next record; NULL if it is invalid */
static gpointer
read_record (Input *input, const BuoyRecordType *type)
{
  gpointer record = type->make ();

  if (read_fields (input, type, record))
    return record;
  type->free (record);
  return NULL;
}

static gpointer
read_element (Input *input, const BuoyField *field)
{
  char *text = NULL;

  if (field->type != NULL)
    return read_record (input, field->type);
  return read_text (input, FALSE, &text) ? text : NULL;
}

static gboolean
read_array (Input *input, const BuoyField *field, GPtrArray **out_array)
{
  const gboolean nullable = field->kind == BUOY_FIELD_MAYBE_TEXTS || field->kind == BUOY_FIELD_MAYBE_RECORDS;
  guint32 n_elements;

  if (!read_number (input, NOTHING, &n_elements))
    return FALSE;
  if (n_elements == NOTHING)
    return nullable;
  if (n_elements > field->limit)
    return FALSE;
  if (*out_array == NULL)
    *out_array = g_ptr_array_new_with_free_func (field->type != NULL ? field->type->free : g_free);
  for (guint i = 0; i < n_elements; i++)
    {
      gpointer element;

      if (input->n_elements == 0)
        return FALSE;
      input->n_elements--;
      element = read_element (input, field);
      if (element == NULL)
        return FALSE;
      g_ptr_array_add (*out_array, element);
    }
  return TRUE;
}

static gboolean
read_maybe_record (Input *input, const BuoyRecordType *type, gpointer *out_record)
{
  guint32 is_there;

  if (!read_number (input, TRUE, &is_there))
    return FALSE;
  if (is_there)
    *out_record = read_record (input, type);
  return !is_there || *out_record != NULL;
}

static gboolean
read_field (Input *input, const BuoyField *field, gpointer member)
{
  switch (field->kind)
    {
    case BUOY_FIELD_TEXT:
    case BUOY_FIELD_MAYBE_TEXT:
      return read_text (input, field->kind == BUOY_FIELD_MAYBE_TEXT, member);
    case BUOY_FIELD_STRV:
      return read_strv (input, field->limit, member);
    case BUOY_FIELD_NUMBER:
      return read_number (input, field->limit, member);
    case BUOY_FIELD_TIME:
      return read_time (input, member);
    case BUOY_FIELD_RECORD:
      return read_fields (input, field->type, member);
    case BUOY_FIELD_MAYBE_RECORD:
      return read_maybe_record (input, field->type, member);
    default: /* the arrays */
      return read_array (input, field, member);
    }
}

static gboolean
read_fields (Input *input, const BuoyRecordType *type, gpointer record)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (!read_field (input, &type->fields[i], (char *) record + type->fields[i].offset))
      return FALSE;
  return TRUE;
}

gpointer
buoy_record_from_bytes (const BuoyRecordType *type, GBytes *bytes, guint version, gsize max_bytes)
{
  Input input = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), BUOY_RECORD_MAX_ELEMENTS };
  guint32 found;
  gpointer record;

  if (input.left > max_bytes || !read_number (&input, NOTHING, &found) || found != version)
    return NULL;
  record = read_record (&input, type);
  if (record != NULL && input.left > 0)
    g_clear_pointer (&record, type->free);
  return record;
}

static void
replace_text (char **text, guint role, BuoyTextFunc func, gpointer user_data)
{
  char *other = *text != NULL ? func (*text, role, user_data) : NULL;

  if (other == NULL)
    return;
  g_free (*text);
  *text = other;
}

static void
replace_in_array (const GPtrArray *array, const BuoyRecordType *type, BuoyTextFunc func, gpointer user_data)
{
  for (guint i = 0; array != NULL && i < array->len; i++)
    buoy_record_replace_texts (type, g_ptr_array_index (array, i), func, user_data);
}

void
buoy_record_replace_texts (const BuoyRecordType *type, gpointer record, BuoyTextFunc func, gpointer user_data)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const BuoyField *field = &type->fields[i];
      gpointer member = (char *) record + field->offset;

      if (field->kind == BUOY_FIELD_TEXT || field->kind == BUOY_FIELD_MAYBE_TEXT)
        replace_text (member, field->role, func, user_data);
      else if (field->kind == BUOY_FIELD_RECORD)
        buoy_record_replace_texts (field->type, member, func, user_data);
      else if (field->kind == BUOY_FIELD_MAYBE_RECORD && *(gpointer *) member != NULL)
        buoy_record_replace_texts (field->type, *(gpointer *) member, func, user_data);
      else if (field->kind == BUOY_FIELD_RECORDS || field->kind == BUOY_FIELD_MAYBE_RECORDS)
        replace_in_array (*(GPtrArray **) member, field->type, func, user_data);
    }
}
