/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Functions with which the readers of headers, bodies and attachments add to a message.
 */
#pragma once

#include "message/buoy-message.h"

/* Adds a limit or an anomaly once. */
void buoy_message_note (GPtrArray *notes, const char *name);

#define BUOY_MAX_READINGS 16 /* in a whole file, since nested parts would multiply them */

/* Cuts the text or the address of a link in the middle if it is longer than BUOY_MAX_LINK_BYTES, which is noted as a
 * limit except for data: URLs.
 *
 * @text: (transfer full): valid UTF-8
 *
 * Returns: (transfer full): @text, or the cut text
 */
char *buoy_message_take_link_text (BuoyMessage *message, char *text);

/* Returns: (transfer full): the text of a link as a reader sees it: at most BUOY_MAX_LINK_BYTES, in visual order,
 * without invisible characters, squeezed. @text is valid UTF-8.
 */
char *buoy_message_see_text (const char *text);

/* Removes spaces and controls from both ends of the address in an attribute, as browsers do (WHATWG URL §4.4), and
 * U+FFFD, which stands for NUL and for invalid bytes.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *buoy_message_strip_href (const char *written);

/* Adds a link unless there are too many.
 *
 * @text: (transfer full): valid UTF-8
 * @href: (transfer full): valid UTF-8
 * @base: (nullable): the document's base address
 */
void buoy_message_add_link (BuoyMessage *message, BuoyLinkKind kind, char *text, char *href, GRefString *base,
                            gboolean has_image, gboolean in_html);

/* Appends a line to *@text, which is cut in the middle beyond BUOY_MAX_VISIBLE_BYTES. */
void buoy_message_append_text (BuoyMessage *message, char **text, const char *more);

/* Drops each link from @first_new on that has the text and the address of another one from @first on. Returns whether a
 * link from @first_new on has an address that the links from @first to @first_new lack.
 */
gboolean buoy_message_drop_known_links (BuoyMessage *message, guint first, guint first_new);
