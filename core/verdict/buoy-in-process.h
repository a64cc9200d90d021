/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reading messages without the program that isolates it: to debug the analysis, and for tests. Only programs that are
 * linked to the engine can do it.
 */
#pragma once

#include <glib.h>

/* Whether messages are read in the process of the caller; at first they are not. */
void buoy_scan_set_in_process (gboolean is_in_process);
