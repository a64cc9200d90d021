/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Header fields in their order, duplicates kept (RFC 5322 §3.6), and the ones that have a form of their own.
 */
#pragma once

#include "base/buoy-budget.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* A name as it is judged: one longer than any real one loses first what nobody sees, then its middle, and the limit is
 * noted. Takes @name; (transfer full).
 */
char *buoy_message_take_name (BuoyMessage *message, char *name);

/* headers, received, auth_results, subject, date, message_id of @entity. */
void buoy_headers_read (BuoyMessage *message, GMimeMessage *entity);

/* RFC 2047 words and raw 8-bit of a header value as text; (transfer full). */
char *buoy_header_decode (const char *value, BuoyBudget *budget);
