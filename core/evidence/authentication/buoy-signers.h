/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who signed a message (RFC 6376), with signatures that the receiving side or this machine found valid.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Adds @domain, which signed @message, to @signers (of char *), once. Signatures that cover only part of the body (l=)
 * or one of two From fields are ignored, since they don't cover everything that is shown.
 */
void buoy_signers_add (GPtrArray *signers, const BuoyMessage *message, const char *domain);

/* The same for signatures that this machine verified. @verification: (nullable) */
void buoy_signers_add_verified (GPtrArray *signers, const BuoyMessage *message, const BuoyVerification *verification);

/* Whether any registered brand signed the message, with a domain that third parties cannot sign with. From may have
 * been rewritten.
 */
gboolean buoy_signers_have_brand (const BuoyEvidence *evidence);

/* Whether a signature of @brand's own domain passed, whatever the From domain: a server on the way may have rewritten
 * From, and a service may send for the brand from a domain of its own. Domains with which anyone can have mail signed
 * don't count.
 */
gboolean buoy_authentication_passed_for (const BuoyEvidence *evidence, const BuoyBrand *brand);
