/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The visible text of events in a calendar file (RFC 5545): summary, location, description and addresses. Files are
 * read line by line; dates are ignored.
 */
#pragma once

#include "message/buoy-message.h"

/* Adds the texts and links of a calendar file. @text: valid UTF-8. */
void buoy_calendar_read (BuoyMessage *content, const char *text);
