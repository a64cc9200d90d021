/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The links that lie, marked where they stand in the message.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-compat.h"

/* Marks the false links of @verdict in what @web_view shows, and takes those of another one away; NULL: no marks. */
void e_buoy_marks_show (EWebView *web_view, BuoyVerdict *verdict);
