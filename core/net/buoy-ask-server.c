/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reverse DNS of the server that delivered the message.
 */
#include "config.h"

#include "net/buoy-ask.h"
#include "net/buoy-reverse.h"

void
buoy_ask_server (const BuoyAsk *ask, BuoyVerification *verification)
{
  BuoyStore *store = ask->lookup != NULL ? buoy_lookup_get_store (ask->lookup) : NULL;

  if (ask->scope == BUOY_ASK_POLICY || ask->questions->address == NULL)
    return;
  verification->server = buoy_reverse_ask (ask->resolver, store, ask->questions->address,
                                           g_get_real_time () / G_USEC_PER_SEC, ask->deadline_us, ask->cancellable);
}
