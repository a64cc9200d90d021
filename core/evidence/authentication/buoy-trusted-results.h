/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which results of a message count: those that the reader's own side wrote, by name and by place.
 */
#pragma once

#include "evidence/origin/buoy-boundary.h"

typedef struct
{
  GPtrArray *methods;           /* of const BuoyAuthMethod *, the newest header's first */
  GPtrArray *sealed;            /* of const BuoyAuthMethod *: what trusted sealers found before (buoy-arc.h) */
  GPtrArray *accusing;          /* of const BuoyAuthResults *: what an assumed server may have written; bad news only */
  const char *source;           /* "authentication-results", "received-spf", "none" */
  const char *unread;           /* why results that are in the message do not count: BuoyAuthentication.unread; NULL */
  GPtrArray *owned;             /* results parsed here */
  BuoyAuthMethod *received_spf; /* NULL */
} BuoyTrustedResults;

BuoyTrustedResults *buoy_trusted_results_new (const BuoyEvidence *evidence);
void buoy_trusted_results_free (BuoyTrustedResults *trusted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyTrustedResults, buoy_trusted_results_free)
