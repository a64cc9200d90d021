/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A test that is linked to this reads messages in its own process.
 */
#include "config.h"

#include "verdict/buoy-in-process.h"

__attribute__ ((constructor)) static void
begin (void)
{
  buoy_scan_set_in_process (TRUE);
}
