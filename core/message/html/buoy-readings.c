/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-readings.h"

#include "message/buoy-message.h"
#include "message/html/buoy-html-text.h"

void
buoy_readings_init (BuoyReadings *readings)
{
  readings->full = g_string_new (NULL);
  readings->likely = g_string_new (NULL);
  readings->sure = g_string_new (NULL);
  readings->head = g_string_new (NULL);
}

void
buoy_readings_clear (BuoyReadings *readings)
{
  g_string_free (readings->full, TRUE);
  g_string_free (readings->likely, TRUE);
  g_string_free (readings->sure, TRUE);
  g_string_free (readings->head, TRUE);
}

void
buoy_readings_append (BuoyReadings *readings, const char *text, BuoyVisibility visibility)
{
  buoy_html_append_collapsed (readings->full, text);
  if (visibility < BUOY_HIDDEN)
    buoy_html_append_collapsed (readings->likely, text);
  if (visibility < BUOY_HIDDEN && !readings->head_ends)
    buoy_html_append_collapsed (readings->head, text);
  readings->head_ends |= visibility == BUOY_DOUBTFUL && readings->head->len > 0;
  if (visibility == BUOY_VISIBLE)
    buoy_html_append_collapsed (readings->sure, text);
}

void
buoy_readings_append_doubtful (BuoyReadings *readings, const BuoyReadings *other)
{
  buoy_html_append_collapsed (readings->full, other->full->str);
  buoy_html_append_collapsed (readings->likely, other->likely->str);
  if (!readings->head_ends)
    buoy_html_append_collapsed (readings->head, other->head->str);
  readings->head_ends |= readings->head->len > 0;
}

void
buoy_readings_mark (BuoyReadings *readings, const char *mark)
{
  g_string_append (readings->full, mark);
  g_string_append (readings->likely, mark);
  g_string_append (readings->sure, mark);
  g_string_append (readings->head, mark);
}

void
buoy_read_lines_init (BuoyReadLines *lines)
{
  buoy_readings_init (&lines->line);
  lines->likely = g_string_new (NULL);
  lines->sure = g_string_new (NULL);
  lines->others = g_string_new (NULL);
}

void
buoy_read_lines_clear (BuoyReadLines *lines)
{
  buoy_readings_clear (&lines->line);
  g_string_free (lines->likely, TRUE);
  g_string_free (lines->sure, TRUE);
  g_string_free (lines->others, TRUE);
}

static void
add_line (GString *text, const GString *line)
{
  if (line->len == 0 || text->len >= BUOY_MAX_VISIBLE_BYTES)
    return;
  buoy_html_break_line (text);
  g_string_append_len (text, line->str, (gssize) line->len);
}

void
buoy_read_lines_end_line (BuoyReadLines *lines)
{
  BuoyReadings *line = &lines->line;

  add_line (lines->likely, line->likely);
  add_line (lines->sure, line->sure);
  if (line->full->len != line->likely->len)
    add_line (lines->others, line->full);
  if (line->sure->len != line->likely->len)
    add_line (lines->others, line->sure);
  g_string_truncate (line->full, 0);
  g_string_truncate (line->likely, 0);
  g_string_truncate (line->sure, 0);
  g_string_truncate (line->head, 0);
  line->head_ends = FALSE;
}

GString *
buoy_readings_turn (const GString *reading)
{
  static const char *const marks[] = { BUOY_OVERRIDE_RTL, BUOY_OVERRIDE_LTR, BUOY_OVERRIDE_END };
  g_autoptr (GString) written = g_string_new (reading->str);
  GString *turned = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (written, marks[i], "", 0);
  g_string_printf (turned, "%s %s " BUOY_OVERRIDE_RTL "%s" BUOY_OVERRIDE_END, reading->str, written->str, written->str);
  return turned;
}
