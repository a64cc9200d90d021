/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a Received line.
 */
#include "config.h"

#include "fuzz.h"
#include "message/header/buoy-received.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *value = g_strndup ((const char *) data, size);

  buoy_received_free (buoy_received_parse (value));
  return 0;
}
