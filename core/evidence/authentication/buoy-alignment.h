/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which domain a result is about, and whether that domain is aligned with From (RFC 7489 §3.1).
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* The signing domain (RFC 6376 §3.5: d=, otherwise that of i=) of a result. If the result does not name it, the domain
 * of the message's only signature. (transfer full) (nullable): NULL if it cannot be determined.
 */
char *buoy_alignment_signer (const BuoyMessage *message, const BuoyAuthMethod *method);

/* The envelope domain (RFC 7208 §2.4: MAIL FROM, or HELO if that is empty). @return_path: (nullable): the Return-Path
 * that the receiving side wrote. (transfer full) (nullable)
 */
char *buoy_alignment_envelope (const BuoyAuthMethod *method, const BuoyMailbox *return_path);

/* The domain of an identity as written in results: "user@example.com", "@example.com", "<example.com>". (transfer full)
 * (nullable)
 */
char *buoy_alignment_domain (const char *identity);

/* Whether @domain is aligned with @from_domain; both are nullable. @strict requires the same domain; otherwise the same
 * organisational domain is enough.
 */
gboolean buoy_alignment_fits (const char *domain, const char *from_domain, gboolean strict);

/* Whether the message has a signature of From's organisation (RFC 6376 §3.5), valid or not. */
gboolean buoy_alignment_is_signed (const BuoyMessage *message, const char *from_domain);
