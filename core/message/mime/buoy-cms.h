/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * S/MIME messages that are signed but not encrypted ("opaque signing", RFC 8551 §3.5.2): the content stands within the
 * signature, and mail programs show it whether or not the signature is valid. Anyone can make one.
 */
#pragma once

#include <glib.h>

/* (transfer full): the signed content in @bytes, a ContentInfo in BER or DER (RFC 5652 §3); NULL if it is no SignedData
 * or has no content. Never decrypts, and does not look at the signatures.
 */
GBytes *buoy_cms_find_content (GBytes *bytes);
