/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A DMARC record (RFC 7489 §6.3): "v=DMARC1; p=reject; sp=none; adkim=s; pct=50".
 */
#pragma once

#include "evidence/authentication/buoy-verification.h"

/* Whether @record is one; then fills policy, enforced and strict. @of_parent: it belongs to the organisational domain,
 * because From's own has none. Any bytes.
 */
gboolean buoy_dmarc_read (const char *record, gboolean of_parent, BuoyVerification *verification);
