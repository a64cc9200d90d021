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

/* Finds other ways to read @object. Sets *@out_contradicts to whether its Content-Type or Content-Transfer-Encoding
 * fields contradict each other, or lines only start with a boundary: honest programs do not write either.
 *
 * Returns: (transfer full) (element-type GMimeObject): the other readings; usually empty
 */
GPtrArray *buoy_part_find_readings (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk,
                                    gboolean *out_contradicts);

/* Adds each boundary that a program may read in the Content-Type of @object to those in @walk. Returns how many there
 * were before, for buoy_part_close_boundaries().
 */
guint buoy_part_open_boundaries (GMimeObject *object, BuoyPartWalk *walk);
void buoy_part_close_boundaries (BuoyPartWalk *walk, guint n_open);
