/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-spaced-letters.h"

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

/* Whether the character at @p separates single letters. */
static gboolean
is_between_letters (const char *start, const char *p)
{
  const char *before = p > start ? g_utf8_prev_char (p) : NULL;
  const char *after = g_utf8_next_char (p);

  return is_separator (g_utf8_get_char (p)) && before != NULL && is_letter (start, before) && is_letter (start, after)
         && is_single_letter (start, before) && is_single_letter (start, after);
}

char *
buoy_spaced_letters_join (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint joined = 0;

  /* Bounded: MAX_NAME_BYTES of buoy-identity-sender.c */
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_between_letters (name, p))
        joined++;
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return joined >= 2 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
