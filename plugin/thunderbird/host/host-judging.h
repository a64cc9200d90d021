/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Analyses bytes in up to three steps: each verdict is shown while the next step is running.
 */
#pragma once

#include "host-message.h"

/* The lookups to make for a message. */
typedef struct
{
  gboolean keys;   /* look up the sender's keys: the reader has asked for it */
  gboolean policy; /* look up the sender's policy without being asked */
} HostQuestions;

/* Called with a verdict or an error; @more: another verdict follows. Not called after cancellation. */
typedef void (*HostJudgedFunc) (HostMessage *message, gboolean more, gpointer user_data);

/* Analyses @message, or continues from its verdict. @context: (nullable): not needed if @message has a verdict */
void host_judge (HostMessage *message, BuoyContext *context, HostQuestions questions, HostJudgedFunc judged,
                 gpointer user_data);
