/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is known about a message, and what could still be looked up: the model of the details, owned by the host.
 */
#pragma once

#include <glib-object.h>

#include "bellbuoy.h"
#include "verdict/buoy-questions.h"

typedef enum
{
  BUOY_INQUIRY_CLOSED,  /* there is nothing to look up, or the settings do not allow it */
  BUOY_INQUIRY_OPEN,    /* the reader may start a lookup */
  BUOY_INQUIRY_RUNNING, /* a lookup is running */
  BUOY_INQUIRY_STOPPED  /* the reader has stopped it, and may start it again */
} BuoyInquiryState;

#define BUOY_TYPE_INQUIRY (buoy_inquiry_get_type ())
G_DECLARE_FINAL_TYPE (BuoyInquiry, buoy_inquiry, BUOY, INQUIRY, GObject)

/* Signals: "changed" after buoy_inquiry_set() if there is something else to show; "start" and "stop" when the reader
 * asks for that.
 */
BuoyInquiry *buoy_inquiry_new (void);

/* @notice: what is known. @questions: (nullable): what would be, or is being, looked up. */
void buoy_inquiry_set (BuoyInquiry *self, BuoyNotice *notice, BuoyInquiryState state, BuoyQuestions *questions);

/* (transfer none) (nullable) */
BuoyNotice *buoy_inquiry_get_notice (BuoyInquiry *self);
BuoyInquiryState buoy_inquiry_get_state (BuoyInquiry *self);

/* What would be looked up; NULL if the state is closed. (transfer none) (nullable) */
const BuoyQuestions *buoy_inquiry_get_questions (BuoyInquiry *self);

void buoy_inquiry_start (BuoyInquiry *self);
void buoy_inquiry_stop (BuoyInquiry *self);
