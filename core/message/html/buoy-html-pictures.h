/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pictures that stand in a page itself, beside those of <img src>: wherever else a browser shows one.
 */
#pragma once

#include <gumbo.h>
#include "message/html/buoy-html-reader.h"

/* Pictures in its attributes, but for the one that an <img> shows. */
void buoy_html_read_pictures (BuoyHtmlReader *reader, const GumboNode *element);
