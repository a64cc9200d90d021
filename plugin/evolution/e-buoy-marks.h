/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Marks misleading links in the displayed message.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-compat.h"

/* Marks the misleading links of @verdict in @web_view, replacing earlier marks; NULL for no marks. */
void e_buoy_marks_show (EWebView *web_view, BuoyVerdict *verdict);
