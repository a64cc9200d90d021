/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An element among its siblings. @steps: how many nodes may be looked at yet, so that a page of nothing but siblings
 * takes no longer than its length.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

/* NULL: there is none. */
const GumboNode *buoy_css_previous (const GumboNode *element, guint *steps);

/* Which one it is, from 1; 0 where it took too many steps. */
guint buoy_css_position (const GumboNode *element, gboolean from_end, gboolean of_type, guint *steps);
