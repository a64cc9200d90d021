/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Brands that the subject, the text, images and links claim to speak for.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Adds to @claims what the subject, the body, images and link texts claim. */
void buoy_identity_read_text (const BuoyEvidence *evidence, GPtrArray *claims);
