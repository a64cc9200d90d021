/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which text a mail program displays that was not read from the bytes.
 */
#pragma once

#include "message/buoy-message.h"

/* Finds the lines of @displayed, valid UTF-8, with a word that neither @message nor its attachments contain.
 *
 * Returns: (transfer full) (nullable): the lines; NULL if there are none
 */
char *buoy_shown_text_find (const BuoyMessage *message, const char *displayed);
