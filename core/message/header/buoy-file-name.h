/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The name that a mail program shows for an attached file, also where a mailer wrote encoded words (RFC 2047) into a
 * parameter, which RFC 2231 §1 forbids and most programs read all the same.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* Reads the file name of @part, once, and keeps it with the part. */
void buoy_part_read_file_name (BuoyMessage *message, GMimePart *part);

/* The file name that was read, valid UTF-8; (transfer full), NULL. */
char *buoy_part_get_file_name (GMimePart *part);
