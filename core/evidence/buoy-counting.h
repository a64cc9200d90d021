/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which results of a message count: those that the reader's own side wrote, by name and by place.
 */
#pragma once

#include "evidence/buoy-trust.h"

typedef struct
{
  GPtrArray *methods; /* of const BuoyAuthMethod *, the newest header's first */
  GPtrArray
      *sealed;    /* of const BuoyAuthMethod *: what trusted sealers found before (buoy-arc.h) */
  guint boundary; /* header fields from here on were there before the side took the message in */
  const char *source;           /* "authentication-results", "received-spf", "none" */
  GPtrArray *owned;             /* results parsed here */
  BuoyAuthMethod *received_spf; /* NULL */
} BuoyCounting;

BuoyCounting *
buoy_counting_new (const BuoyEvidence *evidence, const BuoySide *side);
void
buoy_counting_free (BuoyCounting *counting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyCounting, buoy_counting_free)
