/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Brands that the subject, the text, images and links claim to speak for.
 */
#pragma once

#include "evidence/buoy-evidence.h"

void buoy_identity_read_text (BuoyEvidence *evidence); /* subject, body, pictures, link texts */
