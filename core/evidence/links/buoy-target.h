/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where a link leads, compared with where its text says it leads.
 */
#pragma once

#include "evidence/buoy-evidence.h"

void buoy_target_free (gpointer target);

/* Judges where the links of the message lead. Sets *@out_cut_short to TRUE if the budget left some out.
 *
 * Returns: (transfer full) (element-type BuoyTarget): their targets
 */
GPtrArray *buoy_targets_new (const BuoyEvidence *evidence, gboolean *out_cut_short);

/* Whether the message has a link that is more than an address mentioned in its text. */
gboolean buoy_evidence_has_destination (const BuoyEvidence *evidence);

/* Whether the link is in plain text, where the text is the target. */
gboolean buoy_target_is_plain (const BuoyTarget *target);

/* Whether the link's text is the URL that it opens, however either is encoded. */
gboolean buoy_target_is_its_text (const BuoyTarget *target);
