/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a reader sees of a text/html part, by a conforming HTML5 tree: its text, its links with their text, the alts of
 * its pictures; and how much of it nobody sees.
 */
#pragma once

#include <gumbo.h>

#include "message/html/buoy-computed-style.h"
#include "message/html/buoy-html-reader.h"

/* What @element and all in it shows; @outer: how its parent looks. */
void buoy_html_read_element (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *outer);
