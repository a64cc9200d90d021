/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Findings: made by checks, read by everybody else.
 */
#include "config.h"

#include "checks/checks-private.h"

struct _BuoyFindings
{
  GPtrArray *findings;
  const BuoyCheckRow *row;
};

BuoyFindings *
buoy_findings_new (void)
{
  BuoyFindings *findings = g_new0 (BuoyFindings, 1);

  findings->findings = g_ptr_array_new_with_free_func (buoy_finding_free);
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
buoy_findings_add (BuoyFindings *findings)
{
  BuoyFinding *finding = g_new0 (BuoyFinding, 1);

  finding->row = findings->row;
  finding->strength = findings->row->check.strength;
  finding->basis = findings->row->basis;
  finding->kinds = g_ptr_array_new ();
  finding->values = g_ptr_array_new_with_free_func (g_free);
  finding->links = g_array_new (FALSE, FALSE, sizeof (BuoyAccusedLink));
  g_ptr_array_add (findings->findings, finding);
  return finding;
}

void
buoy_finding_free (gpointer data)
{
  BuoyFinding *finding = data;

  g_ptr_array_unref (finding->kinds);
  g_ptr_array_unref (finding->values);
  g_array_unref (finding->links);
  g_free (finding);
}

void
buoy_finding_cite (BuoyFinding *finding, const char *kind, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_ptr_array_add (finding->kinds, (gpointer) kind);
  g_ptr_array_add (finding->values, g_strdup (value));
}

void
buoy_finding_accuse (BuoyFinding *finding, const BuoyTarget *target, const char *imitated)
{
  const BuoyAccusedLink link = { target, imitated };

  g_array_append_val (finding->links, link);
}

void
buoy_finding_take_evidence (BuoyFinding *finding, const BuoyFinding *other)
{
  for (guint i = 0; i < other->kinds->len; i++)
    buoy_finding_cite (finding, g_ptr_array_index (other->kinds, i), g_ptr_array_index (other->values, i));
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

/* The reader alone gives trust, and only to who is proven.
 * Excuse: none
 */
void
buoy_finding_answer (BuoyFinding *finding)
{
  finding->answered = TRUE;
}

/**
 * buoy_finding_get_id:
 * @finding: a finding
 *
 * Tells which check made the finding.
 *
 * Returns: the check's id
 */
const char *
buoy_finding_get_id (const BuoyFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->row->check.id;
}

/**
 * buoy_finding_get_strength:
 * @finding: a finding
 *
 * Tells what the finding weighs in this message: at most its check's strength.
 *
 * Returns: the strength
 */
BuoyStrength
buoy_finding_get_strength (const BuoyFinding *finding)
{
  g_return_val_if_fail (finding != NULL, BUOY_STRENGTH_NOTE);

  return finding->strength;
}

/**
 * buoy_finding_get_n_evidence:
 * @finding: a finding
 *
 * Counts the pieces of evidence.
 *
 * Returns: how many (kind, value) pairs there are
 */
guint
buoy_finding_get_n_evidence (const BuoyFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);

  return finding->values->len;
}

/**
 * buoy_finding_get_evidence_kind:
 * @finding: a finding
 * @index: below buoy_finding_get_n_evidence()
 *
 * Names a piece of evidence: "shown-host", "actual-host", "from-domain", …
 *
 * Returns: a stable, untranslated word
 */
const char *
buoy_finding_get_evidence_kind (const BuoyFinding *finding, guint index)
{
  g_return_val_if_fail (finding != NULL && index < finding->kinds->len, NULL);

  return g_ptr_array_index (finding->kinds, index);
}

/**
 * buoy_finding_get_evidence_value:
 * @finding: a finding
 * @index: below buoy_finding_get_n_evidence()
 *
 * Gives a piece of evidence: a host, an address, words of the message. It may be anything that a mail can hold.
 *
 * Returns: the value, valid UTF-8
 */
const char *
buoy_finding_get_evidence_value (const BuoyFinding *finding, guint index)
{
  g_return_val_if_fail (finding != NULL && index < finding->values->len, NULL);

  return g_ptr_array_index (finding->values, index);
}

/**
 * buoy_finding_get_first_value:
 * @finding: a finding
 * @kind: a kind of evidence
 *
 * Looks up the first evidence of that kind.
 *
 * Returns: (nullable): its value
 */
const char *
buoy_finding_get_first_value (const BuoyFinding *finding, const char *kind)
{
  g_return_val_if_fail (finding != NULL, NULL);

  for (guint i = 0; i < finding->kinds->len; i++)
    if (g_str_equal (g_ptr_array_index (finding->kinds, i), kind))
      return g_ptr_array_index (finding->values, i);
  return NULL;
}
