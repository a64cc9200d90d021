/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared parts of the JSON output.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "verdict/buoy-verdict-private.h"

/* "none", "pass", "fail" or "unknown". */
const char *buoy_auth_state_to_string (BuoyAuthState state);

/* A member with a string from a mail: valid, at most 4 KiB, null for NULL. */
void buoy_json_add_text (JsonBuilder *builder, const char *name, const char *text);

/* A host, together with "<name>_unicode" if it is not plain ASCII. */
void buoy_json_add_host (JsonBuilder *builder, const char *name, const char *ascii);

void buoy_json_add_bool (JsonBuilder *builder, const char *name, gboolean value);
void buoy_json_add_strings (JsonBuilder *builder, const char *name, const GPtrArray *strings);

/* The member "local"; null for NULL. */
void buoy_json_add_local (JsonBuilder *builder, const BuoyVerification *verification);

/* The member "lookups": what was looked up; empty for NULL. */
void buoy_json_add_lookups (JsonBuilder *builder, const BuoyVerification *verification);

/* Elements of "lookups"; of a server several, as far as something is known. */
void buoy_json_add_registration (JsonBuilder *builder, const BuoyRegistration *registration, gint64 now);
void buoy_json_add_unanswered (JsonBuilder *builder, const char *domain, BuoyLookupError code, const char *source,
                               gint64 asked);
void buoy_json_add_server (JsonBuilder *builder, const BuoyServer *server);

void buoy_json_add_evidence (JsonBuilder *builder, const BuoyVerdict *verdict);

/* The attached pages and messages, and what was read of them. */
void buoy_json_add_attached (JsonBuilder *builder, const BuoyFacts *facts);

/* One line, without a newline; @builder is not freed. */
char *buoy_json_finish (JsonBuilder *builder);
