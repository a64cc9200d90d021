/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * S/MIME messages that are signed but not encrypted ("opaque signing", RFC 8551 §3.5.2): the signature contains the
 * content, and mail programs show it whether or not the signature is valid. Anyone can create one.
 */
#pragma once

#include <glib.h>

#include "base/buoy-budget.h"

#define BUOY_CMS_START_BYTES 64 /* enough for a ContentInfo up to its type */

/* Whether @start begins a ContentInfo of SignedData. */
gboolean buoy_cms_is_signed (const char *start, gsize length, BuoyBudget *budget);

/* Finds the signed content in @bytes, a ContentInfo in BER or DER (RFC 5652 §3). Neither decrypts anything nor verifies
 * signatures.
 *
 * Returns: (transfer full) (nullable): the content; NULL if @bytes is not SignedData or has no content, or if @budget
 * is spent
 */
GBytes *buoy_cms_find_content (GBytes *bytes, BuoyBudget *budget);
