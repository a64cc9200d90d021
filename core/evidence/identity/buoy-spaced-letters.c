/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-spaced-letters.h"

#include <string.h>

#define MAX_INITIALS 4 /* of a person */

static gboolean
is_letter (const char *start, const char *p)
{
  return p >= start && *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p));
}

/* Whether the letter at @p in the text at @start has no other letter or digit beside it. */
static gboolean
is_single_letter (const char *start, const char *p)
{
  const char *next = g_utf8_next_char (p);

  return !(*next != '\0' && g_unichar_isalnum (g_utf8_get_char (next)))
         && (p == start || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))));
}

/* A space, or any sign that is not part of a letter, except that of names such as "H&M". */
static gboolean
is_separator (gunichar c)
{
  return c != '&' && !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

static const char *
skip_separators (const char *p)
{
  while (*p != '\0' && is_separator (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Whether the separators from @p to @end are between single letters. */
static gboolean
is_between_letters (const char *start, const char *p, const char *end)
{
  const char *before = p > start ? g_utf8_prev_char (p) : NULL;

  return before != NULL && is_letter (start, before) && is_letter (start, end) && is_single_letter (start, before)
         && is_single_letter (start, end);
}

/* Two separated letters are often initials, but ideographs are whole words, and a company's name may have only two. */
static gboolean
is_ideograph (const char *p)
{
  return g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN;
}

char *
buoy_spaced_letters_join (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean has_words = FALSE;
  guint joined = 0;

  /* Bounded: MAX_NAME_BYTES of buoy-identity-sender.c */
  for (const char *p = name, *next; *p != '\0'; p = next)
    {
      const char *end = skip_separators (p);

      next = end > p ? end : g_utf8_next_char (p);
      if (end > p && is_between_letters (name, p, end))
        {
          joined++;
          has_words |= is_ideograph (g_utf8_prev_char (p)) && is_ideograph (end);
        }
      else
        g_string_append_len (out, p, next - p);
    }
  return joined >= 2 || has_words ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

const char *
buoy_spaced_letters_skip_initials (const char *name)
{
  guint n = 0;

  while (is_letter (name, name) && *g_utf8_next_char (name) == '.')
    {
      name = g_utf8_next_char (name) + strlen (".");
      name += strspn (name, " ");
      n++;
    }
  return n >= 2 && n <= MAX_INITIALS && is_letter (name, name) ? name : NULL;
}
