/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailing lists, as far as they can be believed.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Whether the message came through a discussion list whose own headers (RFC 2369, RFC 2919) fit the envelope or the
 * hand-over. A List-Id alone is a claim; a tenth of phishing makes it.
 */
gboolean buoy_list_is_believable (const BuoyEvidence *evidence);
