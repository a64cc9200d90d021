/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "lexicon/buoy-lexicon.h"

#include <string.h>

struct _BuoyLexicon
{
  GPtrArray *texts; /* of char *: files, which contain the phrases */
  GPtrArray *sections[BUOY_LEXICON_N_SECTIONS];
};

static const char *const section_names[BUOY_LEXICON_N_SECTIONS] = {
  [BUOY_LEXICON_URGENCY] = "urgency",
  [BUOY_LEXICON_ACCOUNT_THREAT] = "account-threat",
  [BUOY_LEXICON_URGENT_SUBJECT] = "urgent-subject",
  [BUOY_LEXICON_ADVANCE_FEE] = "advance-fee",
  [BUOY_LEXICON_BILLING] = "billing",
  [BUOY_LEXICON_CALL] = "call",
  [BUOY_LEXICON_PAYMENT] = "payment",
  [BUOY_LEXICON_MAILBOX_ACCESS] = "mailbox-access",
  [BUOY_LEXICON_GENERIC_GREETING] = "generic-greeting",
  [BUOY_LEXICON_RELATION] = "relation",
  [BUOY_LEXICON_CHECK_CLAIM] = "check-claim",
  [BUOY_LEXICON_COMPANY_FORM] = "company-form",
  [BUOY_LEXICON_MAILBOX_ROLE] = "mailbox-role",
  [BUOY_LEXICON_SYSTEM_ROLE] = "system-role",
  [BUOY_LEXICON_DESK_ROLE] = "desk-role",
  [BUOY_LEXICON_ROLE_WORD] = "role-word",
  [BUOY_LEXICON_ROLE_PART] = "role-part",
  [BUOY_LEXICON_ABOUT_BRAND] = "about-brand",
  [BUOY_LEXICON_RESELLER] = "reseller",
  [BUOY_LEXICON_FRAUD_WARNING] = "fraud-warning",
  [BUOY_LEXICON_FIRST_PERSON] = "first-person",
  [BUOY_LEXICON_FIRST_PERSON_ANY_NAME] = "first-person-any-name",
  [BUOY_LEXICON_NAME_ENDING] = "name-ending",
  [BUOY_LEXICON_REPLY_MARK] = "reply-mark",
  [BUOY_LEXICON_SPAM_STAMP] = "spam-stamp",
  [BUOY_LEXICON_SUBJECT_MARK] = "subject-mark",
  [BUOY_LEXICON_HONORIFIC] = "honorific",
  [BUOY_LEXICON_ANYBODY] = "anybody",
  [BUOY_LEXICON_LURE_WORD] = "lure-word",
  [BUOY_LEXICON_SITE_WORD] = "site-word",
  [BUOY_LEXICON_COMMON_WORD] = "common-word",
  [BUOY_LEXICON_PERSON_TITLE] = "person-title",
  [BUOY_LEXICON_PERSON_VIA] = "person-via",
};

BuoyLexicon *
buoy_lexicon_new (void)
{
  BuoyLexicon *lexicon = g_new0 (BuoyLexicon, 1);

  lexicon->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < BUOY_LEXICON_N_SECTIONS; i++)
    lexicon->sections[i] = g_ptr_array_new ();
  return lexicon;
}

void
buoy_lexicon_free (BuoyLexicon *lexicon)
{
  for (guint i = 0; i < BUOY_LEXICON_N_SECTIONS; i++)
    g_ptr_array_unref (lexicon->sections[i]);
  g_ptr_array_unref (lexicon->texts);
  g_free (lexicon);
}

const char *
buoy_lexicon_section_name (BuoyLexiconSection section)
{
  return section_names[section];
}

gboolean
buoy_lexicon_section_by_name (const char *name, BuoyLexiconSection *out_section)
{
  for (guint i = 0; i < BUOY_LEXICON_N_SECTIONS; i++)
    if (g_str_equal (section_names[i], name))
      {
        *out_section = (BuoyLexiconSection) i;
        return TRUE;
      }
  return FALSE;
}

void
buoy_lexicon_add (BuoyLexicon *lexicon, BuoyLexiconSection section, const char *phrase)
{
  g_ptr_array_add (lexicon->sections[section], (gpointer) phrase);
}

void
buoy_lexicon_take_text (BuoyLexicon *lexicon, char *text)
{
  g_ptr_array_add (lexicon->texts, text);
}

const GPtrArray *
buoy_lexicon_get (const BuoyLexicon *lexicon, BuoyLexiconSection section)
{
  return lexicon->sections[section];
}

gsize
buoy_lexicon_begins (const BuoyLexicon *lexicon, BuoyLexiconSection section, const char *text, gsize max)
{
  const GPtrArray *phrases = lexicon->sections[section];
  gsize longest = 0;

  for (guint i = 0; i < phrases->len; i++)
    {
      const char *phrase = g_ptr_array_index (phrases, i);
      const gsize length = *phrase == *text ? strlen (phrase) : 0;

      if (length > longest && length <= max && strncmp (text, phrase, length) == 0
          && !(g_ascii_isalnum (text[length - 1]) && g_ascii_isalnum (text[length])))
        longest = length;
    }
  return longest;
}
