/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Images embedded in other attributes than <img src>, from which a browser shows them too.
 */
#pragma once

#include <gumbo.h>
#include "message/html/buoy-html-reader.h"

/* Reads images in attributes, except the one shown by an <img>. */
void buoy_html_read_pictures (BuoyHtmlReader *reader, const GumboNode *element);
