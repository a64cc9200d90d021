/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Headers for the worker program, several in one request, and what it read in them. Its answer is not trusted.
 */
#pragma once

#include <glib.h>

#include "memory/buoy-header-facts.h"

#define BUOY_MAX_HEADERS_AT_A_TIME 50 /* read by one process: one that a header crashes costs the others a retry */

/* The header of a message, with the empty line that ends it. (transfer full) */
GBytes *buoy_header_of (GBytes *bytes);

/* @headers (element-type GBytes) as bytes. (transfer full) */
GBytes *buoy_headers_to_bytes (const GPtrArray *headers);

/* (transfer full) (nullable): of GBytes; NULL if @bytes are none, or too many. */
GPtrArray *buoy_headers_from_bytes (GBytes *bytes);

/* @facts (element-type BuoyHeaderFacts) as bytes. (transfer full) (nullable): NULL if that is too much. */
GBytes *buoy_header_facts_to_bytes (GPtrArray *facts);

/* What was read in @headers: of BuoyHeaderFacts, one for each header. A sender or a server that its header does not
 * name is left out. (transfer full) (nullable): NULL if @bytes are not that.
 */
GPtrArray *buoy_header_facts_from_bytes (GBytes *bytes, const GPtrArray *headers);

/* Leaves out of @facts, which are not trusted, what @header does not name. */
void buoy_header_facts_drop_foreign (BuoyHeaderFacts *facts, GBytes *header);
