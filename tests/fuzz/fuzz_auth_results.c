/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as Authentication-Results and as Received-SPF.
 */
#include "config.h"

#include "fuzz.h"
#include "message/header/buoy-auth-results.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *value = g_strndup ((const char *) data, size);

  buoy_auth_results_free (buoy_auth_results_parse (value));
  buoy_auth_method_free (buoy_received_spf_parse (value));
  return 0;
}
