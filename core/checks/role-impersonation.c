/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The sender claims a generic role with no organisation, "Mail Team", メール管理者, or a role in the reader's own
 * organisation. Real administrators of the reader's mail write from the reader's domain or are authenticated; a
 * company's customer service names the company.
 */
#include "config.h"

#include "checks/checks-private.h"

#include <string.h>

#include "checks/call-back.h"
#include "lexicon/buoy-phrases.h"
#include "registry/buoy-open-host.h"
#include "evidence/identity/buoy-identity-words.h"
#include "evidence/identity/buoy-role.h"
#include "evidence/links/buoy-target.h"

#define MIN_WORD_LETTERS 4 /* of a word in the text that is part of a domain's name: fewer occur by chance */

/* A host where anyone can publish, so not an administrator's. */
static gboolean
opens_public_place (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len && !buoy_budget_is_cancelled (evidence->message->budget); i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (buoy_open_host_classify (target->host) != BUOY_OPEN_HOST_NONE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
poses (const BuoyEvidence *evidence)
{
  const gboolean anonymous = buoy_evidence_is_anonymous (evidence);
  BuoyRole role;

  if (!anonymous && !evidence->links_unrelated && !opens_public_place (evidence))
    return FALSE;
  role = buoy_role_claimed (evidence);
  if (!anonymous && !evidence->links_unrelated)
    return role == BUOY_ROLE_MAILBOX;
  if (role == BUOY_ROLE_CUSTOMER_SERVICE)
    return anonymous || buoy_evidence_lacks_proof (evidence);
  return role != BUOY_ROLE_NONE;
}

/* "cPanel Webmail" is a role at a named and authenticated company. */
static gboolean
is_proven_brand (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->claims->len; i++)
    if (((const BuoyClaim *) g_ptr_array_index (evidence->claims, i))->proven)
      return TRUE;
  return FALSE;
}

/* A mailbox, server or organisation role that mentions the reader's mailbox and has a link. */
static const char *
find_access_words (const BuoyEvidence *evidence)
{
  const BuoyRole role = is_proven_brand (evidence) ? BUOY_ROLE_NONE : buoy_role_claimed (evidence);

  if (role != BUOY_ROLE_MAILBOX && role != BUOY_ROLE_SYSTEM && role != BUOY_ROLE_ORGANISATION)
    return NULL;
  return buoy_evidence_find_phrase (evidence, BUOY_LEXICON_MAILBOX_ACCESS);
}

static BuoyFinding *
report (const BuoyEvidence *evidence, BuoyFindings *findings, BuoyStrength strength)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_weaken (finding, strength);
  buoy_finding_cite (finding, BUOY_EVIDENCE_SHOWN_ADDRESS, evidence->from->name);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
  return finding;
}

/* A stranger who claims to run the reader's mailbox: false if the sender is not authenticated or links to an anonymous
 * host. An authenticated one may run somebody's mail; asking for the reader's credentials is a second sign.
 */
static void
report_access (const BuoyEvidence *evidence, BuoyFindings *findings, const char *word)
{
  const gboolean is_false = buoy_evidence_lacks_proof (evidence) || buoy_evidence_is_anonymous (evidence)
                            || evidence->links_unrelated || opens_public_place (evidence);
  BuoyFinding *finding = report (evidence, findings, is_false ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM);

  if (!is_false)
    {
      finding = report (evidence, findings, BUOY_STRENGTH_MEDIUM);
      buoy_finding_set_basis (finding, BUOY_BASIS_CONTENT);
    }
  buoy_finding_cite (finding, BUOY_EVIDENCE_PHRASE, word);
}

/* A desk of no company, in an account that anyone can open, which bills and asks for a call. Small firms do write like
 * this, so it is no more than a caution.
 */
static gboolean
bills_for_nobody (const BuoyEvidence *evidence)
{
  return buoy_evidence_is_anonymous (evidence) && buoy_check_asks_for_call (evidence)
         && buoy_role_claimed (evidence) == BUOY_ROLE_CUSTOMER_SERVICE;
}

/* Whether @text contains a word of @name that is no word of an office: "Harbour" of getharbour.test. */
static gboolean
shares_word (const char *text, const char *name)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;
      g_autofree char *word = NULL;

      while (g_ascii_isalnum (*end))
        end++;
      word = g_strndup (p, (gsize) (end - p));
      if (end - p >= MIN_WORD_LETTERS && strstr (name, word) != NULL && !buoy_words_are_role (p, end))
        return TRUE;
      p = end > p ? end : g_utf8_next_char (p);
    }
  return FALSE;
}

/* The letters and digits of @text alone. (transfer full) */
static char *
letters_of (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (letters, *p);
  return g_string_free (letters, FALSE);
}

/* A company's name is a claim in itself, which other checks judge. */
static gboolean
names_company (const BuoyEvidence *evidence)
{
  BuoyPhrases phrases;

  buoy_phrases_find (evidence->folded_sure_body, &phrases);
  return phrases.first[BUOY_LEXICON_COMPANY_FORM] != NULL;
}

/* Whether the text, where the reader certainly sees it, or the subject names From's domain, in one word, a part of it
 * or several: "Harbour Lamps" is harbourlamps.test.
 */
static gboolean
names_domain (const BuoyEvidence *evidence)
{
  const char *org = evidence->from_org != NULL ? evidence->from_org : "";
  g_autofree char *label = g_strndup (org, strcspn (org, "."));
  g_autofree char *name = letters_of (label);
  g_autofree char *body = letters_of (evidence->folded_sure_body);
  g_autofree char *subject = letters_of (evidence->folded_subject);

  return strstr (body, name) != NULL || strstr (subject, name) != NULL || shares_word (evidence->folded_sure_body, name)
         || shares_word (evidence->folded_subject, name);
}

/* An office that any company has, which threatens an account of the reader and names neither a company nor its own
 * domain. Offices within an organisation need not, since everybody there knows them. Excuse: names-company,
 * names-domain
 */
static gboolean
threatens_anonymously (const BuoyEvidence *evidence)
{
  static const BuoyLexiconSection threats[] = { BUOY_LEXICON_ACCOUNT_THREAT, BUOY_LEXICON_URGENCY };
  const BuoyRole role = buoy_role_claimed (evidence);

  if (evidence->sender.relation == BUOY_SENDER_CONTACT && evidence->auth.state == BUOY_AUTH_PASS)
    return FALSE;
  return (role == BUOY_ROLE_CUSTOMER_SERVICE || role == BUOY_ROLE_MAILBOX) && evidence->claims->len == 0
         && buoy_evidence_has_phrase (evidence, threats, G_N_ELEMENTS (threats)) && !names_company (evidence)
         && !names_domain (evidence);
}

void
buoy_check_role_impersonation (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  gboolean has_destination;
  const char *word;

  if (evidence->is_inner || buoy_role_is_own_organisation (evidence))
    return;
  has_destination = buoy_evidence_has_destination (evidence);
  word = has_destination ? find_access_words (evidence) : NULL;
  if (word != NULL)
    report_access (evidence, findings, word);
  else if (bills_for_nobody (evidence))
    buoy_finding_warn_alone (report (evidence, findings, BUOY_STRENGTH_MEDIUM));
  else if (has_destination && threatens_anonymously (evidence))
    buoy_finding_warn_alone (report (evidence, findings, BUOY_STRENGTH_MEDIUM));
  else if (has_destination && poses (evidence))
    report (evidence, findings, BUOY_STRENGTH_MEDIUM);
}
