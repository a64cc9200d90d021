/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-identity-sender.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/shown/buoy-shown-host.h"
#include "lexicon/buoy-person.h"
#include "base/text/buoy-text.h"
#include "evidence/buoy-evidence.h"
#include "evidence/identity/buoy-claim.h"
#include "evidence/identity/buoy-identity-address.h"
#include "evidence/identity/buoy-identity-words.h"
#include "evidence/identity/buoy-spaced-letters.h"

#define MAX_NAME_BYTES 512     /* of a display name; no more is visible */
#define NAME_STEPS 40          /* per byte of a name, which is folded and searched in three ways */
#define MAX_CONFUSABLE_WORDS 5 /* the longest names in the registry have four */
#define MIN_FAMILY_LETTERS 3   /* of a family name that is searched for in an address */
#define MAX_SENDERS 8          /* real mail has one author */

static const char *
skip_back_spaces (const char *start, const char *p)
{
  while (p > start && (p[-1] == ' ' || p[-1] == '\'' || p[-1] == '"'))
    p--;
  return p;
}

/* Whether the text up to @end ends with @word: "Anna at", "Ride from". */
static gboolean
ends_with_word (const char *start, const char *end, const char *word)
{
  const gsize length = strlen (word);

  if ((gsize) (end - start) < length || strncmp (end - length, word, length) != 0)
    return FALSE;
  return (gsize) (end - start) == length || !g_ascii_isalnum (end[-(gssize) length - 1]);
}

/* Whether the name is of a person who works there: "Anna at PayPal". "Anna via PayPal" claims that PayPal sends this.
 * Excuse: person-via, person-on-behalf
 */
static gboolean
is_employer (const char *name, const char *match)
{
  const char *end = skip_back_spaces (name, match);

  if (end == name || end == name + 1)
    return FALSE;
  return ends_with_word (name, end, "at") || ends_with_word (name, end, "@");
}

/* Whether the brand is in brackets after another name: "John Smith (Google)", but not "PayPal (PayPal Service)" or
 * "(Amazon)".
 */
static gboolean
is_in_brackets_of_other (const char *name, const char *match)
{
  const char *open = NULL;

  for (const char *p = name; p < match; p++)
    {
      if (*p == '(')
        open = p;
      else if (*p == ')')
        open = NULL;
    }
  return open != NULL && !buoy_words_are_role (name, open);
}

/* Whether the name is of a person: "Tim" and "Ana" are, but the brands write "TIM" and "ANA". */
static gboolean
is_person (const char *written, const char *name, const BuoyBrandMatch *match)
{
  g_autofree char *word = NULL;
  g_autofree char *capitals = NULL;

  if (match->start > 0 || match->end < strlen (name))
    return FALSE;
  word = g_strndup (name, match->end);
  capitals = g_utf8_strup (match->brand->title, -1);
  return g_strv_contains ((const char *const *) match->brand->people, word)
         && !(g_str_equal (capitals, match->brand->title) && g_str_equal (written, capitals));
}

static gboolean
has_other_letters (const char *name, const BuoyBrandMatch *match)
{
  const char *end = name + match->end;

  for (const char *p = name; *p != '\0'; p = p == name + match->start ? end : g_utf8_next_char (p))
    if (p != name + match->start && g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether an ambiguous name is also that of the sender's domain: "Plaza" from plaza.example. */
static gboolean
is_own_label (const BuoyEvidence *evidence, const char *name)
{
  const char *label = evidence->from_org;

  if (label == NULL || evidence->auth.state == BUOY_AUTH_FAIL)
    return FALSE;
  /* Bounded: MAX_NAME_BYTES */
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) && *p != *label++)
      return FALSE;
  return *label == '.';
}

/* Whether an ambiguous name is a claim: only as the whole display name, except for role words, and if it has only two
 * letters ("au", "EE"), without any.
 */
static gboolean
is_claimed_word (const BuoyEvidence *evidence, const char *written, const char *name, const BuoyBrandMatch *match)
{
  if (match->end - match->start <= 2 && has_other_letters (name, match))
    return FALSE;
  return buoy_words_are_whole (name, match) && !is_person (written, name, match) && !is_own_label (evidence, name)
         && !buoy_words_make_other (evidence, name + match->end);
}

static gboolean
is_claimed_in_name (const BuoyEvidence *evidence, const char *written, const char *name, const BuoyBrandMatch *match)
{
  if (match->ambiguous && name[match->end] == '\0'
      && ends_with_word (name, skip_back_spaces (name, name + match->start), "from"))
    return TRUE;
  if (match->ambiguous)
    return is_claimed_word (evidence, written, name, match);
  return !is_employer (name, name + match->start) && !is_in_brackets_of_other (name, name + match->start)
         && !buoy_words_make_other (evidence, name + match->end) && !buoy_words_are_reseller (name, match);
}

/* Addresses in the name are read as addresses: the "gmail" in "anna@gmail.com" is not a claim. */
static void
read_address_in_name (GPtrArray *claims, const char *word)
{
  g_autofree char *host = buoy_shown_address_host (word);
  const BuoyBrand *brand = buoy_brands_find_by_own_site (buoy_brands_get_default (), host);

  if (brand != NULL)
    buoy_claim_add (claims, brand, BUOY_CLAIM_FROM_NAME, FALSE);
}

static char *
take_addresses (GPtrArray *claims, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *rest = g_string_new (NULL);

  /* Bounded: MAX_NAME_BYTES */
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = strchr (words[i], '@');

      if (at != NULL && at > words[i] && strchr (at, '.') != NULL)
        {
          read_address_in_name (claims, words[i]);
          continue;
        }
      if (rest->len > 0)
        g_string_append_c (rest, ' ');
      g_string_append (rest, words[i]);
    }
  return g_string_free (rest, FALSE);
}

static gboolean
find_in_name (const BuoyEvidence *evidence, GPtrArray *claims, const char *written, const char *folded,
              gboolean disguised)
{
  g_autoptr (GArray) matches = buoy_brands_find_names (buoy_brands_get_default (), folded);
  gboolean found = FALSE;

  /* Bounded: MAX_NAME_BYTES */
  for (guint i = 0; i < matches->len; i++)
    {
      const BuoyBrandMatch *match = &g_array_index (matches, BuoyBrandMatch, i);

      /* in "Courier X via Y" from Y, both are claims */
      if (!is_claimed_in_name (evidence, written, folded, match)
          && !buoy_brand_uses (match->brand, evidence->from_domain))
        continue;
      buoy_claim_add (claims, match->brand, BUOY_CLAIM_FROM_NAME, disguised);
      found = TRUE;
    }
  return found;
}

/* Strips punctuation: "appie:". */
static void
trim_marks (char *word)
{
  gsize end = strlen (word);

  while (end > 0 && g_ascii_ispunct (word[end - 1]))
    word[--end] = '\0';
}

/* Adds brands whose name equals some of the words after confusable folding: "AppIe" with a capital I. */
static void
find_confusable_in_name (GPtrArray *claims, const char *folded)
{
  const char *end = folded + strlen (folded);

  /* Bounded: MAX_NAME_BYTES */
  for (const char *start = folded; start != NULL && *start != '\0';)
    {
      const char *stop = start;

      for (guint words = 0; stop != NULL && words < MAX_CONFUSABLE_WORDS; words++)
        {
          g_autofree char *part = NULL;
          g_autofree char *confusable = NULL;
          const BuoyBrand *brand;

          stop = strchr (stop, ' ');
          part = stop != NULL ? g_strndup (start, stop - start) : g_strdup (start);
          trim_marks (part);
          confusable = buoy_text_fold_confusable (part);
          /* a Japanese name without kanji in place of katakana is not disguised */
          brand = g_str_is_ascii (part) || !g_str_equal (part, confusable)
                      ? buoy_brands_find_confusable (buoy_brands_get_default (), confusable)
                      : NULL;
          if (brand != NULL
              && (!g_str_is_ascii (part)
                  || (buoy_words_are_role (folded, start) && (stop == NULL || buoy_words_are_role (stop, end)))))
            buoy_claim_add (claims, brand, BUOY_CLAIM_FROM_NAME, TRUE);
          if (stop != NULL)
            stop++;
        }
      start = strchr (start, ' ');
      if (start != NULL)
        start++;
    }
}

/* Whether the name has invisible characters between letters, or letters that imitate others. */
static gboolean
is_disguised (const char *name)
{
  g_autofree char *seen = NULL;

  if (buoy_text_mixes_scripts (name))
    return TRUE;
  seen = buoy_text_strip_invisible (name);
  for (const char *p = name, *q = seen; *p != '\0'; p++, q++)
    if (*p != *q)
      return p > name && g_ascii_isalpha (p[-1]) && g_ascii_isalpha (*q);
  return FALSE;
}

static gboolean
is_flag_letter (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* Replaces symbols that folding would turn into letters by spaces: "Brand™", a flag beside the name. Longer sequences
 * of flag letters are text. (transfer full)
 */
static char *
drop_marks (const char *name)
{
  GString *out = g_string_new (NULL);

  /* Bounded: MAX_NAME_BYTES */
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean flag = is_flag_letter (c) && is_flag_letter (g_utf8_get_char (g_utf8_next_char (p)));

      if (flag && !is_flag_letter (g_utf8_get_char (g_utf8_next_char (g_utf8_next_char (p)))))
        {
          g_string_append_c (out, ' ');
          p = g_utf8_next_char (p);
        }
      else if (c == 0x2122 || c == 0x2120 || c == 0xae || c == 0xa9)
        g_string_append_c (out, ' ');
      else
        {
          g_string_append_unichar (out, c);
          while (flag && is_flag_letter (g_utf8_get_char (g_utf8_next_char (p))))
            {
              p = g_utf8_next_char (p);
              g_string_append_unichar (out, g_utf8_get_char (p));
            }
        }
    }
  return g_string_free (out, FALSE);
}

/* Whether @word is in the local part of From's address, or in its registrable domain without the suffix. */
static gboolean
is_in_address (const BuoyEvidence *evidence, const char *word)
{
  const char *address = evidence->from->address;
  const char *site = evidence->from_org != NULL ? evidence->from_org : "";
  g_autofree char *local = g_strndup (address, strcspn (address, "@"));
  g_autofree char *folded = buoy_text_fold (local);
  g_autofree char *label = g_strndup (site, strcspn (site, "."));

  return strstr (folded, word) != NULL || strstr (label, word) != NULL;
}

/* Whether @folded is a name with initials, "D. H. L. Janssen", whose family name is in the address. Persons write that
 * something is overdue, but do not threaten accounts. Excuse: person-with-initials
 */
static gboolean
is_person_with_initials (const BuoyEvidence *evidence, const char *folded)
{
  const char *names = buoy_spaced_letters_skip_initials (folded);
  const char *last = names != NULL ? strrchr (names, ' ') : NULL;
  const char *family = last != NULL ? last + 1 : names;
  g_autofree char *joined = names != NULL ? buoy_spaced_letters_join (names) : NULL;

  return family != NULL && joined == NULL && strlen (family) >= MIN_FAMILY_LETTERS
         && !buoy_words_are_role (names, names + strlen (names)) && is_in_address (evidence, family)
         && evidence->auth.state != BUOY_AUTH_FAIL
         && buoy_evidence_find_phrase (evidence, BUOY_LEXICON_ACCOUNT_THREAT) == NULL;
}

static void
note_initials (GPtrArray *claims, guint first)
{
  for (guint i = first; i < claims->len; i++)
    ((BuoyClaim *) g_ptr_array_index (claims, i))->initials = TRUE;
}

static void
read_name (const BuoyEvidence *evidence, GPtrArray *claims, const char *name)
{
  g_autofree char *short_name = buoy_text_cut (name, MAX_NAME_BYTES);
  g_autofree char *cut = drop_marks (short_name);
  g_autofree char *whole = buoy_text_fold (cut);
  g_autofree char *folded = take_addresses (claims, whole);
  g_autofree char *joined = buoy_spaced_letters_join (folded);
  const guint first = claims->len;

  if (find_in_name (evidence, claims, cut, folded, is_disguised (cut))
      || buoy_identity_read_host_in_name (folded, claims))
    return;
  if (joined != NULL && find_in_name (evidence, claims, cut, joined, TRUE))
    {
      if (is_person_with_initials (evidence, folded))
        note_initials (claims, first);
      return;
    }
  find_confusable_in_name (claims, folded);
}

/* The sender chooses the parts before and after "via" too, so each is also read by itself. Excuse: via-service,
 * via-domain, person-via, person-on-behalf
 */
static void
read_display_name (const BuoyEvidence *evidence, GPtrArray *claims, const char *name)
{
  g_autofree char *cut = buoy_text_cut (name, MAX_NAME_BYTES);
  const char *way;

  read_name (evidence, claims, cut);
  for (const char *rest = cut; (way = buoy_person_via (rest)) != NULL; rest = way)
    {
      g_autofree char *author = NULL;

      if (!buoy_budget_spend (evidence->message->budget, NAME_STEPS * strlen (rest)))
        return;
      author = buoy_person_author (rest);
      read_name (evidence, claims, author);
      read_name (evidence, claims, way);
    }
}

void
buoy_identity_read_sender (const BuoyEvidence *evidence, GPtrArray *claims)
{
  const GPtrArray *from = evidence->message->from;

  for (guint i = 0; i < from->len && i < MAX_SENDERS; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (from, i);

      read_display_name (evidence, claims, mailbox->name);
      buoy_identity_read_local_part (mailbox->address, claims);
      if (mailbox->domain == NULL) /* it is not an address and shown as a name: "mail@brand.example" in quotes */
        read_name (evidence, claims, mailbox->address);
    }
  buoy_identity_read_domain (evidence, claims);
}
