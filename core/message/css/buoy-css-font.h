/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fonts that come with a message (CSS Fonts 4 §4.3). In such a font letters may look like any others, so that what the
 * text says is not what is read on the screen. Honest mail loads its fonts from the network, if at all, which mail
 * programs do not do without consent.
 */
#pragma once

#include <glib.h>

/* Whether a declaration names such a font: "src: url(data:…)", or one that is a part or a drawing of the message. @value
 * ends at @end.
 */
gboolean buoy_css_font_is_carried (const char *property, const char *value, const char *end);
