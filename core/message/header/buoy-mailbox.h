/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailboxes in address fields (RFC 5322 §3.4), as mail programs show them, even if the field is malformed.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* Reads from, reply_to, to, sender and return_path from message->headers. */
void buoy_mailboxes_read (BuoyMessage *message, GMimeParserOptions *options);
