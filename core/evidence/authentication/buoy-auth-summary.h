/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Summary of several authentication results, aligned against From.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Where name servers gave no answer. */
typedef struct
{
  gboolean own;    /* about From's own domain */
  gboolean policy; /* DMARC was given up */
} BuoyAuthErrors;

typedef struct
{
  const BuoyMessage *message;
  const char *from_domain;              /* that results are aligned with; NULL */
  const BuoyMailbox *return_path;       /* as the receiving side wrote it; NULL */
  GPtrArray *signers;                   /* where domains with a passing signature are added; NULL: no pass is trusted */
  const char *spf, *dkim, *dmarc, *arc; /* NULL if there was no such result */
  gboolean strict_dkim, strict_spf;
  gboolean own_spf_fail;          /* for From's own domain */
  gboolean enforced;              /* DMARC failed and From's domain asks for more than a report */
  gboolean anonymous;             /* something passed without naming its domain */
  gboolean knows_spf, knows_dkim; /* checked, with an outcome */
  BuoyAuthErrors errors;
  gboolean certified; /* BIMI passed for From's domain with a certificate of an authority */
  gboolean refused;   /* Microsoft's combined verdict is "fail" */
  gboolean bypassed;  /* Microsoft's checks were bypassed by a route */
  char *aligned, *other;
} BuoyAuthSummary;

/* @methods: of BuoyAuthMethod, the newest first. */
void buoy_auth_summary_add (BuoyAuthSummary *summary, const GPtrArray *methods);
/* Whether it stayed open if the message is From's, because name servers of From's domain gave no answer. */
gboolean buoy_auth_summary_is_undecided (const BuoyAuthSummary *summary);

void buoy_auth_summary_clear (BuoyAuthSummary *summary);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BuoyAuthSummary, buoy_auth_summary_clear)
