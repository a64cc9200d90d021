/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From bytes to what is said of them, in up to three steps: each verdict is shown while the next is on its way.
 */
#pragma once

#include "host-message.h"

/* What the work on a message asks for. */
typedef struct
{
  gboolean keys;   /* the sender's keys are asked for: the reader has said so */
  gboolean policy; /* the sender's policy is asked for by itself */
} HostQuestions;

/* Called with a verdict or an error; @more: another verdict follows. Not called after cancellation. */
typedef void (*HostJudgedFunc) (HostMessage *message, gboolean more, gpointer user_data);

/* Judges @message, or goes on from the verdict that it has. @context may be NULL where it has one. */
void host_judge (HostMessage *message, BuoyContext *context, HostQuestions questions, HostJudgedFunc judged,
                 gpointer user_data);
