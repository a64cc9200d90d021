/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A DMARC record (RFC 7489 §6.3): "v=DMARC1; p=reject; sp=none; adkim=s; pct=50".
 */
#pragma once

#include "evidence/authentication/buoy-verification.h"

/* Parses @record, which may be any bytes, into the fields policy, enforced and strict. @of_parent: the record belongs
 * to the organisational domain, because From's own has none. Returns FALSE if it is not a DMARC record.
 */
gboolean buoy_dmarc_read (const char *record, gboolean of_parent, BuoyVerification *verification);
