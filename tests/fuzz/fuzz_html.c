/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A page, in a message of one part: the tree, what is hidden, the links and their targets.
 */
#include "config.h"

#include "fuzz.h"

#include "evidence/buoy-evidence.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char header[] = "From: a@sender.test\nContent-Type: text/html; charset=utf-8\n\n";
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  g_byte_array_append (array, (const guint8 *) header, sizeof header - 1);
  g_byte_array_append (array, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (array);
  message = buoy_message_new_from_bytes (bytes, NULL);
  if (message != NULL)
    buoy_evidence_free (buoy_evidence_new (message, NULL, TRUE));
  return 0;
}
