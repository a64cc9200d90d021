/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The same in every client, however it is displayed.
 */
#include "config.h"

#include "buoy-details-words.h"

#include <glib/gi18n-lib.h>

#include "notice/buoy-story.h"

/* Never says that a message is safe, since that cannot be known. */
const char *
buoy_details_advise (BuoyNotice *notice)
{
  if (buoy_notice_get_level (notice) > BUOY_LEVEL_NONE)
    return buoy_notice_get_advice (notice);
  return _ ("That proves nothing about the sender’s intentions. If the message surprises you, ask the "
            "sender another way.");
}

BuoyLevel
buoy_details_get_origin_level (BuoyNotice *notice)
{
  const GPtrArray *findings = buoy_notice_get_findings (notice);

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = ((const BuoyNoticeFinding *) g_ptr_array_index (findings, i))->finding;

      if (buoy_finding_get_strength (finding) > BUOY_STRENGTH_NOTE
          && buoy_finding_get_value (finding, BUOY_EVIDENCE_ORIGIN_HOST) != NULL)
        return buoy_notice_get_level (notice);
    }
  return BUOY_LEVEL_NONE;
}

char *
buoy_details_to_text (BuoyNotice *notice)
{
  g_autoptr (BuoyStory) story = buoy_story_new (notice);
  g_autofree char *warning = buoy_notice_to_text (notice);
  g_autofree char *rest = buoy_story_to_text (story);

  return g_strconcat (warning, "\n", rest, NULL);
}
