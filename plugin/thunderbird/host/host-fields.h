/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checks that a frame has the members that its type requires, so that request handlers need not check.
 */
#pragma once

#include <json-glib/json-glib.h>

typedef enum
{
  HOST_FIELD_NUMBER, /* an integer above 0 that JavaScript represents exactly */
  HOST_FIELD_COUNT,  /* the same, or 0 */
  HOST_FIELD_TEXT,
  HOST_FIELD_BOOL,
  HOST_FIELD_TEXTS,
  HOST_FIELD_PAIRS, /* of strings */
  HOST_FIELD_OBJECT,
  HOST_FIELD_OBJECTS,
  HOST_FIELD_ANY
} HostFieldKind;

typedef struct
{
  const char *name; /* NULL at the end of a table */
  HostFieldKind kind;
  gboolean may_be_null; /* or missing */
} HostField;

gboolean host_fields_fit (JsonObject *frame, const HostField *fields);

/* A member that host_fields_fit() has checked; 0, NULL or FALSE if it is null or missing. Texts are valid UTF-8;
 * (transfer full).
 */
gint64 host_get_number (JsonObject *frame, const char *name);
gboolean host_get_bool (JsonObject *frame, const char *name);
char *host_get_text (JsonObject *frame, const char *name);
