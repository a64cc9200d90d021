/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was found about a message after its first verdict, as bytes for the process that judges it again with
 * buoy_verdict_of_bytes().
 */
#pragma once

#include "verdict/buoy-verdict-facts.h"

#define BUOY_FOUND_MAX_BYTES (4 * 1024 * 1024) /* codes of 200 pictures, and a dozen answers */

/* @pictures (of BuoyPictureFacts) and @verification are nullable. (transfer full) (nullable): NULL if it would take
 * more than BUOY_FOUND_MAX_BYTES.
 */
GBytes *buoy_found_to_bytes (const GPtrArray *pictures, const BuoyVerification *verification);

/* Fails with %G_IO_ERROR_INVALID_DATA. What was NULL is NULL again. */
gboolean buoy_found_from_bytes (GBytes *bytes, GPtrArray **out_pictures, BuoyVerification **out_verification,
                                GError **error);
