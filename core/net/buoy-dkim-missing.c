/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Stands in where the build has no libopendkim.
 */
#include "config.h"

#include "net/buoy-ask.h"

void
buoy_ask_dkim (const BuoyAsk *ask, GBytes *bytes, BuoyVerification *verification)
{
  verification->unable = TRUE;
}
