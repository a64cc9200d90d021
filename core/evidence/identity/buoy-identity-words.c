/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-identity-words.h"

#include <string.h>

#include "lexicon/buoy-lexicon-reader.h"

/* Made once, never freed. */
static gpointer
index_role_words (gpointer unused)
{
  const GPtrArray *words = buoy_lexicon_get (buoy_lexicon_get_default (), BUOY_LEXICON_ROLE_WORD);
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < words->len; i++)
    g_hash_table_add (index, g_ptr_array_index (words, i));
  return index;
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x250 && g_unichar_isalpha (c);
}

/* Skips one Latin word; FALSE if it is not a role word. Words with digits are case numbers and years. */
static gboolean
take_latin_word (const char **p, const char *end)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *index = g_once (&once, index_role_words, NULL);
  const char *start = *p;
  gboolean has_digit = FALSE;
  g_autofree char *word = NULL;

  while (*p < end && (g_ascii_isalnum (**p) || is_latin (g_utf8_get_char (*p))))
    {
      has_digit |= g_ascii_isdigit (**p);
      *p = g_utf8_next_char (*p);
    }
  if (has_digit)
    return TRUE;
  word = g_strndup (start, *p - start);
  if (g_hash_table_contains (index, word))
    return TRUE;
  if (*p - start < 5 || !g_str_has_suffix (word, "s"))
    return FALSE;
  word[*p - start - 1] = '\0';
  return g_hash_table_contains (index, word);
}

static gboolean
skip_role_part (const char **p, const char *end)
{
  const gsize length
      = buoy_lexicon_begins (buoy_lexicon_get_default (), BUOY_LEXICON_ROLE_PART, *p, (gsize) (end - *p));

  *p += length;
  return length > 0;
}

gboolean
buoy_words_are_role (const char *text, const char *end)
{
  for (const char *p = text; p < end;)
    {
      const gunichar c = g_utf8_get_char (p);
      gboolean taken;

      if (!g_unichar_isalnum (c) && c != 0x30fc)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      taken = c < 0x250 ? take_latin_word (&p, end) : skip_role_part (&p, end);
      if (!taken)
        return FALSE;
    }
  return TRUE;
}

gboolean
buoy_words_are_whole (const char *name, const BuoyBrandMatch *match)
{
  return buoy_words_are_role (name, name + match->start)
         && buoy_words_are_role (name + match->end, name + strlen (name));
}

/* Excuse: name-of-users */
gboolean
buoy_words_make_other (const BuoyEvidence *evidence, const char *text)
{
  static const BuoyLexiconSection demands[]
      = { BUOY_LEXICON_URGENCY, BUOY_LEXICON_ACCOUNT_THREAT, BUOY_LEXICON_MAILBOX_ACCESS, BUOY_LEXICON_PAYMENT };

  text += strspn (text, " ");
  if (evidence->auth.state == BUOY_AUTH_FAIL
      || buoy_lexicon_begins (buoy_lexicon_get_default (), BUOY_LEXICON_ABOUT_BRAND, text, G_MAXSIZE) == 0)
    return FALSE;
  return !buoy_evidence_has_phrase (evidence, demands, G_N_ELEMENTS (demands));
}

static const char *
skip_marks (const char *text)
{
  while (*text == ' ' || g_ascii_ispunct (*text))
    text++;
  return text;
}

/* Whether the name is of a branch with a place name: "ドコモショップ山田店". The brand's name may include ショップ. */
static gboolean
is_branch_shop (const char *name, const BuoyBrandMatch *match)
{
  static const char shop[] = "ショップ";
  const char *end = name + match->end;
  const char *own = end;

  if (g_str_has_prefix (end, shop))
    own += strlen (shop);
  else if (match->end - match->start < strlen (shop) || !g_str_has_prefix (end - strlen (shop), shop))
    return FALSE;
  return g_str_has_suffix (own, "店") && !buoy_words_are_role (own, own + strlen (own));
}

gboolean
buoy_words_are_reseller (const char *name, const BuoyBrandMatch *match)
{
  const char *after = skip_marks (name + match->end);
  const gsize length = buoy_lexicon_begins (buoy_lexicon_get_default (), BUOY_LEXICON_RESELLER, after, G_MAXSIZE);
  const char *rest = after + length;

  if (is_branch_shop (name, match))
    return TRUE;
  return length > 0
         && (!buoy_words_are_role (name, name + match->start) || !buoy_words_are_role (rest, rest + strlen (rest)));
}
