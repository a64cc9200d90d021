/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Files that a reader could open.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Whether a file is attached that is neither a picture nor a signature, and no part of a report. */
gboolean buoy_check_has_file (const BuoyEvidence *evidence);
