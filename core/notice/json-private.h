/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of the JSON output.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "verdict/buoy-verdict-private.h"

/* "none", "pass", "fail" or "unknown". */
const char *buoy_auth_state_to_string (BuoyAuthState state);

/* A member with a string of a mail: valid, at most 4 KiB, null for NULL. */
void buoy_json_add_text (JsonBuilder *builder, const char *name, const char *text);

/* A host, and beside it "<name>_unicode" where it isn't plain ASCII for a reader. */
void buoy_json_add_host (JsonBuilder *builder, const char *name, const char *ascii);

void buoy_json_add_bool (JsonBuilder *builder, const char *name, gboolean value);
void buoy_json_add_strings (JsonBuilder *builder, const char *name, const GPtrArray *strings);

/* The member "local"; null for NULL. */
void buoy_json_add_local (JsonBuilder *builder, const BuoyVerification *verification);

void buoy_json_add_evidence (JsonBuilder *builder, const BuoyEvidence *evidence);

/* The pages and messages that are attached, and what was read of them. */
void buoy_json_add_attached (JsonBuilder *builder, const BuoyEvidence *evidence, const GPtrArray *inner);

/* One line, without a newline; frees nothing of @builder's. */
char *buoy_json_finish (JsonBuilder *builder);
