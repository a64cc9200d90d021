/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The sender line shows another address than the one that the message carries, or is built so that programs
 * disagree about who sent it (RFC 5322 §3.6.2 allows one From, with real mailboxes).
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/buoy-host.h"
#include "base/buoy-shown-host.h"
#include "base/buoy-text.h"
#include "evidence/buoy-target.h"

#include <string.h>

/* Domain of an address that the display name holds and that is not the mailbox's own; NULL. */
static char *
address_in_name (const BuoyEvidence *evidence)
{
  g_autofree char *shown = buoy_shown_address_host (evidence->from->name);

  if (shown == NULL || buoy_host_registrable_domain (shown) == NULL)
    return NULL;
  if (buoy_target_same_owner (shown, evidence->from_domain))
    return NULL;
  return g_steal_pointer (&shown);
}

/* Where the domain at @start ends; U+FFFD stands for a NUL or for broken bytes, at which some programs cut. */
static const char *
domain_end (const char *start)
{
  const char *p = start;

  while (*p != '\0' && strchr ("\",:@ ", *p) == NULL && g_utf8_get_char (p) != 0xfffd)
    p = g_utf8_next_char (p);
  return p;
}

/* Another's domain before the address's own: "service@bank.example"@host.example, @bank.example:x@host.example; NULL.
 * RFC 5322 §3.4.1 and §4.4 allow both, and nobody gives out such an address.
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
      || buoy_target_same_owner (host, evidence->from_domain))
    return NULL;
  return g_steal_pointer (&host);
}

static gboolean
links_to (const BuoyEvidence *evidence, const char *host)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->kind != BUOY_LINK_NAMED && buoy_host_same_site (target->host, host))
        return TRUE;
    }
  return FALSE;
}

/* A list that rewrites From writes "'name@site' via list". */
static gboolean
is_rewritten_by_list (const BuoyEvidence *evidence)
{
  return evidence->is_list || strstr (evidence->from->name, " via ") != NULL;
}

static void
report_name (const BuoyEvidence *evidence, const char *shown, BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  if (is_rewritten_by_list (evidence) || links_to (evidence, shown))
    buoy_finding_weaken (finding, BUOY_STRENGTH_WEAK);
  buoy_finding_cite (finding, "shown-address", evidence->from->name);
  buoy_finding_cite (finding, "from-address", evidence->from->address);
}

/* Two fields, of which each program shows another, name two senders that have nothing to do with each other. */
static gboolean
disagrees (const BuoyEvidence *evidence, const BuoyMailbox *second)
{
  return evidence->message->n_from_headers > 1 && second->domain != NULL
         && evidence->from_domain != NULL
         && !buoy_target_same_owner (evidence->from_domain, second->domain);
}

static void
report_header (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyMailbox *second = g_ptr_array_index (evidence->message->from, 1);
  BuoyFinding *finding = buoy_findings_add (findings);

  if (!disagrees (evidence, second))
    buoy_finding_weaken (finding, BUOY_STRENGTH_MEDIUM);
  buoy_finding_cite (finding, "from-address", evidence->from->address);
  buoy_finding_cite (finding, "from-address", second->address);
}

static void
report_impossible (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_weaken (finding, BUOY_STRENGTH_MEDIUM);
  buoy_finding_set_basis (finding, BUOY_BASIS_VOUCHING);
  buoy_finding_cite (finding, "from-address",
                     *evidence->from->address != '\0' ? evidence->from->address
                                                      : evidence->from->name);
}

/* What no reader sees is no part of any address that was given out (RFC 5890 §2.3.2.1, RFC 6532). */
static gboolean
holds_invisible (const char *address)
{
  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    if (buoy_text_is_invisible (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
report_address (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_cite (finding, "from-address", evidence->from->address);
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
  if (before != NULL || holds_invisible (evidence->from->address))
    report_address (evidence, findings);
  if (evidence->message->from->len > 1 && !evidence->is_list)
    report_header (evidence, findings);
  if (!evidence->is_inner && buoy_evidence_is_impossible (evidence))
    report_impossible (evidence, findings);
}
