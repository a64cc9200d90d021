/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What goes with every question about one message.
 */
#pragma once

#include "buoy-context-private.h"
#include "evidence/buoy-evidence.h"
#include "net/buoy-resolver.h"

typedef enum
{
  BUOY_ASK_POLICY, /* what the reader need not know of: the policy of From's organisation */
  BUOY_ASK_KEYS    /* the reader said so: From's own policy and the keys of its signatures */
} BuoyAskScope;

typedef struct
{
  BuoyAskScope scope;
  BuoyResolver *resolver;
  GCancellable *cancellable;  /* NULL */
  gint64 deadline_us;         /* monotonic; nothing is asked past it */
  const BuoyMessage *message; /* with one author */
  const BuoyContext *context; /* NULL */
  const char *from_domain;    /* ASCII */
  gint64 delivered;           /* seconds since 1970 at which the reader's side took it in, else now */
} BuoyAsk;

/* Whether a question for a name in @domain (and below @selector in it, unless NULL) tells its owner no more than the
 * reader has agreed to.
 */
gboolean buoy_ask_may_name (const BuoyAsk *ask, const char *domain, const char *selector);

/* Fills the policy for From's domain. */
void buoy_ask_dmarc (const BuoyAsk *ask, BuoyVerification *verification);

/* Whether this build can check signatures; where it cannot, there is no use in asking anybody. */
gboolean buoy_ask_is_possible (void);

/* Fills the signatures, checked on @bytes. The policy is there already. */
void buoy_ask_dkim (const BuoyAsk *ask, GBytes *bytes, BuoyVerification *verification);
