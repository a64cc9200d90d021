/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a signed message, through libopendkim; no server is there to tell a key.
 */
#include "config.h"

#include "fuzz.h"
#include "net/buoy-ask.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new ("nowhere", 1);
  g_autoptr (BuoyVerification) verification = buoy_verification_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  const BuoyAsk ask = {
    .resolver = resolver,
    .deadline_us = G_MAXINT64,
    .from_domain = "a.test",
    .delivered = 1588546800,
  };

  buoy_ask_dkim (&ask, bytes, verification);
  return 0;
}
