/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a key record, which ends with the first line, and a signed message, through libopendkim. No server is
 * asked.
 */
#include "config.h"

#include "fuzz.h"
#include "net/buoy-ask.h"

#include <string.h>

static void
teach (BuoyResolver *resolver, const char *record, size_t length)
{
  g_autoptr (BuoyDnsAnswer) answer = buoy_dns_answer_new_unknown ();

  answer->state = BUOY_DNS_FOUND;
  answer->lifetime = 3600;
  g_ptr_array_add (answer->texts, g_strndup (record, length));
  buoy_resolver_learn (resolver, "k._domainkey.a.test", answer);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new ("nowhere", 1);
  g_autoptr (BuoyVerification) verification = buoy_verification_new ();
  const uint8_t *end = memchr (data, '\n', size);
  const size_t length = end != NULL ? (size_t) (end - data) : 0;
  g_autoptr (GBytes) bytes = g_bytes_new (data + length, size - length);
  const BuoyAsk ask = {
    .resolver = resolver,
    .deadline_us = G_MAXINT64,
    .from_domain = "a.test",
    .delivered = 1588546800,
  };

  teach (resolver, (const char *) data, length);
  buoy_ask_dkim (&ask, bytes, verification);
  return 0;
}
