/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text that a reader cannot see and that outweighs what can be seen, or letters that only look like Latin ones.
 * A preheader (the line that mail lists show) is hidden in honest newsletters, so little hidden text is nothing.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/buoy-text.h"

#include <string.h>

#define HIDDEN_MIN 1500 /* bytes; preheaders with their padding stay below */

static gboolean
hides_much (const BuoyMessage *message)
{
  const gsize seen = strlen (message->html_text);

  return message->hidden_text_bytes > HIDDEN_MIN && message->hidden_text_bytes > seen + seen / 2;
}

void
buoy_check_hidden_text (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyMessage *message = evidence->message;
  const char *name = evidence->from != NULL ? evidence->from->name : "";
  const char *disguised = NULL;
  BuoyFinding *finding;

  if (buoy_text_mixes_scripts (name))
    disguised = name;
  else if (buoy_text_mixes_scripts (message->subject))
    disguised = message->subject;

  if (disguised == NULL && !hides_much (message))
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, "disguised-text", disguised);
}
