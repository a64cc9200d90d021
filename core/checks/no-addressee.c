/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message about the reader's account or contract that does not name the reader: a general greeting, an address
 * instead of a name, or no name at all.
 */
#include "config.h"

#include "checks/checks-private.h"
#include "lexicon/buoy-lexicon-reader.h"

#include <string.h>

#define MAX_ADDRESS_BYTES 320 /* RFC 5321 §4.5.3.1: 64 before the "@", 255 after it */

/* (element-type utf8), lower case */
static GHashTable *
read_addressees (const BuoyMessage *message)
{
  GHashTable *addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < message->to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (message->to, i);

      g_hash_table_add (addresses, g_utf8_strdown (mailbox->address, -1));
    }
  return addresses;
}

/* The address right before @title in @text; "" if there is none. (transfer full) */
static char *
address_before (const char *text, const char *title)
{
  const char *end = title > text && title[-1] == ' ' ? title - 1 : title;
  const char *start = end;

  while (start > text && end - start < MAX_ADDRESS_BYTES && g_ascii_isgraph (start[-1])
         && strchr ("<>()[],;:\"", start[-1]) == NULL)
    start--;
  return g_strndup (start, (gsize) (end - start));
}

/* "reader@example.jp 様": an address instead of a name. */
static gboolean
greets_an_address (const BuoyEvidence *evidence)
{
  const GPtrArray *titles = buoy_lexicon_get (buoy_lexicon_get_default (), BUOY_LEXICON_HONORIFIC);
  const char *body = evidence->folded_body;
  g_autoptr (GHashTable) addressees = read_addressees (evidence->message);

  for (guint i = 0; i < titles->len; i++)
    for (const char *p = body; (p = strstr (p, g_ptr_array_index (titles, i))) != NULL; p++)
      {
        g_autofree char *address = address_before (body, p);

        if (*address != '\0' && g_hash_table_contains (addressees, address))
          return TRUE;
      }
  return FALSE;
}

/* "お客様", "会員様", "皆様", "ユーザー様": a title after a general word. */
static gboolean
is_for_anybody (const char *text, const char *title)
{
  const GPtrArray *anybody = buoy_lexicon_get (buoy_lexicon_get_default (), BUOY_LEXICON_ANYBODY);
  const gsize before = (gsize) (title - text);

  for (guint i = 0; i < anybody->len; i++)
    {
      const char *word = g_ptr_array_index (anybody, i);
      const gsize length = strlen (word);

      if (before >= length && memcmp (title - length, word, length) == 0)
        return TRUE;
    }
  return before == 0;
}

/* A name followed by 様 or a similar title. */
static gboolean
names_somebody (const char *opening)
{
  const GPtrArray *titles = buoy_lexicon_get (buoy_lexicon_get_default (), BUOY_LEXICON_HONORIFIC);

  for (guint i = 0; i < titles->len; i++)
    for (const char *hit = opening; (hit = strstr (hit, g_ptr_array_index (titles, i))) != NULL; hit++)
      if (!is_for_anybody (opening, hit))
        return TRUE;
  return FALSE;
}

/* The opening lines, which contain the greeting. */
#define OPENING_BYTES 600

/* A company that knows its customer uses the name; a Japanese text that claims a company's name and has no personal
 * name in its opening addresses nobody.
 */
static gboolean
greets_nobody (const BuoyEvidence *evidence, const char *opening)
{
  g_autofree char *seen = g_strndup (evidence->folded_sure_body, OPENING_BYTES);

  return evidence->claims->len > 0 && strstr (opening, "の") != NULL && !names_somebody (seen);
}

/* A phrase such as "Dear customer" in the opening. (nullable) */
static const char *
find_generic_greeting (const BuoyEvidence *evidence)
{
  const BuoyPhrases *phrases = &evidence->body_phrases;

  return phrases->end[BUOY_LEXICON_GENERIC_GREETING] <= OPENING_BYTES ? phrases->first[BUOY_LEXICON_GENERIC_GREETING]
                                                                      : NULL;
}

void
buoy_check_no_addressee (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  g_autofree char *opening = g_strndup (evidence->folded_body, OPENING_BYTES);
  const char *greeting = find_generic_greeting (evidence);
  BuoyFinding *finding;

  if (greeting == NULL && greets_an_address (evidence))
    greeting = "address";
  if (greeting == NULL && greets_nobody (evidence, opening))
    greeting = "none";
  if (greeting == NULL || evidence->body_phrases.first[BUOY_LEXICON_RELATION] == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_GREETING, greeting);
}
