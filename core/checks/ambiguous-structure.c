/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mail clients may show different links because a part can be read in several ways: it has two types or encodings, a
 * boundary that only some clients recognise, or bytes of two charsets. Honest software does not write that.
 */
#include "config.h"

#include "checks/checks-private.h"

static gboolean
is_ambiguous (const BuoyMessage *message)
{
  return g_ptr_array_find_with_equal_func (message->anomalies, BUOY_ANOMALY_AMBIGUOUS, g_str_equal, NULL);
}

void
buoy_check_ambiguous_structure (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  if (is_ambiguous (evidence->message))
    buoy_findings_add (findings);
}
