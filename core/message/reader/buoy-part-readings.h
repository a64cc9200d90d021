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

/* (transfer full) of GMimeObject: other ways to read @object, if its Content-Type or Content-Transfer-Encoding fields
 * are contradictory or its lines only start with a boundary; usually empty.
 */
GPtrArray *buoy_part_find_readings (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk);
