/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared parameters of all DNS lookups about one message.
 */
#pragma once

#include "buoy-context-private.h"
#include "net/buoy-resolver.h"
#include "net/rdap/buoy-lookup-private.h"
#include "verdict/buoy-questions-private.h"
#include "verdict/buoy-verdict-private.h"

typedef enum
{
  BUOY_ASK_POLICY, /* needs no consent: the policy of From's organisation */
  BUOY_ASK_KEYS    /* with the reader's consent: From's own policy and the keys of its signatures */
} BuoyAskScope;

typedef struct
{
  BuoyAskScope scope;
  const BuoyQuestions *questions;
  BuoyResolver *resolver;
  BuoyLookup *lookup;         /* NULL: no registry is asked */
  GCancellable *cancellable;  /* NULL */
  gint64 deadline_us;         /* monotonic; no lookups after it */
  const BuoyFacts *facts;     /* what the message says of itself */
  const BuoyContext *context; /* NULL */
  const char *from_domain;    /* ASCII */
  gint64 delivered;           /* seconds since 1970 when the receiving side accepted it, otherwise now */
} BuoyAsk;

/* Whether looking up a name in @domain (below @selector, unless NULL) tells its owner no more than the reader has
 * agreed to.
 */
gboolean buoy_ask_may_name (const BuoyAsk *ask, const char *domain, const char *selector);

/* Asks the registries of the domains in question, until buoy_ask_registries_finish() takes the answers and what is
 * returned. (transfer full)
 */
GPtrArray *buoy_ask_registries_begin (const BuoyAsk *ask);
void buoy_ask_registries_finish (const BuoyAsk *ask, GPtrArray *questions, BuoyVerification *verification);

/* Looks up the names of the server that handed the message in, with the reader's consent. */
void buoy_ask_server (const BuoyAsk *ask, BuoyVerification *verification);

/* Reads in a table on this machine where that server is, and addresses that links open. Asks nobody. */
void buoy_ask_places (const BuoyAsk *ask, BuoyVerification *verification);

/* Looks up the policy for From's domain. */
void buoy_ask_dmarc (const BuoyAsk *ask, BuoyVerification *verification);

/* Whether this build can verify signatures; if not, lookups are pointless. */
gboolean buoy_ask_is_possible (void);

/* Verifies the signatures on @bytes. Requires the policy. */
void buoy_ask_dkim (const BuoyAsk *ask, GBytes *bytes, BuoyVerification *verification);
