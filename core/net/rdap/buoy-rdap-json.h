/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Members of JSON whose types a registry may have got wrong: what has another type is not there.
 */
#pragma once

#include <json-glib/json-glib.h>

#define BUOY_RDAP_MAX_TEXT 400 /* bytes of a name; longer ones are cut */

/* (transfer full): the object that @text holds; NULL where it is none, or such as no parser should be given. */
JsonNode *buoy_rdap_json_parse (GBytes *text);

JsonArray *buoy_rdap_json_array (JsonObject *object, const char *member);
JsonObject *buoy_rdap_json_object_at (JsonArray *array, guint index);
JsonArray *buoy_rdap_json_array_at (JsonArray *array, guint index);

/* (transfer full): without control characters and blanks around, at most BUOY_RDAP_MAX_TEXT bytes; NULL where it is
 * no text.
 */
char *buoy_rdap_json_text (JsonObject *object, const char *member);
char *buoy_rdap_json_text_at (JsonArray *array, guint index);

/* Whether the array @member holds the string @value. */
gboolean buoy_rdap_json_lists (JsonObject *object, const char *member, const char *value);
