/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailing lists and forwarders, as far as they can be confirmed.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* The host of a discussion list, according to the message's fields (RFC 2369, RFC 2919), if it is of the same site as
 * the boundary hop or a trusted result, with no such result contradicting it; NULL if there is none. Anyone who has a
 * server can send such a message. A List-Id alone is less than that; one phishing mail in ten has one. (transfer full)
 */
char *buoy_list_find_host (const BuoyEvidence *evidence);

/* The name of the list that the message claims to come through: the host in List-Id, or else that of its address; NULL
 * if it has neither. Nobody confirmed it. (transfer full)
 */
char *buoy_list_find_id (const BuoyMessage *message);

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
