/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The sender line shows another address than the message's, or clients disagree about who sent it (RFC 5322 §3.6.2
 * allows one From field, with real mailboxes).
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"
#include "base/shown/buoy-shown-host.h"
#include "base/text/buoy-text.h"
#include "registry/buoy-free-mail.h"
#include "evidence/origin/buoy-list.h"
#include "lexicon/buoy-person.h"
#include "registry/buoy-open-host.h"
#include "registry/buoy-senders.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

#include <string.h>

#define MAX_ADDRESSEES 16 /* number of names examined; a message to more people is not personal */

/* The domain of an address in the display name that is not the mailbox's own. (nullable) */
static char *
address_in_name (const BuoyEvidence *evidence)
{
  g_autofree char *shown = buoy_shown_address_host (evidence->from->name);

  if (shown == NULL || buoy_host_registrable_domain (shown) == NULL)
    return NULL;
  if (buoy_hosts_have_one_owner (shown, evidence->from_domain))
    return NULL;
  return g_steal_pointer (&shown);
}

/* The end of the domain at @start; U+FFFD stands for NUL or invalid bytes, at which some programs stop reading. */
static const char *
domain_end (const char *start)
{
  const char *p = start;

  while (*p != '\0' && strchr ("\",:@ ", *p) == NULL && g_utf8_get_char (p) != 0xfffd)
    p = g_utf8_next_char (p);
  return p;
}

/* Returns (nullable) another domain before the address's own, as in "service@bank.example"@host.example or
 * @bank.example:x@host.example. RFC 5322 §3.4.1 and §4.4 allow both, but nobody uses such an address.
 */
static char *
domain_before_own (const BuoyEvidence *evidence)
{
  const char *own = strrchr (evidence->from->address, '@');
  const char *first = strchr (evidence->from->address, '@');
  g_autofree char *text = NULL;
  g_autofree char *host = NULL;

  if (own == NULL || first == own)
    return NULL;
  text = g_strndup (first + 1, (gsize) (domain_end (first + 1) - first) - 1);
  host = buoy_host_to_ascii (text);
  if (host == NULL || buoy_host_registrable_domain (host) == NULL
      || buoy_hosts_have_one_owner (host, evidence->from_domain))
    return NULL;
  return g_steal_pointer (&host);
}

/* The receiving side authenticated From's domain. */
static gboolean
is_proven (const BuoyEvidence *evidence)
{
  return evidence->auth.state == BUOY_AUTH_PASS
         || (evidence->origin.state == BUOY_ORIGIN_MATCH && !buoy_evidence_lacks_proof (evidence));
}

/* A service that writes on behalf of its customers, or the provider of the reader's mailbox. */
static gboolean
is_service (const BuoyEvidence *evidence)
{
  const char *domain = evidence->from_domain;

  if (buoy_free_mail_is (domain) || buoy_open_host_classify (domain) != BUOY_OPEN_HOST_NONE)
    return FALSE;
  return evidence->sender.relation == BUOY_SENDER_ORGANISATION || buoy_host_same_site (domain, evidence->origin.by)
         || buoy_senders_find_by_host (domain) != NULL
         || buoy_brands_find_by_host (buoy_brands_get_default (), domain) != NULL;
}

static gboolean
is_relay (const BuoyEvidence *evidence)
{
  const BuoySender *sender = buoy_senders_find_by_host (evidence->from_domain);

  return sender != NULL && sender->relay;
}

/* The address in the name is @mailbox's, at @host. */
static gboolean
is_shown (const BuoyEvidence *evidence, const BuoyMailbox *mailbox, const char *host)
{
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (g_strcmp0 (mailbox->domain, host) != 0)
    return FALSE;
  name = buoy_text_fold (evidence->from->name);
  address = buoy_text_fold (mailbox->address);
  return strstr (name, address) != NULL;
}

/* Replies go to the address in the name. */
static gboolean
answers_to_shown (const BuoyEvidence *evidence, const char *host)
{
  const GPtrArray *reply_to = evidence->message->reply_to;

  for (guint i = 0; i < reply_to->len; i++)
    if (!is_shown (evidence, g_ptr_array_index (reply_to, i), host))
      return FALSE;
  return reply_to->len > 0;
}

/* A valid signature of the shown address's domain: a server on the way replaced the address. */
static gboolean
is_signed_by (const BuoyEvidence *evidence, const char *host)
{
  for (guint i = 0; i < evidence->auth.signers->len; i++)
    if (buoy_host_same_site (g_ptr_array_index (evidence->auth.signers, i), host))
      return !buoy_free_mail_is (host);
  return FALSE;
}

/* Whether it has the form of a list that replaces the addresses of its members with its own: "'anna@mail.example' via
 * Rowing Club". Anyone can write it: it only shows that honest mail looks like this, too. Excuse: member-of-list
 */
static gboolean
may_be_of_member (const BuoyEvidence *evidence)
{
  return evidence->claims_list && buoy_list_is_sender (evidence) && buoy_person_via (evidence->from->name) != NULL;
}

static gboolean
has_owner_known_to_reader (const BuoyEvidence *evidence, const char *host)
{
  return buoy_context_owns_domain (evidence->context, host)
         || buoy_brands_find_by_host (buoy_brands_get_default (), host) != NULL;
}

/* The display name also names the registered company that is From's owner. */
static gboolean
names_company (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);

      if (claim->from_is_brands && (claim->where & BUOY_CLAIM_FROM_NAME) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether it has the form in which a company tells which user of its service shares something: "anna@mail.example
 * (Google Docs)", with nobody else to answer. The user may have chosen that name, so it is not accepted for the address
 * of a registered company, or of the reader's organisation. Excuse: via-service
 */
static gboolean
may_be_of_user (const BuoyEvidence *evidence, const char *host)
{
  const char *domain = evidence->from_domain;

  return names_company (evidence) && !buoy_free_mail_is (domain)
         && buoy_open_host_classify (domain) == BUOY_OPEN_HOST_NONE && evidence->message->reply_to->len == 0
         && !has_owner_known_to_reader (evidence, host);
}

/* Anyone can write anything into the display name. It is accepted from an authenticated sender known to write on behalf
 * of others. A sender who is only authenticated may set Reply-To to the shown address, which proves nothing. Excuse:
 * via-service, via-domain, link-to-shown-domain, reply-to-own
 */
static BuoyStrength
weigh_shown (const BuoyEvidence *evidence, const char *host)
{
  if (is_signed_by (evidence, host))
    return BUOY_STRENGTH_NOTE;
  if (evidence->is_list && buoy_list_is_sender (evidence))
    return BUOY_STRENGTH_WEAK;
  if (!is_proven (evidence))
    return BUOY_STRENGTH_STRONG;
  if (is_relay (evidence))
    return BUOY_STRENGTH_NOTE;
  if (!answers_to_shown (evidence, host))
    return may_be_of_member (evidence) || may_be_of_user (evidence, host) ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_STRONG;
  return is_service (evidence) ? BUOY_STRENGTH_NOTE : BUOY_STRENGTH_MEDIUM;
}

static void
report_name (const BuoyEvidence *evidence, const char *shown, BuoyFindings *findings)
{
  const BuoyStrength strength = weigh_shown (evidence, shown);
  BuoyFinding *finding;

  if (strength == BUOY_STRENGTH_NOTE)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, strength);
  if (strength == BUOY_STRENGTH_MEDIUM && !answers_to_shown (evidence, shown) && !may_be_of_user (evidence, shown))
    buoy_finding_warn_alone (finding);
  buoy_finding_cite (finding, BUOY_EVIDENCE_SHOWN_ADDRESS, evidence->from->name);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
}

/* Two From fields, of which programs show different ones, name unrelated senders. */
static gboolean
disagrees (const BuoyEvidence *evidence, const BuoyMailbox *second)
{
  return evidence->message->n_from_headers > 1 && second->domain != NULL && evidence->from_domain != NULL
         && !buoy_hosts_have_one_owner (evidence->from_domain, second->domain);
}

/* Reports a malformed header; a second address of another owner is named in full. Excuse: none */
static void
report_header (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyMailbox *second = g_ptr_array_index (evidence->message->from, 1);
  BuoyFinding *finding = buoy_findings_add (findings);

  if (!disagrees (evidence, second))
    buoy_finding_weaken (finding, BUOY_STRENGTH_MEDIUM);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, second->address);
}

/* An address that cannot exist always has the same strength. Excuse: none */
static void
report_impossible (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_weaken (finding, BUOY_STRENGTH_MEDIUM);
  buoy_finding_set_basis (finding, BUOY_BASIS_AUTHENTICATION);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS,
                     *evidence->from->address != '\0' ? evidence->from->address : evidence->from->name);
}

/* Invisible characters are not part of any real address (RFC 5890 §2.3.2.1, RFC 6532). */
static gboolean
holds_invisible (const char *address)
{
  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    if (buoy_text_is_invisible (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* letters that mail servers don't accept are meant to be read, not replied to. */
static gboolean
is_drawn (const char *address)
{
  return buoy_text_is_stylized (address) && (strchr (address, '@') != NULL || strstr (address, "＠") != NULL);
}

/* A URL, or a host with a path. A bare host may be an account's name at a shop. */
static gboolean
is_web_address (const char *name, const char *host)
{
  g_autofree char *folded = buoy_text_fold (name);
  g_autofree char *opening = g_strconcat (host, "/", NULL);

  return strstr (folded, "://") != NULL || strstr (folded, "www.") != NULL || strstr (folded, opening) != NULL;
}

/* A service was made to greet a web address instead of the reader's name: "Dear evil.example/prize". */
static const BuoyMailbox *
find_web_address (const BuoyEvidence *evidence)
{
  const GPtrArray *to = evidence->message->to;

  for (guint i = 0; i < MIN (to->len, MAX_ADDRESSEES); i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (to, i);
      g_autofree char *host = buoy_shown_host_find (mailbox->name);

      if (host != NULL && is_web_address (mailbox->name, host) && !buoy_hosts_have_one_owner (host, mailbox->domain)
          && !buoy_hosts_have_one_owner (host, evidence->from_domain))
        return mailbox;
    }
  return NULL;
}

static void
report_addressee (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyMailbox *mailbox = find_web_address (evidence);
  BuoyFinding *finding;

  if (mailbox == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_SHOWN_ADDRESS, mailbox->name);
}

static void
report_address (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
}

void
buoy_check_deceptive_address (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  g_autofree char *shown = NULL;
  g_autofree char *before = NULL;

  if (evidence->from == NULL)
    return;

  shown = address_in_name (evidence);
  before = domain_before_own (evidence);
  if (shown != NULL)
    report_name (evidence, shown, findings);
  if (before != NULL || holds_invisible (evidence->from->address) || is_drawn (evidence->from->address))
    report_address (evidence, findings);
  if (evidence->message->from->len > 1)
    report_header (evidence, findings);
  report_addressee (evidence, findings);
  if (!evidence->is_inner && buoy_evidence_is_impossible (evidence))
    report_impossible (evidence, findings);
}
