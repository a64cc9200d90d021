/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mail that may have been forwarded.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Whether the message looks forwarded by the address it was sent to, and is harmless even if it was not. */
gboolean buoy_check_may_be_forwarded (const BuoyEvidence *evidence);
