/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/lookalike/buoy-lookalike-label.h"

#include <string.h>

#include "base/text/buoy-skeleton.h"
#include "evidence/lookalike/buoy-lookalike-index.h"
#include "evidence/lookalike/buoy-lookalike-joined.h"
#include "evidence/lookalike/buoy-lookalike-original.h"
#include "evidence/lookalike/buoy-lookalike-private.h"
#include "evidence/lookalike/buoy-lookalike-words.h"
#include "evidence/lookalike/buoy-lookalike.h"

#define MIN_LETTERS 4        /* of a name in other letters; shorter ones look like everything */
#define MIN_LIKE_LETTERS 6   /* of a name with l for i or rn for m, under another suffix than its own */
#define MIN_WORD_LETTERS 5   /* of a word with l for i or rn for m, beside other signs of its owner */
#define MIN_SURE_SLIP 6      /* of a name with a slip; shorter ones are a correspondent's, whom the reader expects */
#define MIN_JOINED_LETTERS 5 /* of a name beside words, where it costs more than nothing */
#define MIN_FREE_SLIP 7      /* of a name with a slip, under another suffix than its own */

/* With a hyphen where its owner has none, or has another domain: nobody else's name is written so. Correspondents are
 * no such names: one has the hyphen, another has not.
 */
static gboolean
has_other_hyphens (const BuoyLookalikes *lookalikes, const BuoyOriginal *original, const char *label,
                   const char *suffix)
{
  if (original->brand == NULL)
    return FALSE;
  if (original->is_by_name)
    return strchr (label, '-') != NULL && *suffix != '\0';
  return buoy_lookalikes_has_under (lookalikes, original, suffix);
}

/* The same name, somewhere else: a sister, a namesake, unless the place costs nothing. */
static BuoyStrength
weigh_suffix (const BuoyLookalikes *lookalikes, const BuoyOriginal *original, const char *label, const char *suffix)
{
  if (!original->distinctive)
    return BUOY_STRENGTH_NOTE;
  return buoy_lookalike_is_nobodys_suffix (suffix)
                 || buoy_lookalike_is_mistyped_suffix (suffix, buoy_original_suffix (original))
                 || has_other_hyphens (lookalikes, original, label, suffix)
             ? BUOY_STRENGTH_MEDIUM
             : BUOY_STRENGTH_NOTE;
}

/* Letters of honest words: "tmail" is no "tmall". */
static gboolean
is_chance (const BuoyLookalikes *lookalikes, const BuoyOriginal *original, const char *label, const char *suffix)
{
  if (!original->distinctive || buoy_lookalike_is_wording (label) || g_str_has_suffix (label, "mail"))
    return TRUE;
  return original->skeleton_length < MIN_LIKE_LETTERS && !buoy_lookalikes_has_under (lookalikes, original, suffix);
}

static BuoyStrength
weigh_letters (const BuoyOriginal *original, BuoyLikeness likeness)
{
  const gboolean is_long = original->skeleton_length >= MIN_LETTERS;
  const gboolean is_longer = original->skeleton_length > MIN_LETTERS || original->distinctive;

  if (likeness == BUOY_LIKENESS_SCRIPT)
    return is_long ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_NOTE;
  if (likeness == BUOY_LIKENESS_DIGITS)
    return is_long && is_longer ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_NOTE;
  return BUOY_STRENGTH_STRONG;
}

/* @label has the letters of an original's name, or such that look like them. */
static BuoyJudgement
judge_same_name (const BuoyLookalikes *lookalikes, const BuoyOriginal *original, const char *label, const char *suffix)
{
  BuoyJudgement judgement = { BUOY_LOOKALIKE_SUFFIX, BUOY_STRENGTH_NOTE, original };
  g_autofree char *bare_label = g_strdup (label);
  BuoyLikeness likeness;

  buoy_name_drop_hyphens (bare_label);
  likeness = buoy_skeleton_compare (bare_label, original->name);
  if (likeness == BUOY_LIKENESS_SAME)
    {
      judgement.strength = weigh_suffix (lookalikes, original, label, suffix);
      return judgement;
    }
  judgement.kind = BUOY_LOOKALIKE_LETTERS;
  if (likeness != BUOY_LIKENESS_LETTERS || !is_chance (lookalikes, original, label, suffix))
    judgement.strength = weigh_letters (original, likeness);
  else if (original->skeleton_length >= MIN_WORD_LETTERS && !buoy_lookalike_is_wording (label))
    judgement.strength = BUOY_STRENGTH_WEAK;
  return judgement;
}

static gboolean
has_digit (const char *text)
{
  return text[strcspn (text, "0123456789")] != '\0';
}

/* "earthling" for "earthlink": another ending makes another word more often than another letter within. */
static gboolean
has_other_end (const BuoyOriginal *original, const char *letters)
{
  const gsize length = strlen (original->letters);
  const char last = original->letters[length - 1];

  if (last == 'm' || last == 'n') /* "amazom" */
    return FALSE;
  return strlen (letters) == length && strncmp (letters, original->letters, length - 1) == 0;
}

/* A slip leads away from the owner's own domain, or to where one comes for nothing. */
static BuoyStrength
weigh_slip (const BuoyLookalikes *lookalikes, const BuoyOriginal *original, const char *letters, BuoySlip slip,
            const char *suffix)
{
  const gboolean away = buoy_lookalikes_has_under (lookalikes, original, suffix);
  const gboolean free = buoy_lookalike_is_cheap_suffix (suffix) || *suffix == '\0';

  if (slip == BUOY_SLIP_CHANCE)
    return away || free ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_NOTE;
  if (away)
    return original->skeleton_length >= MIN_SURE_SLIP && !has_other_end (original, letters) ? BUOY_STRENGTH_STRONG
                                                                                            : BUOY_STRENGTH_MEDIUM;
  return free && original->skeleton_length >= MIN_FREE_SLIP ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_NOTE;
}

static BuoyJudgement
judge_slip (const BuoyLookalikes *lookalikes, const char *latin, const char *suffix)
{
  BuoyJudgement judgement = { .kind = BUOY_LOOKALIKE_TYPO };
  BuoySlip slip = BUOY_SLIP_NONE;
  g_autofree char *letters = NULL;

  /* digits number things: "example3" has no letter too many */
  if (has_digit (latin))
    return judgement;
  letters = g_strdup (latin);
  buoy_name_drop_hyphens (letters);
  buoy_skeleton_fold_letters (letters);
  judgement.original = buoy_lookalikes_find_slip (lookalikes, letters, &slip);
  if (judgement.original != NULL && !buoy_lookalike_is_wording (latin))
    judgement.strength = weigh_slip (lookalikes, judgement.original, letters, slip, suffix);
  return judgement;
}

/* "brand-jp.top": as if it were the brand's for that country, where nobody is asked. */
static gboolean
poses_as_suffix (const char *label, const char *suffix)
{
  static const char *const endings[] = { "-jp", "-co", "-cojp", "-com" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (label, endings[i]))
      return buoy_lookalike_is_nobodys_suffix (suffix);
  return FALSE;
}

/* "dhl-login.test" */
static BuoyStrength
weigh_short_joined (const char *suffix, BuoyJoinedWord word)
{
  return word == BUOY_JOINED_BAIT || buoy_lookalike_is_nobodys_suffix (suffix) ? BUOY_STRENGTH_MEDIUM
                                                                               : BUOY_STRENGTH_WEAK;
}

static BuoyStrength
weigh_joined (const BuoyOriginal *original, const char *label, const char *suffix, BuoyJoinedWord word)
{
  const gboolean hyphened = strchr (label, '-') != NULL;
  const gboolean cheap = buoy_lookalike_is_cheap_suffix (suffix);

  if (original->brand != NULL && !hyphened && buoy_lookalike_is_wording (label))
    return BUOY_STRENGTH_NOTE;
  if (buoy_lookalike_is_common (original->name, strlen (original->name)))
    return hyphened && word == BUOY_JOINED_BAIT ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_NOTE;
  if (original->skeleton_length < MIN_JOINED_LETTERS && original->named && buoy_name_mixes_digits (original->name))
    return BUOY_STRENGTH_MEDIUM;
  if (original->skeleton_length < MIN_JOINED_LETTERS)
    return original->named && hyphened ? weigh_short_joined (suffix, word) : BUOY_STRENGTH_NOTE;
  if (word == BUOY_JOINED_BAIT || (original->distinctive && poses_as_suffix (label, suffix)))
    return original->distinctive ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM;
  if (original->distinctive)
    return hyphened || cheap ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_WEAK;
  return hyphened ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_NOTE;
}

static BuoyJudgement
judge_joined (const BuoyLookalikes *lookalikes, const char *label, const char *suffix)
{
  BuoyJoinedWord word = BUOY_JOINED_NONE;
  BuoyJudgement judgement = { .kind = BUOY_LOOKALIKE_COMBINED };
  gboolean baited = FALSE;

  judgement.original = buoy_lookalikes_find_joined (lookalikes, label, &word);
  if (judgement.original != NULL)
    {
      judgement.strength = weigh_joined (judgement.original, label, suffix, word);
      return judgement;
    }
  judgement.original = buoy_lookalikes_find_among (lookalikes, label, &baited);
  if (judgement.original != NULL && judgement.original->distinctive)
    judgement.strength = baited ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_WEAK;
  return judgement;
}

BuoyJudgement
buoy_lookalikes_judge_label (const BuoyLookalikes *lookalikes, const char *label, const char *suffix)
{
  BuoyJudgement judgement = { 0 };
  g_autofree char *latin = buoy_skeleton_to_latin (label);
  g_autofree char *name = g_strdup (latin);

  if (name == NULL)
    return judgement;
  buoy_name_drop_hyphens (name);
  buoy_skeleton_fold (name);
  judgement.original = buoy_lookalikes_find_name (lookalikes, name);
  if (judgement.original != NULL)
    judgement = judge_same_name (lookalikes, judgement.original, label, suffix);
  /* "microsoftaccount.com": a name of Microsoft's, and its name with bait */
  if (judgement.original != NULL && (judgement.strength > BUOY_STRENGTH_NOTE || !judgement.original->is_by_name))
    return judgement;
  judgement = judge_slip (lookalikes, latin, suffix);
  return judgement.strength > BUOY_STRENGTH_NOTE ? judgement : judge_joined (lookalikes, latin, suffix);
}
