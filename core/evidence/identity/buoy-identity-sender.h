/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The brands that From's display name claims. A person who works at a brand is not the brand.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Adds the brands that From's display names and addresses claim to @claims. */
void buoy_identity_read_sender (const BuoyEvidence *evidence, GPtrArray *claims);
