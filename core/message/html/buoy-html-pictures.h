/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Images embedded in a page outside <img src>, wherever a browser shows one.
 */
#pragma once

#include <gumbo.h>
#include "message/html/buoy-html-reader.h"

/* Reads images in attributes, except the one shown by an <img>. */
void buoy_html_read_pictures (BuoyHtmlReader *reader, const GumboNode *element);
