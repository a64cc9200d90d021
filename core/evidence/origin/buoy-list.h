/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailing lists and forwarders, as far as they can be confirmed.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Whether the message came through a discussion list whose own fields (RFC 2369, RFC 2919) match the boundary hop or a
 * trusted result, with no such result contradicting it. A List-Id alone is only a claim; one phishing mail in ten has
 * one.
 */
gboolean buoy_list_is_believable (const BuoyEvidence *evidence);

/* Whether From is the list's posting address, according to the list's own fields. */
gboolean buoy_list_is_sender (const BuoyEvidence *evidence);

/* Whether @host (nullable) has the registrable domain of an address of the reader, or of the organisation, according to
 * @context (nullable).
 */
gboolean buoy_forward_is_own_site (const BuoyContext *context, const char *host);

/* Whether a server of one of the reader's own addresses, according to the context, forwarded the message. */
gboolean buoy_forward_is_readers (const BuoyEvidence *evidence);

/* Whether the message looks as if it was forwarded by the address to which it was sent. That is enough not to report
 * its origin, but excuses nothing else.
 */
gboolean buoy_forward_is_likely (const BuoyEvidence *evidence);
