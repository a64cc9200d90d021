/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts come from the library; this only puts them into members.
 */
#include "config.h"

#include "host-answer-notice.h"

#include <glib/gi18n-lib.h>

#include "buoy-type-names.h"
#include "buoy-unjudged.h"
#include "host-answer.h"

static void
add_lines (JsonBuilder *answer, const GPtrArray *lines)
{
  json_builder_set_member_name (answer, "lines");
  json_builder_begin_array (answer);
  for (guint i = 0; i < lines->len; i++)
    {
      const BuoyNoticeLine *line = g_ptr_array_index (lines, i);

      json_builder_begin_object (answer);
      host_add_text (answer, "label", line->label);
      host_add_text (answer, "value", line->value);
      host_add_owner (answer, "owner", line->value);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
add_findings (JsonBuilder *answer, BuoyNotice *notice)
{
  const GPtrArray *findings = notice != NULL ? buoy_notice_get_findings (notice) : NULL;

  json_builder_set_member_name (answer, "findings");
  json_builder_begin_array (answer);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const BuoyNoticeFinding *finding = g_ptr_array_index (findings, i);
      const BuoyStrength strength = buoy_finding_get_strength (finding->finding);

      json_builder_begin_object (answer);
      host_add_text (answer, "id", buoy_check_get_id (buoy_finding_get_check (finding->finding)));
      host_add_text (answer, "strength", buoy_strength_to_string (strength));
      host_add_text (answer, "title", finding->title);
      host_add_text (answer, "explanation", finding->explanation);
      add_lines (answer, finding->lines);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
add_remarks (JsonBuilder *answer, BuoyNotice *notice)
{
  const GPtrArray *remarks = notice != NULL ? buoy_notice_get_remarks (notice) : NULL;

  host_add_texts (answer, "remarks", remarks != NULL ? (const char *const *) remarks->pdata : NULL,
                  remarks != NULL ? remarks->len : 0);
}

static void
add (JsonBuilder *answer, BuoyLevel level, const char *level_word, const char *headline, const char *advice,
     BuoyNotice *notice)
{
  json_builder_set_member_name (answer, "notice");
  json_builder_begin_object (answer);
  host_add_text (answer, "level", buoy_level_to_string (level));
  host_add_text (answer, "levelWord", level_word);
  host_add_text (answer, "headline", headline);
  host_add_text (answer, "advice", advice);
  add_findings (answer, notice);
  add_remarks (answer, notice);
  json_builder_end_object (answer);
}

void
host_add_notice (JsonBuilder *answer, BuoyNotice *notice, const char *advice)
{
  add (answer, buoy_notice_get_level (notice), buoy_notice_get_level_word (notice), buoy_notice_get_headline (notice),
       advice, notice);
}

void
host_add_error_notice (JsonBuilder *answer, const GError *error)
{
  g_autofree char *words = buoy_unjudged_tell (buoy_unjudged_explain (error));

  if (buoy_unjudged_is_evasion (error))
    add (answer, BUOY_LEVEL_CAUTION, _ ("Caution"), buoy_unjudged_get_headline (), buoy_unjudged_advise (), NULL);
  else
    add (answer, BUOY_LEVEL_NONE, "", words, "", NULL);
}
