/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fetches the organisation's policy. Takes up to a minute; meant for a separate program that can write only to
 * /var/lib/bellbuoy.
 */
#pragma once

#include "fetch/buoy-fetch-conf.h"
#include "policy/buoy-policy-keys.h"

/* Fetches the policy described by @conf, and stores it below @root if it is newer than the stored one and valid.
 * Otherwise returns FALSE with a BUOY_FETCH_ERROR, and the stored policy stays. @out_changed: whether another policy is
 * stored now.
 */
gboolean buoy_fetch_policy (const BuoyFetchConf *conf, BuoyPolicyKeys *keys, const char *root, gboolean *out_changed,
                            GError **error);
