/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader's accounts tell the analysis.
 */
#pragma once

#include "bellbuoy.h"

/* Own addresses of every account, and the receiving server of the account @uid, which may be NULL;
 * (transfer full).
 */
BuoyContext *e_buoy_account_make_context (const char *uid);

/* Calls @changed, from now on, when an account or identity comes, goes or changes. Main thread; once is enough. */
void e_buoy_account_watch (void (*changed) (void));
