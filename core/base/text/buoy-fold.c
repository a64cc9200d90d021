/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The form in which names are compared: NFKC, case-folded, with look-alike letters made Latin. Similar to the skeletons
 * of UTS 39, but word by word, so that Russian and Greek words stay as they are.
 */
#include "config.h"

#include "base/text/buoy-text.h"

#include <string.h>

#include "base/text/buoy-look-alikes.h"

#define PIECE_BYTES (8 * 1024) /* NFKC makes up to 11 times as much of it */

static gboolean
is_word_char (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c) || buoy_look_alike_in_text (c) != 0;
}

typedef struct
{
  guint latin;
  guint alike;
  guint foreign; /* letters that do not look Latin */
} WordLetters;

static WordLetters
count_letters (const char *start, const char *end)
{
  WordLetters letters = { 0 };

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        letters.latin += g_ascii_isalpha (c) ? 1 : 0;
      else if (buoy_look_alike_in_text (c) != 0)
        letters.alike++;
      else
        letters.foreign++;
    }
  return letters;
}

/* A look-alike among Latin letters is meant as one; a word of only look-alikes may be too. */
static gboolean
is_latin_word (const WordLetters *letters)
{
  return letters->alike > 0 && (letters->latin > 0 || letters->foreign == 0);
}

static const char *
word_end (const char *p)
{
  while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static void
append_word (GString *out, const char *start, const char *end)
{
  const WordLetters letters = count_letters (start, end);

  if (!is_latin_word (&letters))
    {
      g_string_append_len (out, start, end - start);
      return;
    }
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      const char alike = buoy_look_alike_in_text (g_utf8_get_char (p));

      if (alike != 0)
        g_string_append_c (out, alike);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
}

static char *
make_latin (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0';)
    {
      const char *end = word_end (p);

      if (end == p)
        {
          end = g_utf8_next_char (p);
          g_string_append_len (out, p, end - p);
        }
      else
        append_word (out, p, end);
      p = end;
    }
  return g_string_free (out, FALSE);
}

/* Whether marks on @letter are dropped: on Latin letters and their look-alikes. */
static gboolean
sheds_marks (gunichar letter)
{
  return letter < 0x250 || buoy_look_alike_in_text (letter) != 0;
}

/* é → e, also with another script's mark; kana keep their marks, which change the sound. */
static char *
drop_latin_accents (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gunichar last = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      gunichar first = c;
      gunichar mark = 0;

      if ((c >= 0xc0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00))
        while (g_unichar_decompose (first, &first, &mark))
          ;
      if (c >= 0x300 && g_unichar_ismark (c) && sheds_marks (last))
        continue;
      last = first;
      if (first < 0x80)
        g_string_append_c (out, (char) first);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, FALSE);
}

/* Folding for pure ASCII: lower case, controls dropped, white space squeezed. */
static char *
fold_ascii (const char *text, gsize length)
{
  char *folded = g_malloc (length + 1);
  char *end = folded;

  for (const char *p = text; p < text + length; p++)
    {
      if (g_ascii_isgraph (*p))
        *end++ = g_ascii_isupper (*p) ? *p - 'A' + 'a' : *p;
      else if ((*p == ' ' || (*p >= '\t' && *p <= '\r')) && end > folded && end[-1] != ' ')
        *end++ = ' ';
    }
  if (end > folded && end[-1] == ' ')
    end--;
  *end = '\0';
  return folded;
}

static char *
fold_unicode (const char *text)
{
  g_autofree char *visible = buoy_text_strip_invisible (text);
  g_autofree char *folded = buoy_text_normalize (visible, BUOY_NORMAL_FOLDED);
  g_autofree char *bare = drop_latin_accents (folded);
  g_autofree char *latin = make_latin (bare);

  return buoy_text_squeeze (latin);
}

/* The length of the complete ASCII words at the start of @text, which are not affected by what follows. */
static gsize
ascii_words (const char *text)
{
  const char *p = text + buoy_text_ascii_length (text, strlen (text));

  if (*p == '\0')
    return (gsize) (p - text);
  while (p > text && !(p[-1] == ' ' && g_ascii_isgraph (*p)))
    p--;
  return (gsize) (p - text);
}

char *
buoy_text_fold (const char *text)
{
  const char *all = text != NULL ? text : "";
  const gsize n_ascii = ascii_words (all);
  g_autofree char *head = fold_ascii (all, n_ascii);
  g_autofree char *tail = NULL;

  if (all[n_ascii] == '\0')
    return g_steal_pointer (&head);
  tail = fold_unicode (all + n_ascii);
  return g_strconcat (head, *head != '\0' && *tail != '\0' ? " " : "", tail, NULL);
}

/* The end of the first piece of @text: after white space, which nothing composes with, or else before a character that
 * composes with nothing before it.
 */
static const char *
piece_end (const char *text)
{
  const gsize length = strnlen (text, PIECE_BYTES + 1);
  const char *limit = text + PIECE_BYTES;
  const char *end;

  if (length <= PIECE_BYTES)
    return text + length;
  while (((guchar) *limit & 0xc0) == 0x80)
    limit--;
  for (end = limit; end > text; end = g_utf8_prev_char (end))
    if (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
      return end;
  for (end = limit; end > text && g_unichar_ismark (g_utf8_get_char (end));)
    end = g_utf8_prev_char (end);
  return end > text ? end : limit;
}

/* Whether white space, which folding drops at the ends of a piece, stands before or behind @start. */
static gboolean
is_between_words (const char *start)
{
  return g_unichar_isspace (g_utf8_get_char (start)) || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start)));
}

static void
append_piece (GString *out, const char *start, const char *end)
{
  g_autofree char *piece = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = buoy_text_fold (piece);

  if (out->len > 0 && *folded != '\0' && is_between_words (start))
    g_string_append_c (out, ' ');
  g_string_append (out, folded);
}

char *
buoy_text_fold_within (const char *text, BuoyBudget *budget, gsize steps)
{
  GString *folded = g_string_new (NULL);
  const char *end;

  for (const char *p = text; *p != '\0'; p = end)
    {
      end = piece_end (p);
      if (!buoy_budget_spend (budget, steps * (gsize) (end - p)))
        break;
      append_piece (folded, p, end);
    }
  return g_string_free (folded, FALSE);
}

/* The katakana that a kanji at @p looks like: "楽天力ード" has the kanji for power; NULL if it is none. Both have three bytes.
 */
static const char *
katakana_like (const char *p)
{
  static const char *const pairs[][2]
      = { { "力", "カ" }, { "二", "ニ" }, { "工", "エ" }, { "口", "ロ" }, { "夕", "タ" },
          { "卜", "ト" }, { "八", "ハ" }, { "千", "チ" }, { "一", "ー" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (p, pairs[i][0]))
      return pairs[i][1];
  return NULL;
}

char *
buoy_text_fold_confusable (const char *text)
{
  char *folded = buoy_text_fold (text);

  for (char *p = folded; *p != '\0'; p++)
    {
      const char *katakana = (guchar) *p >= 0xe4 ? katakana_like (p) : NULL;

      if (*p == 'i' || *p == '1' || *p == '|')
        *p = 'l';
      else if (*p == '0')
        *p = 'o';
      else if (katakana != NULL)
        memcpy (p, katakana, strlen (katakana));
    }
  return folded;
}
