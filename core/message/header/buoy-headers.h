/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Header fields in order with duplicates (RFC 5322 §3.6), and the structured ones parsed.
 */
#pragma once

#include "base/buoy-budget.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* Limits the length of a name: an overlong one first loses invisible characters, then its middle, and the limit is
 * noted.
 *
 * @name: (transfer full): valid UTF-8
 *
 * Returns: (transfer full): @name, or the cut name
 */
char *buoy_message_take_name (BuoyMessage *message, char *name);

/* Reads headers, received, auth_results, subject, date and message_id of @entity. */
void buoy_headers_read (BuoyMessage *message, GMimeMessage *entity);

/* Decodes the RFC 2047 words and raw 8-bit text of a header value; (transfer full). */
char *buoy_header_decode (const char *value, BuoyBudget *budget);
