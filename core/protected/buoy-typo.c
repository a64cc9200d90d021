/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "protected/buoy-typo.h"

#include <string.h>

#define SHORT_NAME 6      /* letters; a name this short has many honest neighbours */
#define MIN_START_SWAP 7  /* letters of a name that is recognised with its first two swapped: "vcitoriassecret" */
#define MIN_START_OTHER 9 /* with another first letter: "vathandbodyworks" */

/* The length of the common prefix. */
static gsize
common_start (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  return n;
}

static gboolean
is_other_letter (const char *a, const char *b)
{
  return strcmp (a + 1, b + 1) == 0;
}

static gboolean
is_swap (const char *a, const char *b)
{
  return a[1] != '\0' && a[0] == b[1] && a[1] == b[0] && strcmp (a + 2, b + 2) == 0;
}

/* @longer has one letter more, at its start. */
static gboolean
is_insertion (const char *longer, const char *shorter)
{
  return *longer != '\0' && strcmp (longer + 1, shorter) == 0;
}

/* "hotels" beside "hotel": one letter more or fewer at the end makes another word. */
static gboolean
ends_here (const char *a, const char *b)
{
  return *a == '\0' || *b == '\0' || (a[1] == '\0' && b[1] == '\0' && (*a == 's' || *b == 's'));
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeou", c) != NULL; /* i is l here */
}

static gboolean
is_m_or_n (char c)
{
  return c == 'm' || c == 'n';
}

/* "amezon", "amazom": typos that are easily overlooked in a short name. */
static gboolean
is_short_typo (const char *a, const char *b)
{
  if (is_swap (a, b))
    return TRUE;
  if (!is_other_letter (a, b))
    return FALSE;
  return (is_vowel (*a) && is_vowel (*b) && a[1] != '\0') || (is_m_or_n (*a) && is_m_or_n (*b));
}

/* "gooogle", "whatsap": a doubled letter more or fewer. @longer: at the letter, within @name. */
static gboolean
is_doubling (const char *name, const char *longer, const char *shorter)
{
  return longer > name && *longer == longer[-1] && is_insertion (longer, shorter);
}

static gboolean
is_one_letter (const char *a, const char *b)
{
  return is_other_letter (a, b) || is_swap (a, b) || is_insertion (a, b) || is_insertion (b, a);
}

/* The first letter distinguishes short names, and is easily overlooked in long ones. */
static gboolean
is_typo_at_start (const char *a, const char *b)
{
  const gsize length = strlen (b);

  return *a != '\0'
         && ((length >= MIN_START_SWAP && is_swap (a, b)) || (length >= MIN_START_OTHER && is_other_letter (a, b)));
}

BuoyTypo
buoy_typo_compare (const char *letters, const BuoyProtectedName *imitated)
{
  const char *name = imitated->letters;
  const gsize same = common_start (letters, name);
  const char *a = letters + same;
  const char *b = name + same;
  const gsize length = strlen (name);
  const gboolean by_chance = !imitated->distinctive || (length < SHORT_NAME && imitated->brand != NULL);

  if (same == 0)
    return !by_chance && is_typo_at_start (a, b) ? BUOY_TYPO_SURE : BUOY_TYPO_NONE;
  if (is_doubling (letters, a, b) || is_doubling (name, b, a))
    return by_chance ? BUOY_TYPO_CHANCE : BUOY_TYPO_SURE;
  if (ends_here (a, b) || g_ascii_isdigit (*a) || g_ascii_isdigit (*b) || !is_one_letter (a, b))
    return BUOY_TYPO_NONE;
  return !by_chance && (length > SHORT_NAME || is_short_typo (a, b)) ? BUOY_TYPO_SURE : BUOY_TYPO_CHANCE;
}
