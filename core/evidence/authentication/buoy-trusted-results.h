/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The results that are trusted: those that the receiving side wrote, by authserv-id and position.
 */
#pragma once

#include "evidence/origin/buoy-boundary.h"

typedef struct
{
  GPtrArray *methods;  /* of const BuoyAuthMethod *, newest header first */
  GPtrArray *sealed;   /* of const BuoyAuthMethod *: results of trusted ARC sealers (buoy-arc.h) */
  GPtrArray *accusing; /* of const BuoyAuthResults *: possibly written by an assumed server; only failures are used */
  const char *source;  /* "authentication-results", "received-spf", "none" */
  const char *unread;  /* BuoyAuthentication.unread */
  GPtrArray *owned;    /* of BuoyAuthResults that were parsed here */
  BuoyAuthMethod *received_spf; /* NULL if there is none */
} BuoyTrustedResults;

BuoyTrustedResults *buoy_trusted_results_new (const BuoyEvidence *evidence);
void buoy_trusted_results_free (BuoyTrustedResults *trusted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyTrustedResults, buoy_trusted_results_free)
