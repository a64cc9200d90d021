/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The form in which names are compared: NFKC, case-folded, with look-alike letters made Latin. Similar to the skeletons
 * of UTS 39, but word by word, so that Russian and Greek words stay as they are.
 */
#include "config.h"

#include "base/text/buoy-text.h"

#include <string.h>

typedef struct
{
  gunichar from;
  char to;
} LookAlike;

/* Sorted. Applied after case folding, so capitals are listed in lower case: В looks like B. */
static const LookAlike look_alikes[] = {
  { 0x00f8, 'o' }, { 0x0111, 'd' }, { 0x0131, 'i' }, { 0x0142, 'l' }, { 0x0180, 'b' }, { 0x0183, 'b' }, { 0x0185, 'b' },
  { 0x0188, 'c' }, { 0x0192, 'f' }, { 0x0199, 'k' }, { 0x019a, 'l' }, { 0x019e, 'n' }, { 0x01a5, 'p' }, { 0x01ad, 't' },
  { 0x01b4, 'y' }, { 0x01b6, 'z' }, { 0x0251, 'a' }, { 0x0253, 'b' }, { 0x0256, 'd' }, { 0x0257, 'd' }, { 0x0260, 'g' },
  { 0x0261, 'g' }, { 0x0262, 'g' }, { 0x0266, 'h' }, { 0x0268, 'i' }, { 0x0269, 'i' }, { 0x026a, 'i' }, { 0x026b, 'l' },
  { 0x0271, 'm' }, { 0x0272, 'n' }, { 0x0273, 'n' }, { 0x0274, 'n' }, { 0x027e, 'r' }, { 0x0280, 'r' }, { 0x0282, 's' },
  { 0x0288, 't' }, { 0x028b, 'v' }, { 0x028f, 'y' }, { 0x0290, 'z' }, { 0x0299, 'b' }, { 0x029c, 'h' }, { 0x029f, 'l' },
  { 0x03b1, 'a' }, { 0x03b2, 'b' }, { 0x03b5, 'e' }, { 0x03b6, 'z' }, { 0x03b7, 'n' }, { 0x03b9, 'i' }, { 0x03ba, 'k' },
  { 0x03bd, 'v' }, { 0x03bf, 'o' }, { 0x03c1, 'p' }, { 0x03c4, 't' }, { 0x03c5, 'u' }, { 0x03c7, 'x' }, { 0x0430, 'a' },
  { 0x0432, 'b' }, { 0x0433, 'r' }, { 0x0435, 'e' }, { 0x043a, 'k' }, { 0x043c, 'm' }, { 0x043d, 'h' }, { 0x043e, 'o' },
  { 0x0440, 'p' }, { 0x0441, 'c' }, { 0x0442, 't' }, { 0x0443, 'y' }, { 0x0445, 'x' }, { 0x0455, 's' }, { 0x0456, 'i' },
  { 0x0458, 'j' }, { 0x04bb, 'h' }, { 0x04c0, 'l' }, { 0x04cf, 'l' }, { 0x0501, 'd' }, { 0x051b, 'q' }, { 0x051d, 'w' },
  { 0x0570, 'h' }, { 0x0578, 'n' }, { 0x057d, 'u' }, { 0x0581, 'g' }, { 0x0585, 'o' }, { 0x13a0, 'd' }, { 0x13a1, 'r' },
  { 0x13a2, 't' }, { 0x13a5, 'i' }, { 0x13a9, 'y' }, { 0x13aa, 'a' }, { 0x13ab, 'j' }, { 0x13ac, 'e' }, { 0x13b3, 'w' },
  { 0x13b7, 'm' }, { 0x13bb, 'h' }, { 0x13bd, 'y' }, { 0x13c0, 'g' }, { 0x13c2, 'h' }, { 0x13c3, 'z' }, { 0x13cb, 'e' },
  { 0x13cf, 'b' }, { 0x13d2, 'r' }, { 0x13d4, 'w' }, { 0x13d5, 's' }, { 0x13d9, 'v' }, { 0x13da, 's' }, { 0x13de, 'l' },
  { 0x13df, 'c' }, { 0x13e2, 'p' }, { 0x13e6, 'k' }, { 0x13e7, 'd' }, { 0x13f3, 'g' }, { 0x13f4, 'b' }, { 0x1d00, 'a' },
  { 0x1d04, 'c' }, { 0x1d05, 'd' }, { 0x1d07, 'e' }, { 0x1d0a, 'j' }, { 0x1d0b, 'k' }, { 0x1d0d, 'm' }, { 0x1d0f, 'o' },
  { 0x1d18, 'p' }, { 0x1d1b, 't' }, { 0x1d1c, 'u' }, { 0x1d20, 'v' }, { 0x1d21, 'w' }, { 0x1d22, 'z' }, { 0xa730, 'f' },
  { 0xa731, 's' },
};

static int
compare_look_alike (gconstpointer key, gconstpointer row)
{
  const gunichar c = GPOINTER_TO_UINT (key);
  const gunichar from = ((const LookAlike *) row)->from;

  return c < from ? -1 : c > from;
}

/* The Latin letter that @c looks like; 0. */
static char
look_alike_of (gunichar c)
{
  const LookAlike *row;

  if (c < 0x80)
    return 0;
  if (c >= 0x1f1e6 && c <= 0x1f1ff) /* regional indicators, which make up flags */
    return (char) ('a' + (c - 0x1f1e6));
  if (c >= 0x1f170 && c <= 0x1f189) /* negative squared letters */
    return (char) ('a' + (c - 0x1f170));
  row = bsearch (GUINT_TO_POINTER (c), look_alikes, G_N_ELEMENTS (look_alikes), sizeof (LookAlike), compare_look_alike);
  return row != NULL ? row->to : 0;
}

static gboolean
is_word_char (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c) || look_alike_of (c) != 0;
}

typedef struct
{
  guint latin;
  guint alike;
  guint foreign; /* letters that look like no Latin one */
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
      else if (look_alike_of (c) != 0)
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
      const char alike = look_alike_of (g_utf8_get_char (p));

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
  return letter < 0x250 || look_alike_of (letter) != 0;
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

char *
buoy_text_fold_confusable (const char *text)
{
  char *folded = buoy_text_fold (text);

  for (char *p = folded; *p != '\0'; p++)
    {
      if (*p == 'i' || *p == '1' || *p == '|')
        *p = 'l';
      else if (*p == '0')
        *p = 'o';
    }
  return folded;
}
