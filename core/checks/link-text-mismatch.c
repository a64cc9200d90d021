/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link whose visible text names one site while it opens another. Text that names no site is not this check's
 * business, and a proven sender's own click counter is no lie.
 */
#include "config.h"

#include "checks/checks-private.h"

#include <string.h>

#include "base/buoy-host.h"
#include "evidence/buoy-senders.h"
#include "evidence/buoy-target.h"

#define MAX_CITED 5 /* a reader looks at one or two */

/* The shown site belongs to From's organisation. */
static gboolean
shows_sender (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return buoy_target_same_owner (target->shown_host, evidence->from_domain);
}

static const BuoyBrand *
shown_brand (const BuoyTarget *target)
{
  return buoy_brands_find_by_host (buoy_brands_get_default (), target->shown_host);
}

static gboolean
is_own_site (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return buoy_target_same_owner (target->host, evidence->from_domain);
}

/* The target is where this sender's mail may lead: its own site, or a sending service's counter. */
static gboolean
opens_senders_counter (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return is_own_site (evidence, target) || buoy_senders_find_by_host (target->host) != NULL
         || buoy_host_same_site (target->host, evidence->auth.aligned_domain);
}

/* Letters of both cases, as in a name. */
static gboolean
has_capital_within (const char *text)
{
  gboolean capital = FALSE;
  gboolean small = FALSE;

  for (const char *p = text; *p != '\0' && *p != '/'; p++)
    {
      capital |= g_ascii_isupper (*p);
      small |= g_ascii_islower (*p);
    }
  return capital && small;
}

/* The text is an address written out in full, and nothing else: a name is not written so ("Example.com"). */
static gboolean
is_written_out (const BuoyTarget *target)
{
  const char *text = target->link->text;

  if (strstr (text, "://") != NULL)
    return TRUE;
  if (strchr (text, ' ') != NULL)
    return FALSE;
  return g_ascii_strncasecmp (text, "www.", 4) == 0 || !has_capital_within (text);
}

/* The shown host stands in front of the real one: "www.bank.example.evil.test". */
static gboolean
is_embedded (const BuoyTarget *target)
{
  const gsize length = strlen (target->shown_host);

  return target->host != NULL && strncmp (target->host, target->shown_host, length) == 0
         && target->host[length] == '.';
}

/* A newsletter that names others: most links go to the sender's own site, or another one says in full that it opens
 * the site that this one opens.
 */
static gboolean
is_newsletter (const BuoyEvidence *evidence, const BuoyTarget *mismatch)
{
  guint n_home = 0;
  guint n_links = 0;

  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL)
        continue;
      if (target->state == BUOY_TARGET_MATCH && buoy_host_same_site (target->host, mismatch->host))
        return TRUE;
      if (!target->link->in_html)
        continue;
      n_links++;
      n_home += buoy_host_same_site (target->host, evidence->from_domain);
    }
  return n_home > n_links / 2;
}

/* A list that puts its own domain into the addresses that it passes on leaves what stands before the @. */
static gboolean
keeps_local_part (const BuoyTarget *target)
{
  const char *text = target->link->text;
  const char *at = strchr (text, '@');
  const char *path = target->url != NULL ? target->url->path : "";

  return at != NULL && g_ascii_strncasecmp (path, text, (gsize) (at - text) + 1) == 0;
}

/* Somebody whose name nothing vouches for shows a site that is neither theirs nor the one that opens. */
static gboolean
is_lie (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  if (buoy_evidence_has_bad_origin (evidence))
    return TRUE;
  return is_written_out (target) && !keeps_local_part (target)
         && !is_newsletter (evidence, target);
}

/* How much the mismatch weighs, the evidence for the sender taken in; a note says nothing against it. */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const gboolean proven = evidence->auth.state == BUOY_AUTH_PASS;
  const gboolean brand = shown_brand (target) != NULL;

  if (proven && shows_sender (evidence, target))
    return BUOY_STRENGTH_NOTE;
  if (is_embedded (target) && brand)
    return BUOY_STRENGTH_STRONG;
  if (opens_senders_counter (evidence, target))
    {
      if (proven)
        return brand ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_NOTE;
      return brand && is_own_site (evidence, target) && is_written_out (target)
                 ? BUOY_STRENGTH_STRONG
                 : BUOY_STRENGTH_MEDIUM;
    }
  if (evidence->is_list)
    return BUOY_STRENGTH_MEDIUM;
  if (brand || shows_sender (evidence, target))
    return BUOY_STRENGTH_STRONG;
  return !proven && is_lie (evidence, target) ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM;
}

static gboolean
was_cited (GPtrArray *cited, const BuoyTarget *target)
{
  for (guint i = 0; i < cited->len; i++)
    {
      const BuoyTarget *other = g_ptr_array_index (cited, i);

      if (g_str_equal (other->shown_host, target->shown_host)
          && g_strcmp0 (other->host, target->host) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, "shown-host", target->shown_host);
  buoy_finding_cite (finding, "actual-host",
                     target->host != NULL ? target->host : target->link->href);
}

/* The pairs that the reader found fine for this sender, or the others: a finding each. */
static BuoyFinding *
find_pairs (const BuoyEvidence *evidence, BuoyFindings *findings, gboolean trusted)
{
  g_autoptr (GPtrArray) cited = g_ptr_array_new ();
  BuoyStrength strongest = BUOY_STRENGTH_NOTE;
  BuoyFinding *finding;

  for (guint i = 0; i < evidence->targets->len && cited->len < MAX_CITED; i++)
    {
      BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      BuoyStrength strength;

      if (target->state != BUOY_TARGET_MISMATCH || target->trusted != trusted
          || was_cited (cited, target))
        continue;
      strength = weigh (evidence, target);
      if (strength == BUOY_STRENGTH_NOTE)
        continue;
      /* the gravest pair comes first */
      g_ptr_array_insert (cited, strength > strongest ? 0 : -1, target);
      strongest = MAX (strongest, strength);
    }

  if (cited->len == 0)
    return NULL;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, strongest);
  for (guint i = 0; i < cited->len; i++)
    cite (finding, g_ptr_array_index (cited, i));
  return finding;
}

void
buoy_check_link_text_mismatch (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *answered;

  find_pairs (evidence, findings, FALSE);
  answered = find_pairs (evidence, findings, TRUE);
  if (answered != NULL)
    buoy_finding_answer (answered);
}
