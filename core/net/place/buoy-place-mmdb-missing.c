/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For builds without libmaxminddb.
 */
#include "config.h"

#include "net/place/buoy-place-format.h"

BuoyPlace *
buoy_place_find_mmdb (const char *file, const char *address)
{
  return NULL;
}
