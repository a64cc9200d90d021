/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links of plain text: what mail programs make clickable, and hosts that it names. A URL ends at white space, at a
 * bracket or quote, and at kana and kanji, which stand right behind it in Japanese.
 */
#pragma once

#include "message/buoy-message.h"

/* Adds the links that a text/plain part holds. @text: valid UTF-8. */
void buoy_plain_links_read (BuoyMessage *message, const char *text);
