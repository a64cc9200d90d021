/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Findings: created by checks, read by everyone else.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"

void
buoy_citation_free (gpointer data)
{
  BuoyCitation *citation = data;

  g_free ((char *) citation->value);
  g_free (citation);
}

static gpointer
citation_copy (gpointer data)
{
  const BuoyCitation *citation = data;
  BuoyCitation *copy = g_new0 (BuoyCitation, 1);

  copy->kind = citation->kind;
  copy->value = g_strdup (citation->value);
  return copy;
}

G_DEFINE_BOXED_TYPE (BuoyCitation, buoy_citation, citation_copy, buoy_citation_free)
G_DEFINE_BOXED_TYPE (BuoyFinding, buoy_finding, buoy_finding_ref, buoy_finding_unref)

struct _BuoyFindings
{
  GPtrArray *findings;
  const BuoyCheckRow *row;
};

BuoyFindings *
buoy_findings_new (void)
{
  BuoyFindings *findings = g_new0 (BuoyFindings, 1);

  findings->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_finding_unref);
  return findings;
}

GPtrArray *
buoy_findings_free_to_array (BuoyFindings *findings)
{
  GPtrArray *array = g_steal_pointer (&findings->findings);

  g_free (findings);
  return array;
}

void
buoy_findings_begin (BuoyFindings *findings, const BuoyCheckRow *row)
{
  findings->row = row;
}

BuoyFinding *
buoy_finding_new (const BuoyCheckRow *row)
{
  BuoyFinding *finding = g_new0 (BuoyFinding, 1);

  g_atomic_ref_count_init (&finding->ref_count);
  finding->row = row;
  finding->strength = row->check.strength;
  finding->basis = row->basis;
  finding->citations = g_ptr_array_new_with_free_func (buoy_citation_free);
  finding->links = g_array_new (FALSE, FALSE, sizeof (BuoyCitedLink));
  return finding;
}

BuoyFinding *
buoy_findings_add (BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_finding_new (findings->row);

  g_ptr_array_add (findings->findings, finding);
  return finding;
}

static gboolean
is_address (BuoyEvidenceKind kind)
{
  return kind == BUOY_EVIDENCE_FROM_ADDRESS || kind == BUOY_EVIDENCE_SHOWN_ADDRESS || kind == BUOY_EVIDENCE_REPLY_TO
         || kind == BUOY_EVIDENCE_ATTACHED_MESSAGE_FROM;
}

/* GMime decodes the domain of an address, which would show an imitation as the genuine one. */
void
buoy_finding_cite (BuoyFinding *finding, BuoyEvidenceKind kind, const char *value)
{
  g_autofree char *address = value != NULL && is_address (kind) ? buoy_address_for_reader (value) : NULL;
  const BuoyCitation citation = { kind, address != NULL ? address : value };

  if (value != NULL && *value != '\0')
    g_ptr_array_add (finding->citations, citation_copy ((gpointer) &citation));
}

void
buoy_finding_cite_link (BuoyFinding *finding, const BuoyTarget *target, const char *imitated)
{
  const BuoyCitedLink link = { .target = target, .imitated = imitated };

  g_array_append_val (finding->links, link);
}

void
buoy_finding_cite_listed_link (BuoyFinding *finding, const BuoyTarget *target)
{
  const BuoyCitedLink link = { .target = target, .is_listed = TRUE };

  g_array_append_val (finding->links, link);
}

void
buoy_finding_take_evidence (BuoyFinding *finding, const BuoyFinding *other)
{
  for (guint i = 0; i < other->citations->len; i++)
    g_ptr_array_add (finding->citations, citation_copy (g_ptr_array_index (other->citations, i)));
  g_array_append_vals (finding->links, other->links->data, other->links->len);
}

void
buoy_finding_weaken (BuoyFinding *finding, BuoyStrength strength)
{
  finding->strength = MIN (finding->strength, strength);
}

void
buoy_finding_set_basis (BuoyFinding *finding, BuoyBasis basis)
{
  finding->basis = basis;
}

void
buoy_finding_warn_alone (BuoyFinding *finding)
{
  finding->warns_alone = TRUE;
}

/* Only the reader gives trust, and only to an authenticated sender. Excuse: none */
void
buoy_finding_answer (BuoyFinding *finding)
{
  finding->answered = TRUE;
}

/**
 * buoy_finding_ref:
 * @finding: a finding
 *
 * Adds a reference. Any thread may call this.
 *
 * Returns: (transfer full): @finding
 *
 * Since: 0.2
 */
BuoyFinding *
buoy_finding_ref (BuoyFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  g_atomic_ref_count_inc (&finding->ref_count);
  return finding;
}

/**
 * buoy_finding_unref:
 * @finding: (transfer full): a finding
 *
 * Drops a reference. Any thread may call this.
 *
 * Since: 0.2
 */
void
buoy_finding_unref (BuoyFinding *finding)
{
  g_return_if_fail (finding != NULL);

  if (!g_atomic_ref_count_dec (&finding->ref_count))
    return;

  g_ptr_array_unref (finding->citations);
  g_array_unref (finding->links);
  g_free (finding);
}

/**
 * buoy_finding_get_check:
 * @finding: a finding
 *
 * Gets the check that made the finding.
 *
 * Returns: (transfer none): the check
 *
 * Since: 0.2
 */
const BuoyCheck *
buoy_finding_get_check (const BuoyFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return &finding->row->check;
}

/**
 * buoy_finding_get_strength:
 * @finding: a finding
 *
 * Gets the strength of the finding in this message, which is at most its check's.
 *
 * Returns: the strength
 *
 * Since: 0.2
 */
BuoyStrength
buoy_finding_get_strength (const BuoyFinding *finding)
{
  g_return_val_if_fail (finding != NULL, BUOY_STRENGTH_NOTE);

  return finding->strength;
}

/**
 * buoy_finding_get_citations:
 * @finding: a finding
 *
 * Gets the evidence, in the order in which it should be shown. Of many links, a finding cites at most five; all of them
 * count, and buoy_verdict_get_false_links() returns all that do not lead where they say.
 *
 * Returns: (transfer none) (element-type BuoyCitation): the evidence; may be empty
 *
 * Since: 0.2
 */
const GPtrArray *
buoy_finding_get_citations (const BuoyFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->citations;
}

/**
 * buoy_finding_get_value:
 * @finding: a finding
 * @kind: a kind of evidence
 *
 * Gets the first piece of evidence of a kind.
 *
 * Returns: (nullable) (transfer none): its value; %NULL if the finding cites none of that kind
 *
 * Since: 0.2
 */
const char *
buoy_finding_get_value (const BuoyFinding *finding, BuoyEvidenceKind kind)
{
  g_return_val_if_fail (finding != NULL, NULL);

  for (guint i = 0; i < finding->citations->len; i++)
    {
      const BuoyCitation *citation = g_ptr_array_index (finding->citations, i);

      if (citation->kind == kind)
        return citation->value;
    }
  return NULL;
}
