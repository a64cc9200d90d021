/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words around a brand's name that make it the sender's voice, and those that leave it a mere name. All are in
 * the form of buoy_text_fold().
 */
#pragma once

#include "registry/buoy-brands.h"

/* Whether nothing but role words ("support", "team", "事務局"), numbers and marks stands from @text to @end. */
gboolean buoy_words_are_role (const char *text, const char *end);

/* Whether @match is the whole @name, with role words around it at most. */
gboolean buoy_words_are_whole (const char *name, const BuoyBrandMatch *match);

/* Whether @name is that of a firm of its own which sells or stands for the brand: "山田茶舗 楽天市場店". */
gboolean buoy_words_are_reseller (const char *name, const BuoyBrandMatch *match);

/* Whether the word at @text makes another thing of the brand's name before it: "Amazon Watch". */
gboolean buoy_words_make_other (const char *text);
