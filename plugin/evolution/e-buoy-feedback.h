/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * "This warning was wrong".
 */
#pragma once

#include "e-buoy-actions.h"

void e_buoy_feedback_offer (const EBuoyOffer *offer);
