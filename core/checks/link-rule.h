/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A rule about single links: all are weighed, and a few are cited.
 */
#pragma once

#include "checks/checks-private.h"

typedef struct
{
  /* The strength of the link; a note means nothing. @scale is the check's own data. */
  BuoyStrength (*weigh) (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer scale);
  void (*cite) (BuoyFinding *finding, const BuoyTarget *target);
  gboolean is_lie; /* such links don't lead where they say: clients mark them and ask before opening */
} BuoyLinkRule;

/* Adds one finding about all links with any strength, as strong as the strongest. (transfer none) (nullable): NULL if
 * there are no such links
 */
BuoyFinding *buoy_link_rule_apply (const BuoyLinkRule *rule, const BuoyEvidence *evidence, gconstpointer scale,
                                   BuoyFindings *findings);

/* The host that the link opens, or what it opens instead. */
const char *buoy_link_rule_opened_by (const BuoyTarget *target);
