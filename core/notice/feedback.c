/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Describes a wrong warning without the message: which checks found something, how strongly, and about which domain.
 */
#include "config.h"

#include "buoy-type-names.h"
#include "notice/buoy-feedback.h"
#include "notice/json-private.h"
#include "notice/notice-private.h"

/* A note is no reason for a warning, and may say what the reader's memory holds. */
static void
add_ids (JsonBuilder *builder, const BuoyVerdict *verdict)
{
  json_builder_set_member_name (builder, "ids");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->strength > BUOY_STRENGTH_NOTE)
        json_builder_add_string_value (builder, finding->row->check.id);
    }
  json_builder_end_array (builder);
}

/*< private >
 * buoy_verdict_to_note:
 * @verdict: a verdict
 * @date: when the reader found it wrong; the day alone is kept
 *
 * Writes down which warning the reader found wrong, for the reader's own machine: the ids of the findings, the level,
 * the day and the domain of From. Nothing else of the message.
 *
 * Returns: (transfer full): a JSON object on one line, without a newline
 */
char *
buoy_verdict_to_note (const BuoyVerdict *verdict, GDateTime *date)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *day = NULL;

  g_return_val_if_fail (verdict != NULL && date != NULL, NULL);

  day = g_date_time_format (date, "%Y-%m-%d");
  json_builder_begin_object (builder);
  add_ids (builder, verdict);
  buoy_json_add_text (builder, "level", buoy_level_to_string (verdict->level));
  buoy_json_add_text (builder, "date", day);
  buoy_json_add_text (builder, "from_domain", verdict->facts->from_domain);
  json_builder_end_object (builder);
  return buoy_json_finish (builder);
}

/*< private >
 * buoy_verdict_to_report:
 * @verdict: a verdict
 *
 * Writes what the reader can send to those who make the rules. It holds the rules that spoke and the domain of From,
 * neither addresses nor links nor text of the message.
 *
 * Returns: (transfer full): several lines, each with its newline
 */
char *
buoy_verdict_to_report (const BuoyVerdict *verdict)
{
  g_autofree char *domain = NULL;
  GString *out;

  g_return_val_if_fail (verdict != NULL, NULL);

  out = g_string_new (NULL);
  if (verdict->facts->from_domain != NULL)
    domain = buoy_notice_text_for_people (verdict->facts->from_domain);
  g_string_append_printf (out, "Bellbuoy %s\n", PACKAGE_VERSION);
  g_string_append_printf (out, "level: %s\n", buoy_level_to_string (verdict->level));
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->strength > BUOY_STRENGTH_NOTE)
        g_string_append_printf (out, "finding: %s (%s)\n", buoy_check_get_id (buoy_finding_get_check (finding)),
                                buoy_strength_to_string (buoy_finding_get_strength (finding)));
    }
  g_string_append_printf (out, "authentication: %s\n", buoy_auth_state_to_string (verdict->facts->auth.state));
  if (domain != NULL)
    g_string_append_printf (out, "from-domain: %s\n", domain);
  return g_string_free (out, FALSE);
}
