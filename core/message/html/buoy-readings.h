/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A text of which something is hidden, or may be, has more than one reading. Each of them may accuse, so that neither
 * a style that is read wrongly nor one that nobody can tell silences a check; only the surest may excuse.
 */
#pragma once

#include <glib.h>

#include "message/css/buoy-visibility.h"

typedef struct
{
  GString *full;   /* everything */
  GString *likely; /* without what is hidden */
  GString *sure;   /* what is visible */
  GString *head;   /* the likely one, up to the end of its first piece that may be hidden */
  gboolean head_ends;
} BuoyReadings;

void buoy_readings_init (BuoyReadings *readings);
void buoy_readings_clear (BuoyReadings *readings);

/* Appends @text to each reading that shows it; white space becomes one space, and none goes where there is one. */
void buoy_readings_append (BuoyReadings *readings, const char *text, BuoyVisibility visibility);

/* Appends @mark as it is to all of them. */
void buoy_readings_mark (BuoyReadings *readings, const char *mark);

/* Lines of a page. The other readings of a line stand apart, so that they neither displace nor cut what is seen. */
typedef struct
{
  BuoyReadings line; /* the open one */
  GString *likely;
  GString *sure;
  GString *others; /* full and sure readings of the lines where they differ from the likely one */
} BuoyReadLines;

void buoy_read_lines_init (BuoyReadLines *lines);
void buoy_read_lines_clear (BuoyReadLines *lines);
void buoy_read_lines_end_line (BuoyReadLines *lines);
