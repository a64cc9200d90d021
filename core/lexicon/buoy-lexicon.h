/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words and phrases of all languages, by purpose. They are in data/lexicon/, one file per language.
 */
#pragma once

#include <glib.h>

/* In the order of data/lexicon/en.ini, which describes each section. */
typedef enum
{
  BUOY_LEXICON_URGENCY,
  BUOY_LEXICON_ACCOUNT_THREAT,
  BUOY_LEXICON_URGENT_SUBJECT,
  BUOY_LEXICON_ADVANCE_FEE,
  BUOY_LEXICON_BILLING,
  BUOY_LEXICON_CALL,
  BUOY_LEXICON_PAYMENT,
  BUOY_LEXICON_MAILBOX_ACCESS,
  BUOY_LEXICON_GENERIC_GREETING,
  BUOY_LEXICON_RELATION,
  BUOY_LEXICON_CHECK_CLAIM,
  BUOY_LEXICON_COMPANY_FORM,
  BUOY_LEXICON_N_TOPICS, /* buoy_phrases_find() finds those above anywhere in a text */
  BUOY_LEXICON_MAILBOX_ROLE = BUOY_LEXICON_N_TOPICS,
  BUOY_LEXICON_SYSTEM_ROLE,
  BUOY_LEXICON_DESK_ROLE,
  BUOY_LEXICON_ROLE_WORD,
  BUOY_LEXICON_ROLE_PART,
  BUOY_LEXICON_ABOUT_BRAND,
  BUOY_LEXICON_RESELLER,
  BUOY_LEXICON_FRAUD_WARNING,
  BUOY_LEXICON_FIRST_PERSON,
  BUOY_LEXICON_FIRST_PERSON_ANY_NAME,
  BUOY_LEXICON_NAME_ENDING,
  BUOY_LEXICON_REPLY_MARK,
  BUOY_LEXICON_SPAM_STAMP,
  BUOY_LEXICON_SUBJECT_MARK,
  BUOY_LEXICON_HONORIFIC,
  BUOY_LEXICON_ANYBODY,
  BUOY_LEXICON_LURE_WORD,
  BUOY_LEXICON_SITE_WORD,
  BUOY_LEXICON_COMMON_WORD,
  BUOY_LEXICON_PERSON_TITLE,
  BUOY_LEXICON_PERSON_VIA,
  BUOY_LEXICON_N_SECTIONS
} BuoyLexiconSection;

typedef struct _BuoyLexicon BuoyLexicon;

BuoyLexicon *buoy_lexicon_new (void);
void buoy_lexicon_free (BuoyLexicon *lexicon);

/* The name of @section in the files: "urgency". */
const char *buoy_lexicon_section_name (BuoyLexiconSection section);

/* Sets *@out_section to the section called @name; FALSE if there is none. */
gboolean buoy_lexicon_section_by_name (const char *name, BuoyLexiconSection *out_section);

/* Adds @phrase, which must live as long as @lexicon. */
void buoy_lexicon_add (BuoyLexicon *lexicon, BuoyLexiconSection section, const char *phrase);

/* Keeps @text, (transfer full), as long as @lexicon: phrases may be parts of it. */
void buoy_lexicon_take_text (BuoyLexicon *lexicon, char *text);

/* Returns: (transfer none) (element-type utf8): the phrases of all languages in @section. A phrase that two languages
 * share may be there twice.
 */
const GPtrArray *buoy_lexicon_get (const BuoyLexicon *lexicon, BuoyLexiconSection section);

/* The length in bytes, at most @max, of the longest phrase of @section with which @text begins; 0 if there is none. A
 * Latin phrase must end at a word boundary.
 */
gsize buoy_lexicon_begins (const BuoyLexicon *lexicon, BuoyLexiconSection section, const char *text, gsize max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyLexicon, buoy_lexicon_free)
