/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finding words in folded text.
 */
#include "config.h"

#include "checks/words.h"

#include <string.h>

static gboolean
is_latin (char c)
{
  return g_ascii_isalnum (c);
}

/* "suspended" is not in "unsuspendedly": a Latin word ends where letters end; kana and kanji have no borders. */
static gboolean
stands_alone (const char *text, const char *hit, gsize length)
{
  if (is_latin (hit[0]) && hit > text && is_latin (hit[-1]))
    return FALSE;
  return !(is_latin (hit[length - 1]) && is_latin (hit[length]));
}

static gboolean
stands_in (const char *folded, const char *word)
{
  const gsize length = strlen (word);

  for (const char *hit = strstr (folded, word); hit != NULL; hit = strstr (hit + 1, word))
    if (stands_alone (folded, hit, length))
      return TRUE;
  return FALSE;
}

const char *
buoy_words_find (const char *folded, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (stands_in (folded, words[i]))
      return words[i];
  return NULL;
}
