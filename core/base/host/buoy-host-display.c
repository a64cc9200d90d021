/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which labels of a host may be shown in Unicode, by the rules that browsers share: one script, or scripts that are
 * used together (UTS 39 §5.2, "highly restrictive"), no unassigned letters, nothing that looks like a separator, and
 * nothing that could be read as ASCII outside the countries that use the script.
 */
#include "config.h"

#include "base/host/buoy-host.h"

#include <string.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include "base/text/buoy-look-alikes.h"

static gpointer
open_checker (gpointer unused)
{
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open (&status);
  USet *allowed = uset_cloneAsThawed (uspoof_getRecommendedSet (&status));

  uset_addAll (allowed, uspoof_getInclusionSet (&status));
  uspoof_setAllowedChars (checker, allowed, &status);
  uset_close (allowed);
  uspoof_setRestrictionLevel (checker, USPOOF_HIGHLY_RESTRICTIVE);
  uspoof_setChecks (checker,
                    USPOOF_CHAR_LIMIT | USPOOF_RESTRICTION_LEVEL | USPOOF_MIXED_NUMBERS | USPOOF_INVISIBLE
                        | USPOOF_HIDDEN_OVERLAY,
                    &status);
  return checker;
}

static gboolean
passes_checker (const char *label)
{
  static GOnce once = G_ONCE_INIT;
  const USpoofChecker *checker = g_once (&once, open_checker, NULL);
  UErrorCode status = U_ZERO_ERROR;

  return uspoof_checkUTF8 (checker, label, -1, NULL, &status) == 0 && U_SUCCESS (status);
}

static UScriptCode
script_of (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  return uscript_getScript ((UChar32) c, &status);
}

/* The first script of @label other than Latin; USCRIPT_LATIN if there is none. */
static UScriptCode
main_script (const char *label)
{
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const UScriptCode script = script_of (c);

      if (c >= 0x80 && script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_LATIN)
        return script;
    }
  return USCRIPT_LATIN;
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

/* A script with letters that look Latin, and the top-level domains of the countries that use it. */
typedef struct
{
  UScriptCode script;
  const char *tlds;
} AlikeScript;

static const AlikeScript alike_scripts[] = {
  { USCRIPT_CYRILLIC, "bg by kg kz mk mn rs ru su tj ua uz" },
  { USCRIPT_GREEK, "cy gr" },
  { USCRIPT_ARMENIAN, "am" },
  { USCRIPT_HEBREW, "he il" },
  { USCRIPT_GEORGIAN, "ge" },
  { USCRIPT_ETHIOPIC, "er et" },
  { USCRIPT_THAI, "th" },
  { USCRIPT_LAO, "la" },
  { USCRIPT_MYANMAR, "mm" },
  { USCRIPT_GUJARATI, "" },
  { USCRIPT_GURMUKHI, "" },
  { USCRIPT_KANNADA, "" },
  { USCRIPT_ORIYA, "" },
  { USCRIPT_TAMIL, "" },
  { USCRIPT_BENGALI, "" },
  { USCRIPT_DEVANAGARI, "" },
};

static const AlikeScript *
find_alike_script (UScriptCode script)
{
  for (guint i = 0; i < G_N_ELEMENTS (alike_scripts); i++)
    if (alike_scripts[i].script == script)
      return &alike_scripts[i];
  return NULL;
}

/* Letters of few languages, which readers of others mistake for ASCII, outside the countries that use them. */
static gboolean
is_strange_latin (gunichar c, const char *tld)
{
  switch (c)
    {
    case 0x00e6: /* æ */
    case 0x0153: /* œ */
      return !has_word ("be ch dk fo fr gl is no", tld);
    case 0x00f0: /* ð */
    case 0x00fe: /* þ */
      return !has_word ("fo is", tld);
    case 0x0131: /* dotless i */
      return !has_word ("az tr", tld);
    case 0x0259: /* ə */
      return !has_word ("az", tld);
    case 0x00b7: /* l·l */
      return !has_word ("cat", tld);
    case 0x0127: /* ħ */
      return !has_word ("mt", tld);
    case 0x0138: /* ĸ */
    case 0x014b: /* ŋ */
      return TRUE;
    default:
      return c >= 0x0180 && c < 0x1e00 && script_of (c) == USCRIPT_LATIN;
    }
}

static gboolean
is_japanese (gunichar c)
{
  const UScriptCode script = script_of (c);

  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_BOPOMOFO
         || c == 0x30fc || c == 0x30fb;
}

static gboolean
is_katakana (gunichar c)
{
  return script_of (c) == USCRIPT_KATAKANA || c == 0x30fc;
}

/* Whether @c deceives between its neighbours @before and @after; 0 stands for the start or the end of the label. */
static gboolean
is_misplaced (gunichar before, gunichar c, gunichar after)
{
  const GUnicodeType type = g_unichar_type (c);
  const gboolean beside_latin
      = g_unichar_isalpha (before) + g_unichar_isalpha (after) > 0 && !is_japanese (before) && !is_japanese (after);

  if (type == G_UNICODE_NON_SPACING_MARK && before < 0x300)
    return TRUE; /* a mark that belongs to a Latin letter would be composed with it (NFC) */
  if (c == 0x309a || c == 0x3099)
    return !is_japanese (before);
  if (buoy_look_alike_is (c, BUOY_LOOK_ALIKE_BORDER))
    return TRUE;
  if (buoy_look_alike_is (c, BUOY_LOOK_ALIKE_STROKE))
    return beside_latin;
  if (c == 0x30fb)
    return before == 0 || !(is_japanese (before) || is_japanese (after));
  if (c == 0x30fd || c == 0x30fe)
    return !is_katakana (before);
  if (c >= 0x3078 && c <= 0x307a) /* hiragana he looks like katakana he */
    return is_katakana (before) || (before == 0 && is_katakana (after));
  if (c == 0x05f3 || c == 0x05f4)
    return script_of (before) != USCRIPT_HEBREW || script_of (after) != USCRIPT_HEBREW;
  if (c == 0x00b7)
    return before != 'l' || after != 'l';
  return FALSE;
}

static gboolean
has_misplaced (const char *label, const char *tld)
{
  gunichar before = 0;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (is_misplaced (before, c, g_utf8_get_char (g_utf8_next_char (p))) || is_strange_latin (c, tld))
        return TRUE;
      before = c;
    }
  return FALSE;
}

/* Whether @label has accented Latin letters beside another script: "héllo中国". */
static gboolean
mixes_accents (const char *label)
{
  if (main_script (label) == USCRIPT_LATIN)
    return FALSE;
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && script_of (c) == USCRIPT_LATIN)
        return TRUE;
    }
  return FALSE;
}

/* Whether all of @label looks like ASCII. After a Unicode top-level domain, readers do not expect ASCII. */
static gboolean
passes_for_ascii (const char *label, const char *tld)
{
  const AlikeScript *row = find_alike_script (main_script (label));

  if (row == NULL || g_str_has_prefix (tld, "xn--") || has_word (row->tlds, tld))
    return FALSE;
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && !buoy_look_alike_is (g_utf8_get_char (p), BUOY_LOOK_ALIKE_HOST))
      return FALSE;
  return TRUE;
}

/* Whether @label has only digits and letters that look like digits: "12345678θ". */
static gboolean
passes_for_number (const char *label)
{
  gboolean has_digit = FALSE;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_ascii_isdigit (*p) && !buoy_look_alike_is (g_utf8_get_char (p), BUOY_LOOK_ALIKE_DIGIT))
        return FALSE;
      has_digit |= g_ascii_isdigit (*p);
    }
  return has_digit;
}

static gboolean
is_displayable (const char *label, const char *tld)
{
  return passes_checker (label) && !has_misplaced (label, tld) && !mixes_accents (label)
         && !passes_for_ascii (label, tld) && !passes_for_number (label);
}

char *
buoy_host_for_reader (const char *ascii)
{
  g_autofree char *unicode = buoy_host_to_unicode (ascii);
  g_auto (GStrv) labels = NULL;
  g_auto (GStrv) shown = NULL;
  const char *tld;
  guint n;

  if (unicode == NULL || g_str_equal (unicode, ascii))
    return g_steal_pointer (&unicode);
  labels = g_strsplit (ascii, ".", -1);
  shown = g_strsplit (unicode, ".", -1);
  n = g_strv_length (labels);
  if (n != g_strv_length (shown))
    return g_strdup (ascii);
  tld = *labels[n - 1] == '\0' && n > 1 ? labels[n - 2] : labels[n - 1];
  for (guint i = 0; i < n; i++)
    if (!g_str_is_ascii (shown[i]) && is_displayable (shown[i], tld))
      {
        g_free (labels[i]);
        labels[i] = g_strdup (shown[i]);
      }
  return g_strjoinv (".", labels);
}

char *
buoy_address_for_reader (const char *address)
{
  const char *at = strrchr (address, '@');
  g_autofree char *ascii = at != NULL ? buoy_host_to_ascii (at + 1) : NULL;
  g_autofree char *shown = NULL;

  if (ascii == NULL || strstr (ascii, "xn--") == NULL)
    return g_strdup (address);
  shown = buoy_host_for_reader (ascii);
  return g_strdup_printf ("%.*s%s", (int) (at + 1 - address), address, shown);
}
