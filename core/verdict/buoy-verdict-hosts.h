/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The hosts that may be opened without asking again.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS char **buoy_verdict_list_honest_hosts (const BuoyVerdict *verdict);

G_END_DECLS
