/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Readers of the formats of tables. Both map the file and read a few pages of it, so it is opened for each lookup: an
 * updated file counts at once.
 */
#pragma once

#include "registry/buoy-server-private.h"

/* NULL if @file cannot be read, or does not say where @address is. */
BuoyPlace *buoy_place_find_loc (const char *file, const char *address);
BuoyPlace *buoy_place_find_mmdb (const char *file, const char *address);
