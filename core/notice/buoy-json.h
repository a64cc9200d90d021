/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict as one JSON object on one line (data/verdict.schema.json).
 */
#pragma once

#include "buoy-for-hosts.h"
#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS char *buoy_verdict_to_json (const BuoyVerdict *verdict);
BUOY_FOR_HOSTS char *buoy_url_to_json (const char *text);

G_END_DECLS
