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
  BUOY_ASK_POLICY, /* needs no consent: the DMARC policy of From's organisational domain */
  BUOY_ASK_KEYS    /* needs consent: the policy of From's own domain and the keys of its signatures */
} BuoyAskScope;

typedef struct
{
  BuoyAskScope scope;
  const BuoyQuestions *questions;
  BuoyResolver *resolver;
  BuoyLookup *lookup;         /* NULL if registries are not asked */
  GCancellable *cancellable;  /* NULL */
  gint64 deadline_us;         /* monotonic; no lookups start after it */
  const BuoyFacts *facts;     /* the parsed message */
  const BuoyContext *context; /* NULL */
  const char *from_domain;    /* ASCII */
  gint64 delivered;           /* when the receiving side accepted the message, or now if unknown; seconds since 1970 */
} BuoyAsk;

/* Whether looking up a name in @domain (below @selector, unless NULL) tells its owner no more than the reader has
 * agreed to.
 */
gboolean buoy_ask_may_name (const BuoyAsk *ask, const char *domain, const char *selector);

/* Starts asking the registries of the domains in question. Pass the result to buoy_ask_registries_finish(), which waits
 * for the answers. (transfer full)
 */
GPtrArray *buoy_ask_registries_begin (const BuoyAsk *ask);
void buoy_ask_registries_finish (const BuoyAsk *ask, GPtrArray *questions, BuoyVerification *verification);

/* Looks up the names of the server that delivered the message; requires consent. */
void buoy_ask_server (const BuoyAsk *ask, BuoyVerification *verification);

/* Locates that server and IP addresses in links, in a table on this machine. Does not use the network. */
void buoy_ask_places (const BuoyAsk *ask, BuoyVerification *verification);

/* Looks up the policy for From's domain. */
void buoy_ask_dmarc (const BuoyAsk *ask, BuoyVerification *verification);

/* Whether this build can verify signatures; otherwise lookups are pointless. */
gboolean buoy_ask_is_possible (void);

/* Verifies the signatures on @bytes. Call buoy_ask_dmarc() first. */
void buoy_ask_dkim (const BuoyAsk *ask, GBytes *bytes, BuoyVerification *verification);
