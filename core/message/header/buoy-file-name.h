/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The name that a mail program shows for an attachment, including encoded words (RFC 2047) in a parameter, which RFC
 * 2231 §1 forbids and most programs decode anyway.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* Reads the file name of @part once and stores it with the part. */
void buoy_part_read_file_name (BuoyMessage *message, GMimePart *part);

/* Returns: (transfer full) (nullable): the stored file name, valid UTF-8; NULL if there is none */
char *buoy_part_get_file_name (GMimePart *part);
