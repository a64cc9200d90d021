/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The organisation's policy, for several commands.
 */
#pragma once

#include "bellbuoy.h"
#include "policy/buoy-policy-backend.h"

/* `bellbuoy policy show`. */
int cli_policy_show (int argc, char **argv);

/* Tells @context what the policy of @file says, and reports its faults. NULL: the policy of this machine, and under it,
 * if @with_settings, the reader's settings, as in the mail clients. Keys in @replaced (ends with NULL) are left to
 * options. Sets @out_may_ask to whether it allows look-ups. FALSE if @file cannot be read.
 */
gboolean cli_policy_fill_context (const char *file, gboolean with_settings, const char *const *replaced,
                                  BuoyContext *context, gboolean *out_may_ask);
