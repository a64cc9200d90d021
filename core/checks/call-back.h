/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bills and threats to be disputed by telephone.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Whether the text is about money or threatens, asks for a telephone call and contains the number. */
gboolean buoy_check_asks_for_call (const BuoyEvidence *evidence);

/* Whether From's display name names the owner of From's domain. */
gboolean buoy_check_names_itself (const BuoyEvidence *evidence);
