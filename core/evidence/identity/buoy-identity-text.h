/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The brands that the subject, the text, images and links claim.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Adds the brands that the subject, the body, images and link texts claim to @claims. */
void buoy_identity_read_text (const BuoyEvidence *evidence, GPtrArray *claims);
