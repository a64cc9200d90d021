/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a name server's reply, as a DMARC record, and as a message whose bytes are signed.
 */
#include "config.h"

#include "fuzz.h"
#include "net/buoy-dmarc.h"
#include "net/buoy-dns-answer.h"
#include "net/buoy-wire.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (BuoyVerification) verification = buoy_verification_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BuoyWire) wire = buoy_wire_new (bytes);
  g_autofree char *record = g_strndup ((const char *) data, size);
  static const BuoyDnsType types[] = { BUOY_DNS_A, BUOY_DNS_PTR, BUOY_DNS_TXT, BUOY_DNS_AAAA };
  gsize at = 0;
  GBytes *piece;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    buoy_dns_answer_unref (buoy_dns_answer_parse (types[i], data, size));
  buoy_dmarc_read (record, TRUE, verification);
  if (wire == NULL)
    return 0;
  buoy_wire_canonical_length (wire, TRUE);
  while ((piece = buoy_wire_next (wire, &at)) != NULL)
    g_bytes_unref (piece);
  return 0;
}
