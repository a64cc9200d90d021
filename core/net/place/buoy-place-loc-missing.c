/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For builds without libloc.
 */
#include "config.h"

#include "net/place/buoy-place-format.h"

BuoyPlace *
buoy_place_find_loc (const char *file, const char *address)
{
  return NULL;
}
