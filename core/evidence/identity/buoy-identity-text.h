/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * In whose voice the subject, the text, the pictures and the links speak.
 */
#pragma once

#include "evidence/buoy-evidence.h"

void buoy_identity_read_text (BuoyEvidence *evidence); /* subject, body, pictures, link texts */
