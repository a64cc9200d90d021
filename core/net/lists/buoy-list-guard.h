/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sites that a list must not block, whoever publishes it: public lists have contained google.com, bit.ly and
 * amazon.co.jp.
 */
#pragma once

#include "lists/buoy-site-reader.h"

/* Refuses sites that everybody uses. Leaves out entries that cover a whole shared host, a whole well-known site, or a
 * host that is not on the internet.
 */
BuoySiteChoice buoy_list_guard_choose (const BuoySite *site);
