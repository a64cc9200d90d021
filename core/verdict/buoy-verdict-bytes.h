/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict as bytes: the answer of a process that reads hostile mail. The host takes nothing from it that it knows
 * itself: neither the reader's context nor what lookups found.
 */
#pragma once

#include "verdict/buoy-verdict-private.h"

#define BUOY_VERDICT_MAX_BYTES (32 * 1024 * 1024) /* a verdict with 10,000 links takes three megabytes */

/* Cuts texts of @verdict, all alike, until it fits into BUOY_VERDICT_MAX_BYTES: those that are shown, and addresses in
 * such a way that they can still be compared. What marks a link by its href compares both ends (BuoyFalseLink). It is
 * done to each verdict before anyone sees it, so that a message has the same one in every process. The largest of real
 * mail has a tenth of that. Stops if the scan is cancelled (@budget).
 */
void buoy_verdict_limit_size (BuoyVerdict *verdict, const BuoyBudget *budget);

/* (transfer full) (nullable): NULL if it would take more than BUOY_VERDICT_MAX_BYTES. */
GBytes *buoy_verdict_to_bytes (const BuoyVerdict *verdict);

/* @bytes may be anything. Fails with %G_IO_ERROR_INVALID_DATA. What is returned gets its context by
 * buoy_verdict_attach() before anyone else sees it. (transfer full)
 */
BuoyVerdict *buoy_verdict_from_bytes (GBytes *bytes, GError **error);

/* Leaves out what would have others asked about, or taught of, whom the message of @bytes does not name. For a verdict
 * that is not trusted.
 */
void buoy_verdict_drop_foreign (BuoyVerdict *verdict, GBytes *bytes);

/* Gives @verdict the context that its message was judged with, and what the lookups found; both are nullable. */
void buoy_verdict_attach (BuoyVerdict *verdict, BuoyContext *context, BuoyVerification *verification);
