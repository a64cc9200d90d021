/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An attached page, image or calendar file that carries the deception: it asks for a password, leads elsewhere, or
 * hides its content in a script. It is opened without an address bar that would show where it comes from. Body checks
 * that apply to it too are run by run-checks.c.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "registry/buoy-open-host.h"
#include "evidence/links/buoy-target.h"
#include "evidence/lookalike/buoy-lookalike.h"
#include "registry/buoy-ownership.h"

static BuoyFinding *
add (BuoyFindings *findings, const BuoyEvidence *page, BuoyBasis basis, BuoyStrength strength)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_set_basis (finding, basis);
  buoy_finding_weaken (finding, strength);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ATTACHED_FILE, page->page->name);
  return finding;
}

/* A trustworthy form destination: the sender's own site, or a registered company's where nobody else can publish. */
static gboolean
is_trusted_destination (const BuoyEvidence *page, const char *host)
{
  if (buoy_hosts_have_one_owner (host, page->from_domain))
    return TRUE;
  return buoy_brands_find_by_host (buoy_brands_get_default (), host) != NULL
         && buoy_open_host_classify (host) == BUOY_OPEN_HOST_NONE;
}

/* The first unrelated host to which a link of @kind leads. (nullable) */
static const char *
find_stranger (const BuoyEvidence *page, BuoyLinkKind kind)
{
  for (guint i = 0; i < page->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (page->targets, i);

      if (target->link->kind == kind && target->host != NULL && *target->host != '\0'
          && !is_trusted_destination (page, target->host))
        return target->host;
    }
  return NULL;
}

static gboolean
hides_in_script (const BuoyEvidence *page)
{
  const guint script = page->page->script;

  return (script & BUOY_SCRIPT_DECODES) != 0 && (script & (BUOY_SCRIPT_WRITES | BUOY_SCRIPT_LEAVES)) != 0;
}

/* The page has forms, and all go to trustworthy destinations. */
static gboolean
sends_only_to_trusted (const BuoyEvidence *page)
{
  gboolean found = FALSE;

  for (guint i = 0; i < page->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (page->targets, i);

      if (target->link->kind != BUOY_LINK_FORM || target->host == NULL)
        continue;
      if (!is_trusted_destination (page, target->host))
        return FALSE;
      found = TRUE;
    }
  return found;
}

/* All forms of the page go to registered companies. */
static gboolean
sends_to_brand (const BuoyEvidence *page)
{
  if (!sends_only_to_trusted (page))
    return FALSE;
  for (guint i = 0; i < page->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (page->targets, i);

      if (target->link->kind == BUOY_LINK_FORM && target->host != NULL
          && buoy_brands_find_by_host (buoy_brands_get_default (), target->host) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A page that asks for a password. In honest mail only encrypted messages do, and they are decrypted locally or at the
 * sender's site; but anyone who owns a domain can authenticate it and collect passwords there. A password that goes to
 * an unrelated site is stolen. Excuse: link-to-sender, link-to-brand
 */
static BuoyStrength
weigh_password (const BuoyEvidence *page)
{
  if (!page->message->has_password_field || sends_to_brand (page))
    return BUOY_STRENGTH_NOTE;
  if (find_stranger (page, BUOY_LINK_FORM) != NULL)
    return BUOY_STRENGTH_STRONG;
  if (page->auth.state == BUOY_AUTH_PASS && !sends_only_to_trusted (page))
    return BUOY_STRENGTH_WEAK;
  return BUOY_STRENGTH_MEDIUM;
}

/* Images made for display don't redirect or generate their content. Excuse: none */
static BuoyStrength
weigh_picture (const BuoyEvidence *page)
{
  if (find_stranger (page, BUOY_LINK_REFRESH) != NULL || hides_in_script (page)
      || (page->page->script & BUOY_SCRIPT_LEAVES) != 0)
    return BUOY_STRENGTH_STRONG;
  return page->page->script != 0 || find_stranger (page, BUOY_LINK_ANCHOR) != NULL ? BUOY_STRENGTH_MEDIUM
                                                                                   : BUOY_STRENGTH_NOTE;
}

/* Where a page may go when it is opened: a script that contains an address, or another page in a frame. */
static gboolean
may_leave (const BuoyEvidence *page)
{
  return (page->page->script & BUOY_SCRIPT_MAY_LEAVE) != 0 && find_stranger (page, BUOY_LINK_ANCHOR) != NULL;
}

/* A script may decrypt a message legitimately. A page that redirects to an unrelated site is a hidden link. Excuse:
 * link-to-sender
 */
static BuoyStrength
weigh_script (const BuoyEvidence *page)
{
  if (page->page->kind == BUOY_PAGE_SVG)
    return weigh_picture (page);
  if (find_stranger (page, BUOY_LINK_REFRESH) != NULL)
    return BUOY_STRENGTH_STRONG;
  if (may_leave (page))
    return BUOY_STRENGTH_MEDIUM;
  return hides_in_script (page) && !sends_only_to_trusted (page) ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_NOTE;
}

/* Services for encrypted mail have names of their own, not one under a suffix that costs nothing. */
static gboolean
asks_from_cheap_domain (const BuoyEvidence *page)
{
  return weigh_password (page) == BUOY_STRENGTH_MEDIUM && page->from_org != NULL
         && buoy_lookalike_is_cheap (page->from_org);
}

static void
judge_content (const BuoyEvidence *page, BuoyFindings *findings)
{
  const BuoyStrength strength = MAX (weigh_password (page), weigh_script (page));
  const char *host = find_stranger (page, BUOY_LINK_FORM);
  BuoyFinding *finding;

  if (strength == BUOY_STRENGTH_NOTE)
    return;
  if (host == NULL)
    host = find_stranger (page, BUOY_LINK_REFRESH);
  if (host == NULL && (page->page->kind == BUOY_PAGE_SVG || may_leave (page)))
    host = find_stranger (page, BUOY_LINK_ANCHOR);
  finding = add (findings, page, BUOY_BASIS_CONTENT, strength);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, host);
  if (asks_from_cheap_domain (page))
    buoy_finding_warn_alone (finding);
}

/* Where a page makes claims of its own. A meeting's title is about its subject: "Zoom with Anna". */
static guint
speaking_places (const BuoyEvidence *page)
{
  const guint places = BUOY_CLAIM_BODY_WE | BUOY_CLAIM_LOGO;

  return page->page->kind == BUOY_PAGE_CALENDAR ? places : places | BUOY_CLAIM_SUBJECT_OPENING;
}

/* A page of the sender's own may have any company's picture in it, but not ask for a password in that company's name.
 */
static gboolean
sends_where_it_may (const BuoyEvidence *page)
{
  return page->message->has_password_field ? sends_to_brand (page) : sends_only_to_trusted (page);
}

/* The page itself claims a brand that its sender is not, and leads elsewhere or asks for input. */
static gboolean
is_false_claim (const BuoyEvidence *page, const BuoyClaim *claim)
{
  const gboolean asks = page->message->has_password_field || hides_in_script (page);

  if (claim->from_is_brands || (claim->where & speaking_places (page)) == 0 || sends_where_it_may (page))
    return FALSE;
  return asks || (claim->leads_elsewhere && !claim->links_to_brand);
}

static void
judge_claims (const BuoyEvidence *page, BuoyFindings *findings)
{
  for (guint i = 0; i < page->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (page->claims, i);

      if (!is_false_claim (page, claim))
        continue;
      buoy_finding_cite (add (findings, page, BUOY_BASIS_IDENTITY, BUOY_STRENGTH_MEDIUM), BUOY_EVIDENCE_BRAND,
                         claim->brand->title);
      return;
    }
}

void
buoy_check_attached_page (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  for (guint i = 0; i < evidence->pages->len; i++)
    {
      const BuoyEvidence *page = g_ptr_array_index (evidence->pages, i);

      judge_content (page, findings);
      judge_claims (page, findings);
    }
}
