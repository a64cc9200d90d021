/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For builds without libopendkim.
 */
#include "config.h"

#include "net/buoy-ask.h"

gboolean
buoy_ask_is_possible (void)
{
  return FALSE;
}

void
buoy_ask_dkim (const BuoyAsk *ask, GBytes *bytes, BuoyVerification *verification)
{
}
