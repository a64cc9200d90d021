/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The fields of a verdict, for the engine and for the notice, which only reads them.
 */
#pragma once

#include "checks/checks-private.h"
#include "verdict/buoy-verdict.h"

struct _BuoyVerdict
{
  gatomicrefcount ref_count;
  BuoyLevel level;
  BuoyEvidence *evidence; /* of the outer message */
  GPtrArray *inner;       /* of BuoyEvidence: messages within it */
  GPtrArray *findings;    /* of BuoyFinding, in table order */
  GPtrArray *suppressed;  /* of char *: ids of findings that the context switched off */
};

/* (transfer full) of both */
BuoyVerdict *buoy_verdict_new (BuoyEvidence *evidence, GPtrArray *inner);

/* What these findings amount to, whoever made them. */
BuoyLevel buoy_level_of_findings (const GPtrArray *findings);
