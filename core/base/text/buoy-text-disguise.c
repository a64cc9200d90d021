/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Detects letters used to imitate others. Russian and Greek words, formulas and phonetic transcriptions are not
 * affected.
 */
#include "config.h"

#include "base/text/buoy-text.h"

#include <string.h>
#include <unicode/uscript.h>

#include "base/text/buoy-look-alikes.h"

#define MIN_DRAWN 3 /* small capitals or circled letters in a word; transcriptions and symbols have one or two */

/* Scientific and commercial symbols that honest text mixes with Latin letters. */
static gboolean
is_symbol_letter (gunichar c)
{
  return c == 0x00b5 || c == 0x03bc || c == 0x03a9 || c == 0x03c0 || c == 0x03b1 || c == 0x03b2 || c == 0x0142
         || c == 0x0141 || c == 0x0131 || c == 0x00f8 || c == 0x00d8 || c == 0x0111 || c == 0x0110;
}

/* Mathematical letters, which no language uses. */
static gboolean
is_mathematical (gunichar c)
{
  return c >= 0x1d400 && c <= 0x1d7ff;
}

/* Letters in brackets, circles and boxes. */
static gboolean
is_enclosed (gunichar c)
{
  return (c >= 0x249c && c <= 0x24e9) || (c >= 0x1f110 && c <= 0x1f189);
}

static gboolean
is_small_capital (gunichar c)
{
  static const gunichar old[] = { 0x262, 0x26a, 0x274, 0x280, 0x28f, 0x299, 0x29c, 0x29f };

  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    if (c == old[i])
      return TRUE;
  return (c >= 0x1d00 && c <= 0x1d22) || c == 0xa730 || c == 0xa731;
}

/* A mark that no language uses on Latin letters: another script's, or an enclosing or overlaid one. */
static gboolean
is_foreign_mark (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script;

  if (c < 0x300 || !g_unichar_ismark (c))
    return FALSE;
  if ((c >= 0x334 && c <= 0x338) || (c >= 0x20d0 && c <= 0x20f0))
    return TRUE;
  script = uscript_getScript ((UChar32) c, &status);
  return script != USCRIPT_INHERITED && script != USCRIPT_COMMON;
}

static gboolean
word_mixes (const char *start, const char *end)
{
  gboolean latin = FALSE;
  gboolean foreign = FALSE;
  guint n_drawn = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      UErrorCode status = U_ZERO_ERROR;
      UScriptCode script;

      if (is_mathematical (c))
        return TRUE;
      if (c < 0x80)
        {
          latin |= g_ascii_isalpha (c);
          continue;
        }
      n_drawn += is_small_capital (c) || is_enclosed (c) ? 1 : 0;
      script = uscript_getScript ((UChar32) c, &status);
      foreign |= !is_symbol_letter (c)
                 && (script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK || script == USCRIPT_ARMENIAN
                     || script == USCRIPT_CHEROKEE || (script != USCRIPT_LATIN && buoy_look_alike_in_text (c) != 0));
    }
  return (latin && foreign) || n_drawn >= MIN_DRAWN;
}

static const char *
word_end (const char *p)
{
  while (*p != '\0')
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && !is_enclosed (c))
        break;
      p = g_utf8_next_char (p);
    }
  return p;
}

/* Latin letters with marks of another script: "A\u073fm". */
static gboolean
has_foreign_marks (const char *text)
{
  gunichar last = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (last < 0x250 && g_unichar_isalpha (last) && is_foreign_mark (c))
        return TRUE;
      last = c;
    }
  return FALSE;
}

gboolean
buoy_text_mixes_scripts (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL || g_str_is_ascii (text))
    return FALSE;
  valid = buoy_text_strip_invisible (text);
  for (const char *p = valid; *p != '\0';)
    {
      const char *end = word_end (p);

      if (word_mixes (p, end))
        return TRUE;
      p = end > p ? end : g_utf8_next_char (p);
    }
  return has_foreign_marks (valid);
}

gboolean
buoy_text_is_stylized (const char *text)
{
  g_autofree char *composed = NULL;
  g_autofree char *plain = NULL;

  if (g_str_is_ascii (text))
    return FALSE;
  composed = buoy_text_normalize (text, BUOY_NORMAL_COMPOSED);
  plain = buoy_text_normalize (text, BUOY_NORMAL_COMPATIBLE);
  return !g_str_equal (composed, plain);
}
