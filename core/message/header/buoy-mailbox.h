/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailboxes of address headers (RFC 5322 §3.4), read as mail programs show them, also where the header is broken.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* from, reply_to, to, sender, return_path out of message->headers. */
void buoy_mailboxes_read (BuoyMessage *message, GMimeParserOptions *options);
