/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * S/MIME messages that are signed but not encrypted ("opaque signing", RFC 8551 §3.5.2): the content stands within the
 * signature, and mail programs show it whether or not the signature is valid. Anyone can make one.
 */
#pragma once

#include <glib.h>

#define BUOY_CMS_START_BYTES 64 /* hold the type of a ContentInfo, and what is before it */

/* Whether @start begins a ContentInfo of SignedData. */
gboolean buoy_cms_is_signed (const char *start, gsize length);

/* (transfer full): the signed content in @bytes, a ContentInfo in BER or DER (RFC 5652 §3); NULL if it is no SignedData
 * or has no content. Never decrypts, and does not look at the signatures.
 */
GBytes *buoy_cms_find_content (GBytes *bytes);
