/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A part may bear two Content-Type or Content-Transfer-Encoding fields, or a Content-Type two boundaries. RFC 2045 §3
 * and §5.1 allow one of each, and programs differ in which one they take: GMime the last field and the first boundary,
 * Evolution the first field. So the part is parsed anew for each combination.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

/* (transfer full) of GMimeObject: what programs may take @object for, beside what GMime does, where its Content-Type or
 * Content-Transfer-Encoding fields contradict each other or its lines only begin with a boundary; mostly empty.
 */
GPtrArray *buoy_part_find_readings (BuoyMessage *message, GMimeObject *object, BuoyPartWalk *walk);
