/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailing lists and forwarders, as far as they can be believed.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Whether the message came through a discussion list whose own headers (RFC 2369, RFC 2919) fit the hand-over or a
 * result that counts, and no such result refutes it. A List-Id alone is a claim; a tenth of phishing makes it.
 */
gboolean buoy_list_is_believable (const BuoyEvidence *evidence);

/* Whether From is the address to which members of a list write, as the list's own fields say. */
gboolean buoy_list_is_sender (const BuoyEvidence *evidence);

/* Whether @host is of a domain in which the reader has an address, or of the organisation's; either may be NULL. */
gboolean buoy_forward_is_own_site (const BuoyContext *context, const char *host);

/* Whether an address of the reader's own, as the context knows them, handed the message on. */
gboolean buoy_forward_is_readers (const BuoyEvidence *evidence);

/* Whether the message looks handed on by the address that it was written to. Enough to accuse nobody, no more. */
gboolean buoy_forward_is_likely (const BuoyEvidence *evidence);
