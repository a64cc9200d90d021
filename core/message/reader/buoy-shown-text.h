/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which text a mail program displays that was not read from the bytes.
 */
#pragma once

#include "message/buoy-message.h"

/* The lines of @displayed with a word that @message has nowhere, attachments included; (transfer full), NULL if there
 * are none. Both are valid UTF-8.
 */
char *buoy_shown_text_find (const BuoyMessage *message, const char *displayed);
