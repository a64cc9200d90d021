/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What goes with every question about one message.
 */
#pragma once

#include "evidence/buoy-evidence.h"
#include "net/buoy-resolver.h"

typedef struct
{
  BuoyResolver *resolver;
  GCancellable *cancellable;    /* NULL */
  gint64 deadline_us;           /* monotonic; nothing is asked past it */
  const BuoyMessage *message;   /* with one author */
  const char *from_domain;      /* ASCII */
  gint64 delivered;             /* seconds since 1970 at which the reader's side took it in, else now */
} BuoyAsk;

/* Fills the policy for From's domain. */
void
buoy_ask_dmarc (const BuoyAsk *ask, BuoyVerification *verification);

/* Whether this build can check signatures; where it cannot, there is no use in asking anybody. */
gboolean
buoy_ask_is_possible (void);

/* Fills the signatures, checked on @bytes. The policy is there already. */
void
buoy_ask_dkim (const BuoyAsk *ask, GBytes *bytes, BuoyVerification *verification);
