/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A finding: one check's word about one message, with its evidence as (kind, value). No prose.
 */
#pragma once

#include "buoy-types.h"

G_BEGIN_DECLS

typedef struct _BuoyFinding BuoyFinding;

BUOY_AVAILABLE_IN_1_0 const char *buoy_finding_get_id (const BuoyFinding *finding);
BUOY_AVAILABLE_IN_1_0 BuoyStrength buoy_finding_get_strength (const BuoyFinding *finding);
BUOY_AVAILABLE_IN_1_0 guint buoy_finding_get_n_evidence (const BuoyFinding *finding);
BUOY_AVAILABLE_IN_1_0 const char *buoy_finding_get_evidence_kind (const BuoyFinding *finding, guint index);
BUOY_AVAILABLE_IN_1_0 const char *buoy_finding_get_evidence_value (const BuoyFinding *finding, guint index);
BUOY_AVAILABLE_IN_1_0 const char *buoy_finding_get_first_value (const BuoyFinding *finding, const char *kind);

G_END_DECLS
