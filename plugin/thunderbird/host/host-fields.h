/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a frame has the members that its type asks for, so that nobody looks twice.
 */
#pragma once

#include <json-glib/json-glib.h>

typedef enum
{
  HOST_FIELD_NUMBER, /* a whole one above 0, as JavaScript has them */
  HOST_FIELD_COUNT,  /* 0, too */
  HOST_FIELD_TEXT,
  HOST_FIELD_BOOL,
  HOST_FIELD_TEXTS,
  HOST_FIELD_PAIRS, /* of texts */
  HOST_FIELD_OBJECT,
  HOST_FIELD_ANY
} HostFieldKind;

typedef struct
{
  const char *name; /* NULL: the end of a table */
  HostFieldKind kind;
  gboolean may_be_null; /* or missing */
} HostField;

gboolean host_fields_fit (JsonObject *frame, const HostField *fields);

/* What host_fields_fit() has seen; 0, NULL or FALSE for null or nothing. Texts are valid UTF-8; (transfer full). */
gint64 host_get_number (JsonObject *frame, const char *name);
gboolean host_get_bool (JsonObject *frame, const char *name);
char *host_get_text (JsonObject *frame, const char *name);
