/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fetches the organisation's policy. Takes up to a minute, and is for a program of its own, which may write to
 * /var/lib/bellbuoy and nothing else.
 */
#pragma once

#include "fetch/buoy-fetch-conf.h"
#include "policy/buoy-policy-keys.h"

/* Asks for the policy of @conf and stores it below @root if it is newer than what is stored there and good as a whole.
 * FALSE with a BUOY_FETCH_ERROR if it is not; what is stored then stays. @out_changed: whether another one is stored.
 */
gboolean buoy_fetch_policy (const BuoyFetchConf *conf, BuoyPolicyKeys *keys, const char *root, gboolean *out_changed,
                            GError **error);
