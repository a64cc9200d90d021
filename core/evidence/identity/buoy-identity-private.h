/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of the identity room: what the sender calls itself, in whose voice the text speaks, and the words
 * that tell the two from a brand that is only named.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Adds @place to the claim of @brand, which is made where it is new. */
void buoy_claim_add (BuoyEvidence *evidence, const BuoyBrand *brand, BuoyClaimPlace place, gboolean disguised);

/* The claim of @brand so far; NULL. */
BuoyClaim *buoy_claim_find (const BuoyEvidence *evidence, const BuoyBrand *brand);

void buoy_identity_read_sender (BuoyEvidence *evidence); /* From's names, and by the next two its address */
void buoy_identity_read_local_part (BuoyEvidence *evidence, const char *address);
void buoy_identity_read_domain (BuoyEvidence *evidence);
void buoy_identity_read_text (BuoyEvidence *evidence);   /* subject, body, pictures, link texts */

/* Whether nothing but words of office ("support", "team", "事務局"), numbers and marks stands from @text to @end. */
gboolean buoy_words_are_office (const char *text, const char *end);

/* Whether @match is the whole @name, with words of office around it at most. */
gboolean buoy_words_are_whole (const char *name, const BuoyBrandMatch *match);

/* Whether the text around the name from @start to @end speaks in its voice: "your X account", "© X". */
gboolean buoy_words_speak (const char *folded, const BuoyBrandMatch *match);

/* Whether @name is that of a firm of its own which sells or stands for the brand: "山田茶舗 楽天市場店". */
gboolean buoy_words_are_dealers (const char *name, const BuoyBrandMatch *match);

/* Whether the word at @text makes another thing of the brand's name before it: "Amazon Watch". */
gboolean buoy_words_make_other (const char *text);
