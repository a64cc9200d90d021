/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A slip of the pen: one letter more, fewer or other, or two swapped (Damerau). What leads from one honest name to
 * another is none: another first letter, a plural, a number, another word before "mail".
 */
#include "config.h"

#include "evidence/buoy-lookalike-private.h"

#include <string.h>

#define SHORT_NAME 6 /* letters; a name of so few has honest neighbours on all sides */

/* Letters that both have from the start. */
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

/* "hotels" beside "hotel": a letter more or fewer at the end makes a word of its own. */
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

/* "amezon", "amazom": what a reader of a short name does not stumble over. */
static gboolean
is_short_slip (const char *a, const char *b)
{
  if (is_swap (a, b))
    return TRUE;
  if (!is_other_letter (a, b))
    return FALSE;
  return (is_vowel (*a) && is_vowel (*b) && a[1] != '\0') || (is_m_or_n (*a) && is_m_or_n (*b));
}

/* "gooogle", "whatsap": one of two like letters more or fewer. @longer: at the letter, within @name. */
static gboolean
is_doubling (const char *name, const char *longer, const char *shorter)
{
  return longer > name && *longer == longer[-1] && is_insertion (longer, shorter);
}

gboolean
buoy_lookalike_is_slip (const char *skeleton, const BuoyOriginal *original)
{
  const gsize same = common_start (skeleton, original->skeleton);
  const char *a = skeleton + same;
  const char *b = original->skeleton + same;
  const gsize length_a = strlen (a);
  const gsize length_b = strlen (b);

  if (same == 0)
    return FALSE;
  if (length_a != length_b && (is_doubling (skeleton, a, b) || is_doubling (original->skeleton, b, a)))
    return TRUE;
  if (ends_here (a, b))
    return FALSE;
  if (g_ascii_isdigit (*a) || g_ascii_isdigit (*b))
    return FALSE;
  if (same + length_b <= SHORT_NAME)
    return length_a == length_b && is_short_slip (a, b);
  if (length_a == length_b)
    return is_other_letter (a, b) || is_swap (a, b);
  if (length_a == length_b + 1)
    return is_insertion (a, b);
  return length_b == length_a + 1 && is_insertion (b, a);
}
