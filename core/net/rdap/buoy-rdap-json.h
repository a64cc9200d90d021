/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads members of JSON that may be of the wrong type: those count as missing.
 */
#pragma once

#include <json-glib/json-glib.h>

#define BUOY_RDAP_MAX_TEXT 400 /* bytes of a name; longer ones are cut */

/* (transfer full) (nullable): the object in @text; NULL if it is not one, or too deeply nested to parse safely. */
JsonNode *buoy_rdap_json_parse (GBytes *text);

JsonArray *buoy_rdap_json_array (JsonObject *object, const char *member);
JsonObject *buoy_rdap_json_object_at (JsonArray *array, guint index);
JsonArray *buoy_rdap_json_array_at (JsonArray *array, guint index);

/* (transfer full) (nullable): the string without control characters and surrounding blanks, at most BUOY_RDAP_MAX_TEXT
 * bytes; NULL if the member is not a string.
 */
char *buoy_rdap_json_text (JsonObject *object, const char *member);
char *buoy_rdap_json_text_at (JsonArray *array, guint index);

/* Whether the array @member contains the string @value. */
gboolean buoy_rdap_json_lists (JsonObject *object, const char *member, const char *value);
