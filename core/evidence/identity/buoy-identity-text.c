/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-identity-text.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "evidence/buoy-evidence.h"
#include "evidence/identity/buoy-claim.h"
#include "evidence/identity/buoy-first-person.h"
#include "evidence/identity/buoy-identity-words.h"
#include "evidence/links/buoy-target.h"
#include "lexicon/buoy-lexicon-reader.h"

#define MAX_SUBJECT_BYTES 1024 /* of a subject; clients show a line of it */
#define MAX_NAMES_JUDGED 2000  /* names in one text; a text with more is a list of brands */
#define MAX_ALT_BYTES 100      /* of a logo's alternative text; longer ones are prose */
#define MAX_ALTS 200           /* alternative texts read */

/* The length in bytes of a stamp or a reply prefix with which @subject begins; 0 if there is none. */
static gsize
stamp_length (const char *subject)
{
  static const BuoyLexiconSection sections[]
      = { BUOY_LEXICON_SPAM_STAMP, BUOY_LEXICON_SUBJECT_MARK, BUOY_LEXICON_REPLY_MARK };
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sections) && length == 0; i++)
    length = buoy_lexicon_begins (buoy_lexicon_get_default (), sections[i], subject, G_MAXSIZE);
  return length;
}

/* Skips stamps of the receiving server and reply prefixes before the subject proper. The sender can write a reply
 * prefix, so it must not change how the subject is judged.
 */
static const char *
skip_stamps (const char *subject)
{
  gsize length;

  do
    {
      subject += strspn (subject, " ");
      length = stamp_length (subject);
      subject += length;
    }
  while (length > 0);
  return subject;
}

/* The start of the text in the brackets around @name, and in *@out_close its end; NULL if it is not in brackets. */
static const char *
open_bracket_before (const char *subject, const char *name, const char **out_close)
{
  static const char *const pairs[][2] = { { "【", "】" }, { "[", "]" },   { "≪", "≫" },   { "<", ">" }, { "〔", "〕" },
                                          { "「", "」" }, { "《", "》" }, { "『", "』" }, { "(", ")" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *open = g_strrstr_len (subject, name - subject, pairs[i][0]);
      const char *close = open != NULL ? strstr (open, pairs[i][1]) : NULL;

      if (close == NULL || close < name)
        continue;
      *out_close = close;
      return open + strlen (pairs[i][0]);
    }
  return NULL;
}

/* Whether the brackets around the name make it a claim: 【楽天カード】 and [PayPal Support] do, [paypal-devel] does not. */
static gboolean
is_bracketed (const char *subject, const BuoyBrandMatch *match)
{
  const char *close = NULL;
  const char *inner = open_bracket_before (subject, subject + match->start, &close);

  if (inner == NULL)
    return FALSE;
  if (g_str_has_prefix (close, "】") && !match->ambiguous)
    return TRUE;
  return buoy_words_are_role (inner, subject + match->start) && buoy_words_are_role (subject + match->end, close);
}

/* Skips 【重要】 and similar headings before the subject proper. */
static const char *
skip_headings (const char *subject)
{
  while (g_str_has_prefix (subject, "【"))
    {
      const char *close = strstr (subject, "】");

      if (close == NULL)
        return subject;
      subject = close + strlen ("】");
      subject += strspn (subject, " ");
    }
  return subject;
}

static gboolean
opens (const char *subject, const BuoyBrandMatch *match)
{
  if (!match->ambiguous)
    return match->start == 0 || subject + match->start == skip_headings (subject);
  return buoy_words_are_role (subject, subject + match->start)
         && buoy_words_are_role (subject + match->end, subject + strlen (subject));
}

/* Whether the text after a name warns of impersonators, which is not a claim: "…を騙るメール". */
static gboolean
is_warned_of (const char *after)
{
  return buoy_lexicon_begins (buoy_lexicon_get_default (), BUOY_LEXICON_FRAUD_WARNING, after, G_MAXSIZE) > 0;
}

/* Whether the name was written in letters that only look like its own: "[𝗡𝗲𝘁𝗳𝗹𝗶𝘅]". Fullwidth letters are usual in
 * Japanese company mail.
 */
static gboolean
is_disguised (const char *written, const char *name, gsize length)
{
  g_autofree char *word = g_strndup (name, length);
  g_autofree char *plain = NULL;

  if (!g_str_is_ascii (word) || !buoy_text_mixes_scripts (written))
    return FALSE;
  plain = g_utf8_casefold (written, -1);
  return strstr (plain, word) == NULL;
}

/* Whether the name is where senders put their own. Who only writes about a company does not disguise its name. */
static gboolean
stands_for_sender (const char *subject, const BuoyBrandMatch *match, gboolean disguised)
{
  return opens (subject, match) || is_bracketed (subject, match) || (disguised && !match->ambiguous);
}

static void
read_subject (const BuoyEvidence *evidence, GPtrArray *claims)
{
  g_autofree char *shown = buoy_text_cut (evidence->folded_subject, MAX_SUBJECT_BYTES);
  const char *subject = skip_stamps (shown);
  g_autoptr (GArray) matches = buoy_brands_find_names (buoy_brands_get_default (), subject);

  /* Bounded: MAX_SUBJECT_BYTES */
  for (guint i = 0; i < matches->len; i++)
    {
      const BuoyBrandMatch *match = &g_array_index (matches, BuoyBrandMatch, i);
      const gboolean disguised
          = is_disguised (evidence->message->subject, subject + match->start, match->end - match->start);

      if (!is_warned_of (subject + match->end) && stands_for_sender (subject, match, disguised))
        buoy_claim_add (claims, match->brand, BUOY_CLAIM_SUBJECT_OPENING, disguised);
      else if (!match->ambiguous)
        buoy_claim_add (claims, match->brand, BUOY_CLAIM_SUBJECT, FALSE);
    }
}

static void
read_body (const BuoyEvidence *evidence, GPtrArray *claims)
{
  const char *body = evidence->folded_body;
  g_autoptr (GArray) matches = buoy_brands_find_names (buoy_brands_get_default (), body);

  for (guint i = 0; i < matches->len && i < MAX_NAMES_JUDGED; i++)
    {
      const BuoyBrandMatch *match = &g_array_index (matches, BuoyBrandMatch, i);

      if (buoy_words_are_first_person (body, match))
        buoy_claim_add (claims, match->brand, BUOY_CLAIM_BODY_WE, FALSE);
    }
}

/* The brand whose logo the alternative text describes; NULL if there is none. */
static const BuoyBrand *
logo_of (const char *alt)
{
  g_autofree char *folded = NULL;
  g_autoptr (GArray) matches = NULL;
  const BuoyBrandMatch *match;

  if (strlen (alt) > MAX_ALT_BYTES)
    return NULL;
  folded = buoy_text_fold (alt);
  matches = buoy_brands_find_names (buoy_brands_get_default (), folded);
  if (matches->len != 1)
    return NULL;
  match = &g_array_index (matches, BuoyBrandMatch, 0);
  if (!buoy_words_are_role (folded, folded + match->start)
      || !buoy_words_are_role (folded + match->end, folded + strlen (folded)))
    return NULL;
  return match->brand;
}

/* The first brand with a logo among @texts, one per line; *@out_n: how many have one, at most two. (nullable) */
static const BuoyBrand *
find_logo (const char *texts, guint *out_n)
{
  g_auto (GStrv) alts = g_strsplit (texts, "\n", MAX_ALTS);
  const BuoyBrand *first = NULL;

  *out_n = 0;
  /* Bounded: MAX_ALTS */
  for (guint i = 0; alts[i] != NULL && *out_n < 2; i++)
    {
      const BuoyBrand *brand = logo_of (alts[i]);

      if (brand == NULL || brand->shared || brand == first)
        continue;
      if (first == NULL)
        first = brand;
      (*out_n)++;
    }
  return first;
}

/* Only a single brand counts: a row of logos (payment methods, social networks) is not a letterhead. A logo that seems
 * to be hidden may be shown, so it is a claim too, but does not turn another one into a row.
 */
static void
read_logos (const BuoyEvidence *evidence, GPtrArray *claims)
{
  guint n;
  const BuoyBrand *brand = find_logo (evidence->message->image_text, &n);

  if (n == 0)
    brand = find_logo (evidence->message->hidden_image_text, &n);
  if (n == 1)
    buoy_claim_add (claims, brand, BUOY_CLAIM_LOGO, FALSE);
}

/* A link text that names the brand's site is a claim if the link leads to another site, or if there are other claims.
 */
static void
read_link_texts (const BuoyEvidence *evidence, GPtrArray *claims)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      const BuoyBrand *brand;

      if (target->shown_host == NULL || buoy_target_is_plain (target))
        continue;
      brand = buoy_brands_find_by_own_site (buoy_brands_get_default (), target->shown_host);
      if (brand == NULL)
        continue;
      if (buoy_claim_find (claims, brand) != NULL
          || (target->state == BUOY_TARGET_MISMATCH && target->host != NULL && !brand->shared))
        buoy_claim_add (claims, brand, BUOY_CLAIM_LINK_TEXT, FALSE);
    }
}

void
buoy_identity_read_text (const BuoyEvidence *evidence, GPtrArray *claims)
{
  read_subject (evidence, claims);
  read_body (evidence, claims);
  read_logos (evidence, claims);
  read_link_texts (evidence, claims);
}
