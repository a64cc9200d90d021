/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds all topics of a text in one pass.
 */
#include "config.h"

#include "lexicon/buoy-phrases.h"

#include <string.h>

typedef struct
{
  const char *text;
  BuoyLexiconSection topic;
  const char *first; /* NULL: none */
} Row;

static const Row rows[] = {
  { "", BUOY_LEXICON_URGENCY, NULL },
  { "on", BUOY_LEXICON_URGENCY, NULL },
  { "on hold", BUOY_LEXICON_URGENCY, "on hold" },
  { "it is overdue.", BUOY_LEXICON_URGENCY, "overdue" },
  /* Latin phrases need word boundaries */
  { "common holder, on holdings", BUOY_LEXICON_URGENCY, NULL },
  { "xoverdue overdue2 overdue", BUOY_LEXICON_URGENCY, "overdue" },
  { "お支払いが未納です", BUOY_LEXICON_URGENCY, "未納" },
  { "x未納x", BUOY_LEXICON_URGENCY, "未納" },
  /* the first in the text, not in the files; the longer of two at the same place */
  { "overdue since within 24 hours", BUOY_LEXICON_URGENCY, "overdue" },
  { "webメール", BUOY_LEXICON_MAILBOX_ACCESS, "webメール" },
  { "password expires", BUOY_LEXICON_MAILBOX_ACCESS, "password expires" },
  /* a phrase may have several topics, and a text several languages */
  { "password expires", BUOY_LEXICON_URGENCY, "password expires" },
  { "password expires", BUOY_LEXICON_RELATION, "password" },
  { "sehr geehrter kunde, ご利用を制限", BUOY_LEXICON_GENERIC_GREETING, "sehr geehrter kunde" },
  { "sehr geehrter kunde, ご利用を制限", BUOY_LEXICON_ACCOUNT_THREAT, "ご利用を制限" },
  /* what is limited makes it a threat: a ticket for a train has no account */
  { "your account has been suspended", BUOY_LEXICON_ACCOUNT_THREAT, "account has been suspended" },
  { "the service has been suspended", BUOY_LEXICON_ACCOUNT_THREAT, NULL },
  { "the service has been suspended", BUOY_LEXICON_URGENCY, "has been suspended" },
  { "your membership expires today", BUOY_LEXICON_ACCOUNT_THREAT, NULL },
  { "sehr geehrter kunde, ご利用を制限", BUOY_LEXICON_CALL, NULL },
};

static void
test_first (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      BuoyPhrases phrases;

      g_test_message ("%s", row->text);
      buoy_phrases_find (row->text, &phrases);
      g_assert_cmpstr (phrases.first[row->topic], ==, row->first);
      if (row->first != NULL)
        {
          const char *start = row->text + phrases.end[row->topic] - strlen (row->first);

          g_assert_true (g_str_has_prefix (start, row->first));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrases/first", test_first);
  return g_test_run ();
}
