/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where a link leads, against where its text says that it leads.
 */
#pragma once

#include "evidence/buoy-evidence.h"

void buoy_target_free (gpointer target);

/* Whether the message leads its reader anywhere: by a link that is more than an address in its prose. */
gboolean buoy_evidence_has_destination (const BuoyEvidence *evidence);

/* Whether it stands in plain text, where the text is the target. */
gboolean buoy_target_is_plain (const BuoyTarget *target);

/* Whether the link's text is the URL that it opens, in whatever encoding either stands. */
gboolean buoy_target_is_its_text (const BuoyTarget *target);
