/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a list must not accuse, whoever made it: public lists have held google.com, bit.ly and amazon.co.jp.
 */
#pragma once

#include "lists/buoy-site-reader.h"

/* A list is refused for a site that everybody uses. An entry is left out that names a host which many share, all of a
 * well-known site, or no host of the internet.
 */
BuoySiteChoice buoy_list_guard_choose (const BuoySite *site);
