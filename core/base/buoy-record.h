/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Writes structures as bytes for another process, and reads them. One table lists the members for both directions.
 * Input is not trusted: texts must be valid UTF-8, numbers in range, each array within its limit and all arrays within
 * a common one, and no bytes may be left over.
 */
#pragma once

#include <glib.h>

#define BUOY_RECORD_MAX_TEXT_BYTES (256 * 1024) /* of one text; a link's address has 64 KiB, tripled by its encoding */

/* In all arrays together: an empty text takes four bytes here, but ten times as many in memory. */
#define BUOY_RECORD_MAX_ELEMENTS (1000 * 1000)

typedef enum
{
  BUOY_FIELD_TEXT,         /* char *, never NULL */
  BUOY_FIELD_MAYBE_TEXT,   /* char *, or NULL */
  BUOY_FIELD_TEXTS,        /* GPtrArray of char * */
  BUOY_FIELD_MAYBE_TEXTS,  /* the same, or NULL */
  BUOY_FIELD_STRV,         /* char **, NULL-terminated */
  BUOY_FIELD_NUMBER,       /* an enum, guint or gboolean: at most the limit */
  BUOY_FIELD_TIME,         /* gint64: seconds since 1970, in the range of GDateTime */
  BUOY_FIELD_RECORD,       /* an embedded structure */
  BUOY_FIELD_MAYBE_RECORD, /* a pointer to a structure, or NULL */
  BUOY_FIELD_RECORDS,      /* GPtrArray of pointers to structures */
  BUOY_FIELD_MAYBE_RECORDS /* the same, or NULL */
} BuoyFieldKind;

typedef struct _BuoyRecordType BuoyRecordType;

typedef struct
{
  BuoyFieldKind kind;
  gsize offset;
  guint limit;                /* the largest number, or the most elements of an array */
  guint role;                 /* of a text, for buoy_record_replace_texts(); 0: none */
  const BuoyRecordType *type; /* of the structure, or of the array's elements; NULL for texts */
} BuoyField;

struct _BuoyRecordType
{
  const BuoyField *fields;
  guint n_fields;
  gpointer (*make) (
      void); /* a structure to be read into: its arrays exist already; NULL if it is always within others */
  GDestroyNotify free;
};

#define BUOY_FIELD(structure, member, ...)                     \
  {                                                            \
    .offset = G_STRUCT_OFFSET (structure, member), __VA_ARGS__ \
  }
#define BUOY_TEXT(structure, member) BUOY_FIELD (structure, member, .kind = BUOY_FIELD_TEXT)
#define BUOY_MAYBE_TEXT(structure, member) BUOY_FIELD (structure, member, .kind = BUOY_FIELD_MAYBE_TEXT)
#define BUOY_ROLE_TEXT(structure, member, of_role) \
  BUOY_FIELD (structure, member, .kind = BUOY_FIELD_TEXT, .role = (of_role))
#define BUOY_ROLE_MAYBE_TEXT(structure, member, of_role) \
  BUOY_FIELD (structure, member, .kind = BUOY_FIELD_MAYBE_TEXT, .role = (of_role))
#define BUOY_TEXTS(structure, member, max) BUOY_FIELD (structure, member, .kind = BUOY_FIELD_TEXTS, .limit = (max))
#define BUOY_MAYBE_TEXTS(structure, member, max) \
  BUOY_FIELD (structure, member, .kind = BUOY_FIELD_MAYBE_TEXTS, .limit = (max))
#define BUOY_STRV(structure, member, max) BUOY_FIELD (structure, member, .kind = BUOY_FIELD_STRV, .limit = (max))
#define BUOY_NUMBER(structure, member, max)                 \
  BUOY_FIELD (structure, member, .kind = BUOY_FIELD_NUMBER, \
              .limit = (max) + 0 * sizeof (char[sizeof (((structure *) NULL)->member) == sizeof (guint) ? 1 : -1]))
#define BUOY_BOOLEAN(structure, member) BUOY_NUMBER (structure, member, TRUE)
#define BUOY_TIME(structure, member) BUOY_FIELD (structure, member, .kind = BUOY_FIELD_TIME)
#define BUOY_RECORD(structure, member, record) \
  BUOY_FIELD (structure, member, .kind = BUOY_FIELD_RECORD, .type = (record))
#define BUOY_MAYBE_RECORD(structure, member, record) \
  BUOY_FIELD (structure, member, .kind = BUOY_FIELD_MAYBE_RECORD, .type = (record))
#define BUOY_RECORDS(structure, member, max, record) \
  BUOY_FIELD (structure, member, .kind = BUOY_FIELD_RECORDS, .limit = (max), .type = (record))
#define BUOY_MAYBE_RECORDS(structure, member, max, record) \
  BUOY_FIELD (structure, member, .kind = BUOY_FIELD_MAYBE_RECORDS, .limit = (max), .type = (record))

/* @name: an array of BuoyField */
#define BUOY_RECORD_TYPE(name, make_func, free_func) \
  {                                                  \
    name, G_N_ELEMENTS (name), make_func, free_func  \
  }

/* Writes @version, which must be the same on reading, and @record.
 *
 * Returns: (transfer full) (nullable): the bytes; NULL if they would be more than @max_bytes
 */
GBytes *buoy_record_to_bytes (const BuoyRecordType *type, gconstpointer record, guint version, gsize max_bytes);

/* Returns: (transfer full) (nullable): the record; NULL if @bytes are not a valid record of this @type and @version */
gpointer buoy_record_from_bytes (const BuoyRecordType *type, GBytes *bytes, guint version, gsize max_bytes);

/* What takes the place of @text, valid UTF-8; NULL: it stays as it is. (transfer full) */
typedef char *(*BuoyTextFunc) (const char *text, guint role, gpointer user_data);

/* Calls @func for each single text that is not NULL, those of arrays of texts left out. */
void buoy_record_replace_texts (const BuoyRecordType *type, gpointer record, BuoyTextFunc func, gpointer user_data);
