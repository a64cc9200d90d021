/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a message teaches about its sender, as bytes.
 */
#pragma once

#include "base/buoy-record.h"
#include "memory/buoy-lesson.h"

/* Of BuoyLesson. */
extern const BuoyRecordType buoy_lesson_record;

/* Whether a lesson that was read can be used. */
gboolean buoy_lesson_is_sound (const BuoyLesson *lesson);
