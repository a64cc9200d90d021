/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A part may have two Content-Type or Content-Transfer-Encoding fields, or a Content-Type two boundaries. RFC 2045 §3
 * and §5.1 allow one of each, and programs use different ones: GMime the last field and the first boundary, Evolution
 * the first field. So the part is parsed again for each combination.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

/* (transfer full) of GMimeObject: other ways to read @object; usually empty. @out_contradicts: whether its Content-Type
 * or Content-Transfer-Encoding fields contradict each other, or lines only start with a boundary, which no honest
 * program writes
 */
GPtrArray *buoy_part_find_readings (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk,
                                    gboolean *out_contradicts);

/* Opens @object's boundaries in @walk: each that a program may read in its Content-Type. Returns how many there were
 * before, for buoy_part_close_boundaries().
 */
guint buoy_part_open_boundaries (GMimeObject *object, BuoyPartWalk *walk);
void buoy_part_close_boundaries (BuoyPartWalk *walk, guint n_open);
