/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A rule that holds for single links: all of them are weighed, few are named as evidence.
 */
#pragma once

#include "checks/checks-private.h"

typedef struct
{
  /* What the link weighs; a note says nothing against it. @scale is what the check needs for it. */
  BuoyStrength (*weigh) (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer scale);
  void (*cite) (BuoyFinding *finding, const BuoyTarget *target);
  gboolean is_lie; /* such links do not lead where they say: a client marks them and asks before one is opened */
} BuoyLinkRule;

/* Adds one finding about all links that weigh anything, as grave as the gravest; NULL where there is none. */
BuoyFinding *buoy_link_rule_apply (const BuoyLinkRule *rule, const BuoyEvidence *evidence, gconstpointer scale,
                                   BuoyFindings *findings);

/* The host that the link opens, or what stands there in place of one. */
const char *buoy_link_rule_opened_by (const BuoyTarget *target);
