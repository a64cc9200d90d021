/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/lookalike/buoy-lookalike-label.h"

#include <string.h>

#include "base/text/buoy-skeleton.h"
#include "protected/buoy-protected-names.h"
#include "evidence/lookalike/buoy-lookalike-joined.h"
#include "protected/buoy-protected-name.h"
#include "protected/buoy-domain-words.h"

#define MIN_LETTERS 4        /* of a name in look-alike letters; shorter ones are ambiguous */
#define MIN_LIKE_LETTERS 6   /* of a name with l for i or rn for m, under another suffix than its own */
#define MIN_WORD_LETTERS 5   /* of a word with l for i or rn for m, with other claims of its owner */
#define MIN_SURE_TYPO 6      /* of a name with a typo under its owner's suffix, to be strong */
#define MIN_JOINED_LETTERS 5 /* of a name with words joined, under a suffix that is not cheap */
#define MIN_FREE_TYPO 7      /* of a name with a typo, under another suffix than its own */

/* Whether @label has hyphens that the owner's domain does not have, or the other way round. Not for correspondents:
 * their names with and without a hyphen belong to different people.
 */
static gboolean
has_other_hyphens (const BuoyProtectedNames *names, const BuoyProtectedName *imitated, const char *label,
                   const char *suffix)
{
  if (imitated->brand == NULL)
    return FALSE;
  if (imitated->is_by_name)
    return strchr (label, '-') != NULL && *suffix != '\0';
  return buoy_protected_names_has_under (names, imitated, suffix);
}

/* The strength of the same name under another suffix, which may be of a related company or of one with the same name.
 */
static BuoyStrength
weigh_suffix (const BuoyProtectedNames *names, const BuoyProtectedName *imitated, const char *label, const char *suffix)
{
  if (!imitated->distinctive)
    return BUOY_STRENGTH_NOTE;
  return buoy_domain_is_cheap_generic_suffix (suffix)
                 || buoy_domain_is_mistyped_suffix (suffix, buoy_protected_name_suffix (imitated))
                 || has_other_hyphens (names, imitated, label, suffix)
             ? BUOY_STRENGTH_MEDIUM
             : BUOY_STRENGTH_NOTE;
}

/* Whether the likeness may be chance, as in honest words: "tmail" is not "tmall". */
static gboolean
is_chance (const BuoyProtectedNames *names, const BuoyProtectedName *imitated, const char *label, const char *suffix)
{
  if (!imitated->distinctive || buoy_domain_is_plain_words (label) || g_str_has_suffix (label, "mail"))
    return TRUE;
  return imitated->skeleton_length < MIN_LIKE_LETTERS && !buoy_protected_names_has_under (names, imitated, suffix);
}

static BuoyStrength
weigh_letters (const BuoyProtectedName *imitated, BuoyLikeness likeness)
{
  const gboolean is_long = imitated->skeleton_length >= MIN_LETTERS;
  const gboolean is_longer = imitated->skeleton_length > MIN_LETTERS || imitated->distinctive;

  if (likeness == BUOY_LIKENESS_SCRIPT)
    return is_long ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_NOTE;
  if (likeness == BUOY_LIKENESS_DIGITS)
    return is_long && is_longer ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_NOTE;
  return BUOY_STRENGTH_STRONG;
}

/* Judges a label with the letters of a protected name, or letters that look like them. */
static BuoyJudgement
judge_same_name (const BuoyProtectedNames *names, const BuoyProtectedName *imitated, const char *label,
                 const char *suffix)
{
  BuoyJudgement judgement = { BUOY_LOOKALIKE_SUFFIX, BUOY_STRENGTH_NOTE, imitated };
  g_autofree char *bare_label = g_strdup (label);
  BuoyLikeness likeness;

  buoy_name_drop_hyphens (bare_label);
  likeness = buoy_skeleton_compare (bare_label, imitated->name);
  if (likeness == BUOY_LIKENESS_SAME)
    {
      judgement.strength = weigh_suffix (names, imitated, label, suffix);
      return judgement;
    }
  judgement.kind = BUOY_LOOKALIKE_LETTERS;
  if (likeness != BUOY_LIKENESS_LETTERS || !is_chance (names, imitated, label, suffix))
    judgement.strength = weigh_letters (imitated, likeness);
  else if (imitated->skeleton_length >= MIN_WORD_LETTERS && !buoy_domain_is_plain_words (label))
    judgement.strength = BUOY_STRENGTH_WEAK;
  return judgement;
}

static gboolean
has_digit (const char *text)
{
  return text[strcspn (text, "0123456789")] != '\0';
}

/* Whether only the last letter differs: "earthling" is another word than "earthlink" more often than with a letter
 * changed within.
 */
static gboolean
has_other_end (const BuoyProtectedName *imitated, const char *letters)
{
  const gsize length = strlen (imitated->letters);
  const char last = imitated->letters[length - 1];

  if (last == 'm' || last == 'n') /* "amazom" */
    return FALSE;
  return strlen (letters) == length && strncmp (letters, imitated->letters, length - 1) == 0;
}

/* The strength of a typo depends on the suffix: that of the owner's domain, or a cheap one. */
static BuoyStrength
weigh_typo (const BuoyProtectedNames *names, const BuoyProtectedName *imitated, const char *letters, BuoyTypo typo,
            const char *suffix)
{
  const gboolean away = buoy_protected_names_has_under (names, imitated, suffix);
  const gboolean free = buoy_domain_is_cheap_suffix (suffix) || *suffix == '\0';

  if (typo == BUOY_TYPO_CHANCE)
    return away || free ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_NOTE;
  if (away)
    return imitated->skeleton_length >= MIN_SURE_TYPO && !has_other_end (imitated, letters) ? BUOY_STRENGTH_STRONG
                                                                                            : BUOY_STRENGTH_MEDIUM;
  return free && imitated->skeleton_length >= MIN_FREE_TYPO ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_NOTE;
}

static BuoyJudgement
judge_typo (const BuoyProtectedNames *names, const char *latin, const char *suffix)
{
  BuoyJudgement judgement = { .kind = BUOY_LOOKALIKE_TYPO };
  BuoyTypo typo = BUOY_TYPO_NONE;
  g_autofree char *letters = NULL;

  /* digits are numbering: "example3" has no extra letter */
  if (has_digit (latin))
    return judgement;
  letters = g_strdup (latin);
  buoy_name_drop_hyphens (letters);
  buoy_skeleton_fold_letters (letters);
  judgement.imitated = buoy_protected_names_find_typo (names, letters, &typo);
  if (judgement.imitated != NULL && !buoy_domain_is_plain_words (latin))
    judgement.strength = weigh_typo (names, judgement.imitated, letters, typo, suffix);
  return judgement;
}

/* Whether the label ends like a suffix, under a cheap one: "brand-jp.top" imitates the brand's domain in that country.
 */
static gboolean
poses_as_suffix (const char *label, const char *suffix)
{
  static const char *const endings[] = { "-jp", "-co", "-cojp", "-com" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (label, endings[i]))
      return buoy_domain_is_cheap_generic_suffix (suffix);
  return FALSE;
}

/* The strength of a short name with a word: "dhl-login.test". */
static BuoyStrength
weigh_short_joined (const char *suffix, BuoyJoinedWord word)
{
  return word == BUOY_JOINED_LURE || buoy_domain_is_cheap_generic_suffix (suffix) ? BUOY_STRENGTH_MEDIUM
                                                                                  : BUOY_STRENGTH_WEAK;
}

static BuoyStrength
weigh_joined (const BuoyProtectedName *imitated, const char *label, const char *suffix, BuoyJoinedWord word)
{
  const gboolean hyphened = strchr (label, '-') != NULL;
  const gboolean cheap = buoy_domain_is_cheap_suffix (suffix);

  if (imitated->brand != NULL && !hyphened && buoy_domain_is_plain_words (label))
    return BUOY_STRENGTH_NOTE;
  if (buoy_domain_is_common (imitated->name, strlen (imitated->name)))
    return hyphened && word == BUOY_JOINED_LURE ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_NOTE;
  if (imitated->skeleton_length < MIN_JOINED_LETTERS && imitated->named && buoy_name_mixes_digits (imitated->name))
    return BUOY_STRENGTH_MEDIUM;
  if (imitated->skeleton_length < MIN_JOINED_LETTERS)
    return imitated->named && hyphened ? weigh_short_joined (suffix, word) : BUOY_STRENGTH_NOTE;
  if (word == BUOY_JOINED_LURE || (imitated->distinctive && poses_as_suffix (label, suffix)))
    return imitated->distinctive ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM;
  if (imitated->distinctive)
    return hyphened || cheap ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_WEAK;
  return hyphened ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_NOTE;
}

static BuoyJudgement
judge_joined (const BuoyProtectedNames *names, const char *label, const char *suffix)
{
  BuoyJoinedWord word = BUOY_JOINED_NONE;
  BuoyJudgement judgement = { .kind = BUOY_LOOKALIKE_COMBINED };
  gboolean has_lure = FALSE;

  judgement.imitated = buoy_lookalike_find_joined (names, label, &word);
  if (judgement.imitated != NULL)
    {
      judgement.strength = weigh_joined (judgement.imitated, label, suffix, word);
      return judgement;
    }
  judgement.imitated = buoy_lookalike_find_among (names, label, &has_lure);
  if (judgement.imitated != NULL && judgement.imitated->distinctive)
    judgement.strength = has_lure ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_WEAK;
  return judgement;
}

BuoyJudgement
buoy_lookalike_judge_label (const BuoyProtectedNames *names, const char *label, const char *suffix)
{
  BuoyJudgement judgement = { 0 };
  g_autofree char *latin = buoy_skeleton_to_latin (label);
  g_autofree char *name = g_strdup (latin);

  if (name == NULL)
    return judgement;
  buoy_name_drop_hyphens (name);
  buoy_skeleton_fold (name);
  judgement.imitated = buoy_protected_names_find (names, name);
  if (judgement.imitated != NULL)
    judgement = judge_same_name (names, judgement.imitated, label, suffix);
  /* "microsoftaccount.com" is a name of Microsoft, and also "microsoft" with a lure word */
  if (judgement.imitated != NULL && (judgement.strength > BUOY_STRENGTH_NOTE || !judgement.imitated->is_by_name))
    return judgement;
  judgement = judge_typo (names, latin, suffix);
  return judgement.strength > BUOY_STRENGTH_NOTE ? judgement : judge_joined (names, latin, suffix);
}
