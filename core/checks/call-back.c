/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A bill for something the reader did not order, or a virus that is not there, with a telephone number: the fraud
 * starts on the telephone, so there is no link to judge. The text must mention money or threaten, ask for a call, and
 * contain a number.
 */
#include "config.h"

#include "checks/call-back.h"

#include "checks/numbers.h"
#include "lexicon/buoy-person.h"

#include <string.h>

/* Digits of a telephone number with area code (ITU-T E.164 allows fifteen; printed ones have fewer). */
#define MIN_DIGITS 10
#define MAX_DIGITS 13

#define MIN_NAME_LETTERS 4 /* of a domain's label that is searched for in a name */

gboolean
buoy_check_asks_for_call (const BuoyEvidence *evidence)
{
  const char *const *phrases = evidence->body_phrases.first;

  return (phrases[BUOY_LEXICON_BILLING] != NULL || phrases[BUOY_LEXICON_ACCOUNT_THREAT] != NULL)
         && phrases[BUOY_LEXICON_CALL] != NULL && buoy_numbers_hold (evidence->folded_body, MIN_DIGITS, MAX_DIGITS);
}

gboolean
buoy_check_names_itself (const BuoyEvidence *evidence)
{
  const char *org = evidence->from_org;
  g_autofree char *label = org != NULL ? g_strndup (org, strcspn (org, ".")) : NULL;
  g_autofree char *author = NULL;
  g_autoptr (GString) letters = g_string_new (NULL);

  if (label == NULL || strlen (label) < MIN_NAME_LETTERS)
    return FALSE;
  /* a service adds its own name to whatever its customer calls himself */
  author = buoy_person_author (evidence->from->name);
  for (const char *p = author; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (letters, g_ascii_tolower (*p));
  return strstr (letters->str, label) != NULL;
}
