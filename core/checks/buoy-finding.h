/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A finding: what one check found in one message, with its evidence. No prose.
 */
#pragma once

#include "checks/buoy-check.h"
#include "checks/buoy-evidence-kind.h"

G_BEGIN_DECLS

#define BUOY_TYPE_CITATION (buoy_citation_get_type ())
#define BUOY_TYPE_FINDING (buoy_finding_get_type ())

/**
 * BuoyCitation:
 * @kind: the kind of evidence
 * @value: a host, an address, a phrase, or other content of the mail, in valid UTF-8
 *
 * A piece of evidence. Only the library creates these; more fields may be added.
 *
 * Since: 0.2
 */
typedef struct
{
  BuoyEvidenceKind kind;
  const char *value;
} BuoyCitation;

/**
 * BuoyFinding:
 *
 * What one check found in one message. Immutable and thread-safe.
 *
 * Since: 0.2
 */
typedef struct _BuoyFinding BuoyFinding;

BUOY_AVAILABLE_IN_0_2 GType buoy_citation_get_type (void);
BUOY_AVAILABLE_IN_0_2 GType buoy_finding_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyFinding *buoy_finding_ref (BuoyFinding *finding);
BUOY_AVAILABLE_IN_0_2 void buoy_finding_unref (BuoyFinding *finding);
BUOY_AVAILABLE_IN_0_2 const BuoyCheck *buoy_finding_get_check (const BuoyFinding *finding);
BUOY_AVAILABLE_IN_0_2 BuoyStrength buoy_finding_get_strength (const BuoyFinding *finding);
BUOY_AVAILABLE_IN_0_2 const GPtrArray *buoy_finding_get_citations (const BuoyFinding *finding);
BUOY_AVAILABLE_IN_0_2 const char *buoy_finding_get_value (const BuoyFinding *finding, BuoyEvidenceKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyFinding, buoy_finding_unref)

G_END_DECLS
