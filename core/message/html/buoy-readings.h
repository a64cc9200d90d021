/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text that is or may be partly hidden has several readings. A check reports a deception in any of them, so that
 * neither a misread style nor an undecidable one suppresses it; only the most certain reading excuses anything.
 */
#pragma once

#include <glib.h>

#include "message/css/buoy-visibility.h"

/* Marks around text whose direction the page overrides (UAX 9 §2.2). */
#define BUOY_OVERRIDE_RTL "\u202e"
#define BUOY_OVERRIDE_LTR "\u202d"
#define BUOY_OVERRIDE_END "\u202c"

typedef struct
{
  GString *full;   /* everything */
  GString *likely; /* without hidden text */
  GString *sure;   /* only certainly visible text */
  GString *head;   /* the likely reading, up to the end of its first possibly hidden piece */
  gboolean head_ends;
} BuoyReadings;

void buoy_readings_init (BuoyReadings *readings);
void buoy_readings_clear (BuoyReadings *readings);

/* Appends @text to each reading that shows it; white space is collapsed. */
void buoy_readings_append (BuoyReadings *readings, const char *text, BuoyVisibility visibility);

/* Appends each reading of @other to its namesake, as text that is possibly hidden. */
void buoy_readings_append_doubtful (BuoyReadings *readings, const BuoyReadings *other);

/* Appends @mark to all readings, unchanged. */
void buoy_readings_mark (BuoyReadings *readings, const char *mark);

/* Lines of a page. The other readings of a line are kept separately, so that they neither displace nor cut visible
 * text.
 */
typedef struct
{
  BuoyReadings line; /* the current one */
  GString *likely;
  GString *sure;
  GString *others; /* full and sure readings of lines where they differ from the likely one */
} BuoyReadLines;

void buoy_read_lines_init (BuoyReadLines *lines);
void buoy_read_lines_clear (BuoyReadLines *lines);
void buoy_read_lines_end_line (BuoyReadLines *lines);

/* In which direction a page displays overridden text depends on rules that may not apply, on blocks within it and on
 * the direction of its lines. So it is judged in every direction.
 *
 * Returns: (transfer full): @reading, then the text as written, then all of it reversed
 */
GString *buoy_readings_turn (const GString *reading);
