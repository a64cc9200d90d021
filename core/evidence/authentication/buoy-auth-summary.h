/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Summary of several authentication results, aligned against From.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* What name servers did not answer. */
typedef struct
{
  gboolean own;    /* about From's own domain */
  gboolean policy; /* DMARC could not be checked */
} BuoyAuthErrors;

typedef struct
{
  const BuoyMessage *message;
  const char *from_domain;        /* with which results are aligned; NULL if there is none */
  const BuoyMailbox *return_path; /* if the receiving side wrote one; otherwise NULL */
  GPtrArray *signers;             /* to which domains with a passing signature are added; NULL if no pass is trusted */
  const char *spf, *dkim, *dmarc, *arc; /* NULL if there was no such result */
  gboolean strict_dkim, strict_spf;
  gboolean own_spf_fail;          /* SPF failed for From's own domain */
  gboolean enforced;              /* DMARC failed, and From's domain asks for more than reports */
  gboolean anonymous;             /* something passed without naming its domain */
  gboolean knows_spf, knows_dkim; /* checked, with an outcome */
  BuoyAuthErrors errors;
  gboolean null_sender;  /* SPF was checked for the HELO name, in the absence of an envelope sender */
  gboolean certified;    /* BIMI passed for From's domain with a certificate of an authority */
  gboolean refused;      /* Microsoft's combined verdict is "fail" */
  gboolean bypassed;     /* Microsoft's checks were bypassed by a route */
  char *aligned, *other; /* the first domain that passed, aligned or not; NULL if there is none */
} BuoyAuthSummary;

/* Adds @methods, of const BuoyAuthMethod *, newest first. */
void buoy_auth_summary_add (BuoyAuthSummary *summary, const GPtrArray *methods);
/* Whether the message may be authentic, but name servers did not answer about From's domain. */
gboolean buoy_auth_summary_is_undecided (const BuoyAuthSummary *summary);
void buoy_auth_summary_clear (BuoyAuthSummary *summary);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BuoyAuthSummary, buoy_auth_summary_clear)
