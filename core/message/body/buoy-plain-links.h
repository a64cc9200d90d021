/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links in plain text: what mail programs make clickable, and bare hosts. A URL ends at white space, at a bracket or
 * quote, and at kana and kanji, which often follow directly in Japanese.
 */
#pragma once

#include "message/buoy-message.h"

/* Adds the links in a text/plain part. @text: valid UTF-8. */
void buoy_plain_links_read (BuoyMessage *message, const char *text);
