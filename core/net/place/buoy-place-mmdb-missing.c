/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A build without libmaxminddb.
 */
#include "config.h"

#include "net/place/buoy-place-format.h"

BuoyPlace *
buoy_place_find_mmdb (const char *file, const char *address)
{
  return NULL;
}
