/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who signed a message (RFC 6376), as far as the reader's side or this machine found the signature to hold.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Takes down in auth.signers that a signature of @domain passed; once each. A signature over a part of the body (l=),
 * or over one of two From fields, is left out: it does not stand for what is shown.
 */
void buoy_signers_add (BuoyEvidence *evidence, const char *domain);

/* The same for what this machine checked. */
void buoy_signers_add_verified (BuoyEvidence *evidence);

/* Whether any registered brand signed it: From may have been rewritten, and a stranger has no such signature. */
gboolean buoy_signers_have_brand (const BuoyEvidence *evidence);

/* Whether a signature of @brand's own domain passed, whatever domain stands in From: a server on the way may have
 * rewritten From, and a service may send for the brand under a domain of its own. A domain at which anybody can have
 * mail signed speaks for no brand.
 */
gboolean buoy_authentication_passed_for (const BuoyEvidence *evidence, const BuoyBrand *brand);
