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

/* The target is where this sender's mail may lead: its own site, or a sending service's counter. */
static gboolean
opens_senders_counter (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  return buoy_target_same_owner (target->host, evidence->from_domain)
         || buoy_senders_find_by_host (target->host) != NULL
         || buoy_host_same_site (target->host, evidence->auth.aligned_domain);
}

/* The text is an address written out in full, which nobody writes for a name or a word. */
static gboolean
is_written_out (const BuoyTarget *target)
{
  const char *text = target->link->text;

  return strstr (text, "://") != NULL
         || (g_ascii_strncasecmp (text, "www.", 4) == 0 && strchr (text, ' ') == NULL);
}

/* The shown host stands in front of the real one: "www.bank.example.evil.test". */
static gboolean
is_embedded (const BuoyTarget *target)
{
  const gsize length = strlen (target->shown_host);

  return target->host != NULL && strncmp (target->host, target->shown_host, length) == 0
         && target->host[length] == '.';
}

/* How much the mismatch weighs, the evidence for the sender taken in; a note says nothing against it. */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const gboolean proven = evidence->auth.state == BUOY_AUTH_PASS;

  if (proven && shows_sender (evidence, target))
    return BUOY_STRENGTH_NOTE;
  if (is_embedded (target) && shown_brand (target) != NULL)
    return BUOY_STRENGTH_STRONG;
  if (opens_senders_counter (evidence, target))
    return proven && shown_brand (target) == NULL ? BUOY_STRENGTH_NOTE : BUOY_STRENGTH_MEDIUM;
  if (evidence->is_list)
    return BUOY_STRENGTH_MEDIUM;
  if (shown_brand (target) != NULL || shows_sender (evidence, target))
    return BUOY_STRENGTH_STRONG;
  /* a name of no brand, from somebody who is not the one named: a lie if nothing speaks for the sender */
  if (!proven && (is_written_out (target) || buoy_evidence_has_bad_origin (evidence)))
    return BUOY_STRENGTH_STRONG;
  return BUOY_STRENGTH_MEDIUM;
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

void
buoy_check_link_text_mismatch (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  g_autoptr (GPtrArray) cited = g_ptr_array_new ();
  BuoyStrength strongest = BUOY_STRENGTH_NOTE;
  BuoyFinding *finding;

  for (guint i = 0; i < evidence->targets->len && cited->len < MAX_CITED; i++)
    {
      BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      BuoyStrength strength;

      if (target->state != BUOY_TARGET_MISMATCH || was_cited (cited, target))
        continue;
      strength = weigh (evidence, target);
      if (strength == BUOY_STRENGTH_NOTE)
        continue;
      /* the gravest pair comes first */
      g_ptr_array_insert (cited, strength > strongest ? 0 : -1, target);
      strongest = MAX (strongest, strength);
    }

  if (cited->len == 0)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, strongest);
  for (guint i = 0; i < cited->len; i++)
    cite (finding, g_ptr_array_index (cited, i));
}
