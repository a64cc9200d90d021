/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader's accounts contribute to the analysis.
 */
#pragma once

#include "bellbuoy.h"

/* A context with the own addresses of all accounts, and the receiving server of the account @uid (nullable). (transfer
 * full)
 */
BuoyContext *e_buoy_account_make_context (const char *uid);

/* Calls @changed whenever an account or identity is added, removed or changed. Main thread; call it once. */
void e_buoy_account_watch (void (*changed) (void));
