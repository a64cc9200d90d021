/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words around a brand's name that make it a claim, and those that don't. All texts are folded with
 * buoy_text_fold().
 */
#pragma once

#include "evidence/buoy-evidence.h"
#include "registry/buoy-brands.h"

/* Whether there are only role words ("support", "team", "事務局"), numbers and punctuation from @text to @end. */
gboolean buoy_words_are_role (const char *text, const char *end);

/* Whether @match is the whole @name, except for role words around it. */
gboolean buoy_words_are_whole (const char *name, const BuoyBrandMatch *match);

/* Whether @name is of an independent company that sells or represents the brand: "山田茶舗 楽天市場店". */
gboolean buoy_words_are_reseller (const char *name, const BuoyBrandMatch *match);

/* Whether the word at @text turns the brand's name before it into something else, which is about the brand: "Amazon
 * Watch". The sender chose it, so it does not count if authentication failed, or if the text asks for what a brand
 * would.
 */
gboolean buoy_words_make_other (const BuoyEvidence *evidence, const char *text);
