/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which domain a result is about, and whether that domain speaks for From (RFC 7489 §3.1).
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* The signing domain (RFC 6376 §3.5 d=, else of i=); where the result names none, that of the message's only
 * signature. (nullable) where that cannot be told.
 */
char *buoy_alignment_signer (const BuoyMessage *message, const BuoyAuthMethod *method);

/* The envelope's domain (RFC 7208 §2.4: MAIL FROM, HELO where that is empty). @return_path: what the reader's side
 * wrote there; NULL.
 */
char *buoy_alignment_envelope (const BuoyAuthMethod *method, const BuoyMailbox *return_path);

/* The domain of an identity as results name it: "user@example.com", "@example.com", "<example.com>". (nullable) */
char *buoy_alignment_domain (const char *identity);

/* @strict: the same domain; else the same organisational domain. */
gboolean buoy_alignment_fits (const char *domain, const char *from_domain, gboolean strict);

/* Whether the message bears a signature of From's organisation (RFC 6376 §3.5), true or not. */
gboolean buoy_alignment_is_signed (const BuoyMessage *message, const char *from_domain);
