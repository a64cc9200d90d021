/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the readers of headers, bodies and attachments add to a message.
 */
#pragma once

#include "message/buoy-message.h"

/* Adds a limit or an anomaly once. */
void buoy_message_note (GPtrArray *notes, const char *name);

#define BUOY_MAX_READINGS 16 /* in a whole file, since nested parts would multiply them */

/* Takes the text or the address of a link, and leaves out the middle of what is longer than BUOY_MAX_LINK_BYTES. */
char *buoy_message_take_link_text (BuoyMessage *message, char *text);

/* The text of a link as it is seen: in visual order, without invisible characters, squeezed; (transfer full). @text:
 * valid UTF-8.
 */
char *buoy_message_see_text (const char *text);

/* An address as browsers take it from an attribute, without controls at its ends (WHATWG URL §4.4), which are U+FFFD in
 * a page's tree; (transfer full), valid UTF-8.
 */
char *buoy_message_strip_href (const char *written);

/* Adds a link unless there are too many; takes @text and @href. */
void buoy_message_add_link (BuoyMessage *message, BuoyLinkKind kind, char *text, char *href, GRefString *base,
                            gboolean has_image, gboolean in_html);

/* Appends to a text, up to BUOY_MAX_VISIBLE_BYTES. */
void buoy_message_append_text (BuoyMessage *message, char **text, const char *more);

/* Drops the links from @first_new on that say and open the same as one from @first on. Returns whether a link is left
 * that leads where none from @first on does.
 */
gboolean buoy_message_drop_known_links (BuoyMessage *message, guint first, guint first_new);
