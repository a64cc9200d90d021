/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a reader sees of a text/html part, from a conforming HTML5 tree: its text, links with their texts, alternative
 * texts of images; and how much of it is invisible.
 */
#pragma once

#include <gumbo.h>

#include "message/html/buoy-computed-style.h"
#include "message/html/buoy-html-reader.h"

/* Reads @element and its content; @outer: its parent's style. */
void buoy_html_read_element (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *outer);
