/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What several results say, taken together and held against From.
 */
#pragma once

#include "evidence/buoy-evidence.h"

typedef struct
{
  BuoyEvidence *evidence;
  const BuoyMailbox *return_path;       /* as the reader's side wrote it; NULL */
  gboolean believed;                    /* good news counts too */
  const char *spf, *dkim, *dmarc, *arc; /* NULL where nothing was said */
  gboolean strict_dkim, strict_spf;
  gboolean own_spf_fail;          /* of From's own domain */
  gboolean enforced;              /* DMARC failed where From's domain asks for more than a report */
  gboolean anonymous;             /* something passed, and nobody knows what */
  gboolean knows_spf, knows_dkim; /* looked at, with an answer */
  gboolean certified;             /* BIMI passed for From's domain, and an authority vouches for the mark */
  gboolean refused;               /* by Microsoft, on the whole */
  gboolean bypassed;              /* by Microsoft: a route led around its judgement */
  char *aligned, *other;
} BuoyAuthSummary;

/* @methods: of BuoyAuthMethod, the newest first. */
void buoy_auth_summary_add (BuoyAuthSummary *summary, const GPtrArray *methods);
void buoy_auth_summary_clear (BuoyAuthSummary *summary);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BuoyAuthSummary, buoy_auth_summary_clear)
