/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a message that was opened has taught about its sender, which is taken back if the reader calls it junk. Main
 * thread only.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-message.h"

typedef struct _EBuoyLesson EBuoyLesson;

/* NULL if nothing is learned from @message. The folder is watched as long as the lesson is one of the newest. (transfer
 * full)
 */
EBuoyLesson *e_buoy_lesson_new (EBuoyMessage *message);
void e_buoy_lesson_unref (EBuoyLesson *self);

/* The first verdict is learned by whoever made it; a later one is learned here, since it may warn of the message. */
void e_buoy_lesson_take (EBuoyLesson *self, BuoyVerdict *verdict);
