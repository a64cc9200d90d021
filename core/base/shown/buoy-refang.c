/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Undoes the ways in which people and attackers spell hosts to keep programs from recognising them.
 */
#include "config.h"

#include "base/shown/buoy-refang.h"

#include <string.h>

#include "base/text/buoy-text.h"

#define SPELLED_DOT " dot "
#define STOP "。"

static const char *const spellings[][2] = {
  { "[.]", "." },   { "(.)", "." },     { "{.}", "." }, { "[dot]", "." },
  { "(dot)", "." }, { "hxxp", "http" }, { "⁄", "/" },   { "∕", "/" },
};

#define SPELLING_STARTS "[({h\xe2" /* the first byte of each */

/* Suffixes that are English words: "the dot in the corner". */
static const char *const words[] = {
  "am", "as", "at", "be", "by", "do", "in", "is", "it", "me", "my", "no", "so", "to", "us",
};

static gboolean
starts_with_word (const char *text)
{
  const gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && strncmp (text, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_letter_before (const GString *out)
{
  return out->len > 0 && g_ascii_isalnum (out->str[out->len - 1]);
}

/* The bytes of the dot that is spelled at @p; 0 if there is none. A "。" is a dot only between two ASCII letters or
 * digits: elsewhere it ends a Japanese sentence.
 */
static gsize
dot_length (const GString *before, const char *p)
{
  const char *behind;

  if (!is_letter_before (before))
    return 0;
  if (g_str_has_prefix (p, STOP))
    return g_ascii_isalnum (p[strlen (STOP)]) ? strlen (STOP) : 0;
  if (!g_str_has_prefix (p, SPELLED_DOT))
    return 0;
  behind = p + strlen (SPELLED_DOT);
  return g_ascii_isalnum (*behind) && !starts_with_word (behind) ? strlen (SPELLED_DOT) : 0;
}

/* (nullable) */
static const char *const *
spelling_at (const char *p)
{
  for (guint i = 0; strchr (SPELLING_STARTS, *p) != NULL && i < G_N_ELEMENTS (spellings); i++)
    if (g_str_has_prefix (p, spellings[i][0]))
      return spellings[i];
  return NULL;
}

static char *
undo_spellings (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0';)
    {
      const char *const *spelling = spelling_at (p);

      if (spelling != NULL)
        g_string_append (out, spelling[1]);
      else
        g_string_append_c (out, *p);
      p += spelling != NULL ? strlen (spelling[0]) : 1;
    }
  return g_string_free (out, FALSE);
}

static char *
replace_dots (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0';)
    {
      const gsize length = dot_length (out, p);

      g_string_append_c (out, length > 0 ? '.' : *p);
      p += MAX (length, 1);
    }
  return g_string_free (out, FALSE);
}

/* Whether @text is only a host, with spaces in it: "w w w . b a n k . e x a m p l e", "www . bank . example". */
static gboolean
is_spaced_out (const char *text)
{
  guint n_dots = 0;
  gsize longest = 0;
  gsize word = 0;
  gboolean dot_before = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '-' && *p != '.' && *p != ' ')
        return FALSE;
      if (*p == ' ')
        continue;
      if (p > text && p[-1] == ' ' && !dot_before && *p != '.')
        longest = MAX (longest, word + (p[1] != ' ' && p[1] != '\0' && p[1] != '.'));
      word = p > text && p[-1] != ' ' ? word + 1 : 1;
      dot_before = *p == '.';
      n_dots += dot_before;
    }
  return n_dots >= 2 && longest <= 1 && strchr (text, ' ') != NULL;
}

static void
close_up (char *text)
{
  char *end = text;

  if (!is_spaced_out (text))
    return;
  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ')
      *end++ = *p;
  *end = '\0';
}

static char *
refang (const char *text)
{
  g_autofree char *visible = buoy_text_strip_invisible (text);
  g_autofree char *composed = buoy_text_normalize (visible, BUOY_NORMAL_COMPATIBLE);
  g_autofree char *plain = undo_spellings (composed);

  close_up (plain);
  return replace_dots (plain);
}

/* Most text is spelled normally, and normalising takes longer than everything else about a link. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || (guchar) *p >= 0x80 || *p == 0x7f || strchr ("[({", *p) != NULL)
      return FALSE;
  return strstr (text, SPELLED_DOT) == NULL && strstr (text, " .") == NULL
         && g_ascii_strncasecmp (text, "www. ", 5) != 0 && strstr (text, "hxxp") == NULL;
}

char *
buoy_refang (const char *text)
{
  if (is_plain (text))
    return g_strdup (text);
  return refang (text);
}
