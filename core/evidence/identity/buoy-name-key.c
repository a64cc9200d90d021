/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Letters and digits that look alike are folded, since a name may be written to be mistaken for another. Marks are
 * dropped from Latin, Greek and Cyrillic letters only: カード is not カート.
 */
#include "config.h"

#include "evidence/identity/buoy-name-key.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "evidence/identity/buoy-brand-relation.h"
#include "evidence/identity/buoy-identity-words.h"
#include "lexicon/buoy-person.h"

#define MAX_WORDS 12        /* of a name; those in its middle are left out */
#define MAX_KEY_WORDS 4     /* of a company's name within a longer one */
#define MIN_LETTERS 3       /* of a key; two letters are part of too many names */
#define MIN_LABEL_LETTERS 6 /* of several words written as one; short ones are part of other words */
#define MIN_IDEOGRAPHS 2    /* of a key in scripts where a character is a syllable or a word */
#define FIRST_IDEOGRAPH 0x2e80
#define MAX_JOINED_BYTES 200 /* of a word without spaces; longer ones are sentences */

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x30fc; /* the long vowel of katakana */
}

/* As buoy_text_fold_confusable(), and with i made l: "IKEA" is "Ikea". */
static char *
fold_word (const char *word)
{
  return g_strdelimit (buoy_text_fold_confusable (word), "i", 'l');
}

static gboolean
identifies (const char *word)
{
  g_autofree char *folded = buoy_text_fold (word);

  return !buoy_words_are_role (folded, folded + strlen (folded));
}

/* Drops role words at the end of a word in a script without spaces: "みずうみカード事務局". */
static void
drop_role (GString *word)
{
  if (g_utf8_get_char (word->str) < FIRST_IDEOGRAPH || word->len > MAX_JOINED_BYTES)
    return;
  for (const char *at = g_utf8_next_char (word->str); *at != '\0'; at = g_utf8_next_char (at))
    if (buoy_words_are_role (at, word->str + word->len))
      {
        g_string_truncate (word, (gsize) (at - word->str));
        return;
      }
}

static void
end_word (GString *word, gboolean drops_roles, GPtrArray *words)
{
  if (word->len > 0 && (!drops_roles || identifies (word->str)))
    {
      if (drops_roles)
        drop_role (word);
      g_ptr_array_add (words, fold_word (word->str));
    }
  g_string_truncate (word, 0);
}

/* Returns: (transfer full) (element-type utf8): the words of @text, folded */
static GPtrArray *
split (const char *text, gboolean drops_roles)
{
  g_autoptr (GString) word = g_string_new (NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c != 0 && is_word_character (c))
        g_string_append_unichar (word, c);
      else
        end_word (word, drops_roles, words);
      if (c == 0)
        return words;
    }
}

/* Returns: (transfer full) (element-type utf8): the words of @name that may be in a company's name, folded */
static GPtrArray *
read_words (const char *name, gboolean drops_roles)
{
  g_autofree char *plain = buoy_text_strip_invisible (name);
  GPtrArray *words = split (plain, drops_roles);

  if (words->len > MAX_WORDS)
    g_ptr_array_remove_range (words, MAX_WORDS / 2, words->len - MAX_WORDS);
  return words;
}

static gboolean
is_long_enough (const char *key)
{
  guint letters = 0;
  guint ideographs = 0;

  for (const char *at = key; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      letters += c != ' ' && c < FIRST_IDEOGRAPH;
      ideographs += c >= FIRST_IDEOGRAPH;
    }
  return letters >= MIN_LETTERS || ideographs >= MIN_IDEOGRAPHS;
}

/* Joins @n words from @first on; NULL if they are too short to identify anyone. (transfer full) */
static char *
join (const GPtrArray *words, guint first, guint n, const char *separator)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (key, "%s%s", key->len > 0 ? separator : "", (const char *) g_ptr_array_index (words, i));
  return is_long_enough (key->str) ? g_string_free (g_steal_pointer (&key), FALSE) : NULL;
}

char *
buoy_name_key (const char *name)
{
  const char *via = buoy_person_via (name);
  g_autoptr (GPtrArray) words = read_words (via != NULL ? via : name, TRUE);

  /* an address instead of a name does not name anyone */
  if (words->len == 0 || words->len > MAX_KEY_WORDS || strchr (name, '@') != NULL)
    return NULL;
  return join (words, 0, words->len, " ");
}

/* Returns: (transfer full) (element-type utf8): all runs of @min_words or more of @words, the longest first, joined to
 * keys of at least @min_letters
 */
static GPtrArray *
join_runs (const GPtrArray *words, guint min_words, const char *separator, glong min_letters)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint n = MIN (words->len, MAX_KEY_WORDS); n >= min_words; n--)
    for (guint first = 0; first + n <= words->len; first++)
      {
        g_autofree char *key = join (words, first, n, separator);

        if (key != NULL && g_utf8_strlen (key, -1) >= min_letters)
          g_ptr_array_add (keys, g_steal_pointer (&key));
      }
  return keys;
}

GPtrArray *
buoy_name_keys_within (const char *name)
{
  g_autoptr (GPtrArray) words = read_words (name, TRUE);

  return join_runs (words, 1, " ", 0);
}

GPtrArray *
buoy_name_keys_as_label (const char *name)
{
  g_autoptr (GPtrArray) words = read_words (name, FALSE);

  return join_runs (words, 2, "", MIN_LABEL_LETTERS);
}

/* The domain's own label, in Unicode: "ama-zon" for mail.ama-zon.example. (transfer full) (nullable) */
static char *
plain_label_of (const char *domain)
{
  const char *site = buoy_host_registrable_domain (domain);
  g_autofree char *label = site != NULL ? g_strndup (site, strcspn (site, ".")) : NULL;

  return label != NULL ? buoy_host_to_unicode (label) : NULL;
}

/* The same, folded as names are. (transfer full) (nullable) */
static char *
label_of (const char *domain)
{
  g_autofree char *plain = plain_label_of (domain);

  return plain != NULL ? fold_word (plain) : NULL;
}

/* The only identifying word of the domain's label, folded: "gls" for gls-group.eu; NULL if there are several. (transfer
 * full)
 */
static char *
core_of (const char *domain)
{
  g_autofree char *plain = plain_label_of (domain);
  g_autoptr (GPtrArray) words = plain != NULL ? split (plain, TRUE) : NULL;

  return words != NULL && words->len == 1 ? g_strdup (g_ptr_array_index (words, 0)) : NULL;
}

static char *
without (const char *text, char drop)
{
  g_auto (GStrv) parts = g_strsplit (text, (char[]){ drop, '\0' }, -1);

  return g_strjoinv ("", parts);
}

gboolean
buoy_name_key_fits (const char *key, const char *domain)
{
  g_autofree char *label = label_of (domain);
  g_autofree char *bare = label != NULL ? without (label, '-') : NULL;

  if (label == NULL)
    return FALSE;
  return buoy_label_bears (label, key) || buoy_label_bears (key, bare);
}

gboolean
buoy_name_key_is_own (const char *key, const char *domain)
{
  g_autofree char *label = label_of (domain);
  g_autofree char *joined = without (key, ' ');
  g_autofree char *bare = label != NULL ? without (label, '-') : NULL;
  g_autofree char *core = core_of (domain);

  return g_strcmp0 (joined, bare) == 0 || g_strcmp0 (joined, core) == 0;
}

char *
buoy_name_key_of_person (const char *name)
{
  g_autofree char *person = buoy_person_key (name);

  return person != NULL ? g_strconcat ("@", person, NULL) : NULL; /* words of a company's key have no "@" */
}

GPtrArray *
buoy_name_keys_of_others (const char *name, const char *domain)
{
  GPtrArray *keys = buoy_name_keys_within (name);
  GPtrArray *labels = buoy_name_keys_as_label (name);
  char *person = buoy_name_key_of_person (name);

  g_ptr_array_extend_and_steal (keys, labels);
  for (guint i = keys->len; domain != NULL && i > 0; i--)
    if (buoy_name_key_fits (g_ptr_array_index (keys, i - 1), domain))
      g_ptr_array_remove_index (keys, i - 1);
  if (person != NULL)
    g_ptr_array_add (keys, person);
  return keys;
}
