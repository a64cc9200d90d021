/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mail that a forwarder may have handed on.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Whether it looks handed on by the address that it was written to, and does no harm if that is a tale. */
gboolean buoy_check_may_be_forwarded (const BuoyEvidence *evidence);
