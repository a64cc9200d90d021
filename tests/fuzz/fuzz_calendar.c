/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a calendar file (RFC 5545), shown and attached.
 */
#include "config.h"

#include <string.h>

#include "fuzz.h"

#include "evidence/buoy-evidence.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char head[] = "From: a@sender.test\nContent-Type: text/calendar; charset=utf-8\n\n";
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  g_byte_array_append (array, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (array, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (array);
  message = buoy_message_new_from_bytes (bytes, NULL);
  buoy_evidence_free (buoy_evidence_new (message, NULL, TRUE));
  fuzz_assert_cheap (message->budget, size);
  return 0;
}
