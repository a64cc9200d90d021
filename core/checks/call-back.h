/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bills that are to be disputed by telephone.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Whether the text is about money, asks for a telephone call and gives the number. */
gboolean buoy_check_asks_for_call (const BuoyEvidence *evidence);

/* Whether From's name says whose domain From's address is in. */
gboolean buoy_check_names_itself (const BuoyEvidence *evidence);
