/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/lookalike/buoy-lookalike-joined.h"

#include <string.h>

#include "base/text/buoy-skeleton.h"
#include "protected/buoy-protected-names.h"
#include "protected/buoy-protected-name.h"
#include "protected/buoy-domain-words.h"

#define MAX_NAME_TOKENS 4 /* hyphen-separated parts of a name: "all-day-shop-online" */
#define MIN_LURE_NAME 5   /* letters of a name that is joined to role words without a hyphen */
#define MIN_DIGIT_NAME 4  /* letters of such a name with digits */
#define MIN_TOKEN_NAME 3  /* letters of a name between hyphens */

/* For each position in a label, the strongest word that leads there from the start, or from there to the end. */
typedef struct
{
  gboolean reached[BUOY_MAX_LABEL + 1];
  BuoyJoinedWord word[BUOY_MAX_LABEL + 1];
} Reach;

static gboolean
is_filler (char c)
{
  return c == '-' || g_ascii_isdigit (c);
}

static void
reach (Reach *reach, gsize place, BuoyJoinedWord word)
{
  reach->reached[place] = TRUE;
  reach->word[place] = MAX (reach->word[place], word);
}

static gboolean
is_token (const char *label, const char *start, const char *end)
{
  return (start == label || start[-1] == '-') && (*end == '\0' || *end == '-');
}

/* The kind of the word at @start. Two letters are a word only between hyphens, except for suffixes: "brandjp",
 * "brandco-jp".
 */
static BuoyJoinedWord
word_at (const char *label, gsize start, gsize n)
{
  const char *word = label + start;
  const gboolean ends = word[n] == '\0' || word[n] == '-';

  if (n == 2 && !is_token (label, word, word + n)
      && !(ends && (strncmp (word, "jp", 2) == 0 || strncmp (word, "co", 2) == 0)))
    return BUOY_JOINED_NONE;
  return buoy_domain_word (label + start, n);
}

static void
reach_forward (Reach *to, const char *label, gsize length)
{
  reach (to, 0, BUOY_JOINED_NONE);
  for (gsize i = 0; i < length; i++)
    {
      if (!to->reached[i])
        continue;
      if (is_filler (label[i]))
        reach (to, i + 1, to->word[i]);
      for (gsize n = 2; n <= BUOY_MAX_WORD && i + n <= length; n++)
        {
          const BuoyJoinedWord word = word_at (label, i, n);

          if (word != BUOY_JOINED_NONE)
            reach (to, i + n, MAX (to->word[i], word));
        }
    }
}

static void
reach_backward (Reach *from, const char *label, gsize length)
{
  reach (from, length, BUOY_JOINED_NONE);
  for (gsize i = length; i > 0; i--)
    {
      if (!from->reached[i])
        continue;
      if (is_filler (label[i - 1]))
        reach (from, i - 1, from->word[i]);
      for (gsize n = 2; n <= BUOY_MAX_WORD && n <= i; n++)
        {
          const BuoyJoinedWord word = word_at (label, i - n, n);

          if (word != BUOY_JOINED_NONE)
            reach (from, i - n, MAX (from->word[i], word));
        }
    }
}

/* Whether a name with hyphens from @start to @end cuts a part of the label in two: "free-e" is not in "free-email". But
 * a domain with a hyphen is recognised by it, as "smbc-card" in "smbc-cardlogin", unless its first part is too short:
 * "t-online" is not in "homet-online".
 */
static gboolean
cuts_token (const BuoyProtectedName *imitated, const char *label, const char *start, const char *end)
{
  const gsize length = (gsize) (end - start);

  if (memchr (start, '-', length) == NULL || is_token (label, start, end))
    return FALSE;
  return length != imitated->label_length || strncmp (start, imitated->domain, length) != 0
         || strcspn (start, "-") < MIN_TOKEN_NAME;
}

/* Copies @start to @end without hyphens; FALSE if it is too long. */
static gboolean
copy_name (char name[BUOY_MAX_LABEL + 1], const char *start, const char *end)
{
  if (end - start > BUOY_MAX_LABEL)
    return FALSE;
  memcpy (name, start, (gsize) (end - start));
  name[end - start] = '\0';
  buoy_name_drop_hyphens (name);
  return TRUE;
}

/* The protected name that looks like @name; NULL if there is none. */
static const BuoyProtectedName *
find_name (const BuoyProtectedNames *names, const char *name)
{
  char skeleton[BUOY_MAX_LABEL + 1];

  g_strlcpy (skeleton, name, sizeof skeleton);
  buoy_skeleton_fold (skeleton);
  return buoy_protected_names_find (names, skeleton);
}

/* The minimum letters of a name within a run of letters: "o365" is never part of a word, "ebay" may be. */
static gsize
min_run_in (const char *name)
{
  return buoy_name_mixes_digits (name) ? MIN_DIGIT_NAME : MIN_LURE_NAME;
}

/* The protected name in @label from @start to @end; NULL if there is none. One in look-alike letters counts as a lure.
 */
static const BuoyProtectedName *
find_between (const BuoyProtectedNames *names, const char *label, const char *start, const char *end,
              BuoyJoinedWord *out_word)
{
  char name[BUOY_MAX_LABEL + 1];
  const BuoyProtectedName *imitated;

  if (!copy_name (name, start, end)
      || strlen (name) < (is_token (label, start, end) ? MIN_TOKEN_NAME : min_run_in (name)))
    return NULL;
  imitated = find_name (names, name);
  if (imitated == NULL || cuts_token (imitated, label, start, end))
    return NULL;
  if (imitated->distinctive && imitated->brand != NULL && !buoy_domain_is_plain_words (name)
      && !g_str_equal (name, imitated->name))
    *out_word = BUOY_JOINED_LURE;
  return imitated;
}

const BuoyProtectedName *
buoy_lookalike_find_joined (const BuoyProtectedNames *names, const char *label, BuoyJoinedWord *out_word)
{
  const gsize length = strlen (label);
  const BuoyProtectedName *best = NULL;
  Reach before = { 0 };
  Reach after = { 0 };

  if (length > BUOY_MAX_LABEL)
    return NULL;
  reach_forward (&before, label, length);
  reach_backward (&after, label, length);
  for (gsize start = 0; start < length; start++)
    for (gsize end = length; before.reached[start] && end >= start + MIN_TOKEN_NAME; end--)
      {
        BuoyJoinedWord word = MAX (before.word[start], after.word[end]);
        const BuoyProtectedName *imitated;

        if (!after.reached[end] || word == BUOY_JOINED_NONE)
          continue;
        imitated = find_between (names, label, label + start, label + end, &word);
        if (imitated == NULL || (best != NULL && !imitated->distinctive))
          continue;
        best = imitated;
        *out_word = word;
        if (best->distinctive)
          return best;
      }
  return best;
}

/* The longest protected name that begins with the part at *@part, which is moved to the last part of the name; NULL if
 * there is none.
 */
static const BuoyProtectedName *
find_longest (const BuoyProtectedNames *names, const char **part)
{
  const char *start = *part;
  const char *next = start;
  const BuoyProtectedName *longest = NULL;

  for (guint n = 0; n < MAX_NAME_TOKENS; n++)
    {
      const char *end = next + strcspn (next, "-");
      char name[BUOY_MAX_LABEL + 1];
      const BuoyProtectedName *imitated
          = copy_name (name, start, end) && strlen (name) >= MIN_LURE_NAME ? find_name (names, name) : NULL;

      if (imitated != NULL)
        {
          longest = imitated;
          *part = next;
        }
      if (*end == '\0')
        break;
      next = end + 1;
    }
  return longest;
}

const BuoyProtectedName *
buoy_lookalike_find_among (const BuoyProtectedNames *names, const char *label, gboolean *out_has_lure)
{
  const BuoyProtectedName *imitated = NULL;
  guint n_names = 0;
  gboolean has_lure = FALSE;

  for (const char *part = strchr (label, '-') != NULL ? label : NULL; part != NULL;)
    {
      const BuoyProtectedName *found = find_longest (names, &part);
      const gsize length = strcspn (part, "-");

      has_lure |= buoy_domain_word (part, length) == BUOY_JOINED_LURE;
      part = part[length] != '\0' ? part + length + 1 : NULL;
      if (found == NULL)
        continue;
      n_names++;
      if (imitated == NULL || !imitated->distinctive)
        imitated = found;
    }
  *out_has_lure = has_lure || n_names > 1;
  return imitated;
}
