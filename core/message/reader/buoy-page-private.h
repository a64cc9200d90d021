/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files about attached pages share.
 */
#pragma once

#include "message/buoy-message-private.h"
#include "message/buoy-page.h"

/* Adds @part to the pages or the inner messages of @message; FALSE where it is an attachment that stays encoded. */
gboolean buoy_page_read (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk, guint depth);

/* Keeps or counts @part among the pictures of @message if it is one. */
void buoy_picture_read (BuoyMessage *message, GMimePart *part);

/* Keeps or counts a picture that was made here. */
void buoy_picture_add (BuoyMessage *message, GBytes *picture);

/* Keeps or counts the pictures whose data: addresses stand in @text: a style sheet, or an attribute. */
void buoy_pictures_read_text (BuoyMessage *message, const char *text);

/* The page's <title> becomes the subject. @html: valid UTF-8. */
void buoy_page_read_title (BuoyMessage *content, const char *html);

/* What the page's scripts do; where they go by themselves, and the pages that they hide, are added. */
guint buoy_page_read_scripts (BuoyMessage *content, const char *html);

/* The first web address to which a script goes or which it opens in another window; (transfer full), NULL. */
char *buoy_page_find_address (const char *script);

#define BUOY_SCRIPT_LOCATION "location" /* what a script assigns to, or calls, to go elsewhere */

/* The first @word of a script, not the end of a longer one; NULL. */
const char *buoy_page_find_word (const char *text, const char *end, const char *word);

const char *buoy_page_skip_blanks (const char *p, const char *end);

/* Whether @text begins as an absolute web address does. */
gboolean buoy_page_is_address (const char *text);

/* What is given to @location: = "…", .href = '…', .replace ("…"), .assign (`…`); (transfer full), NULL. */
char *buoy_page_given_address (const char *location, const char *end);

/* The address in the first string behind a call; (transfer full), NULL. */
char *buoy_page_called_address (const char *call, const char *end);

/* What a string of a script holds, its base64 and escapes undone; NULL where it is too short for anything. */
char *buoy_page_undo_literal (const char *text, gsize length);

/* The text of a list of character numbers; NULL where it is too short. */
char *buoy_page_undo_numbers (const char *text, gsize length);

/* Adds the texts and links of a calendar file. @text: valid UTF-8. */
void buoy_calendar_read (BuoyMessage *content, const char *text);
