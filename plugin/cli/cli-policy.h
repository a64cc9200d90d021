/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The organisation's policy, for several commands.
 */
#pragma once

#include "bellbuoy.h"
#include "policy/buoy-policy-backend.h"

/* `bellbuoy policy show`. */
int cli_policy_show (int argc, char **argv);

/* Tells @context what the policy of @file says (NULL: that of this machine), and reports its faults. Sets @out_may_ask
 * to whether it allows look-ups. FALSE if @file cannot be read.
 */
gboolean cli_policy_fill_context (const char *file, BuoyContext *context, gboolean *out_may_ask);
