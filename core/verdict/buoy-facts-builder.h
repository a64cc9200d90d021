/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "verdict/buoy-verdict-facts.h"

/* Copies out of the evidence what a verdict tells. @inner: of BuoyEvidence: attached messages; @accused: of
 * const BuoyTarget: the links that findings accuse.
 */
BuoyFacts *buoy_facts_of_evidence (const BuoyEvidence *evidence, const GPtrArray *inner, GHashTable *accused);

/* The same for a text's links and claims. */
BuoyTextFacts *buoy_text_facts_of_evidence (const BuoyEvidence *evidence, GHashTable *accused);

/* Adds what a lookup would ask about the message to @questions, which are empty. */
void buoy_questions_of_evidence (BuoyQuestionFacts *questions, const BuoyEvidence *evidence, GHashTable *accused);

/* A copy of @text (NULL: NULL) in valid UTF-8; the second is cut in the middle to what is shown of a text. */
char *buoy_facts_copy (const char *text);
char *buoy_facts_copy_cut (const char *text);

/* As a browser writes it, shortened. */
char *buoy_facts_copy_address (const BuoyUrl *url);
