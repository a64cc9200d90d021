/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/buoy-in-process.h"

#include "verdict/buoy-engine.h"

void
buoy_scan_set_in_process (gboolean is_in_process)
{
  buoy_judge_set_engine (is_in_process ? &buoy_engine : NULL);
}
