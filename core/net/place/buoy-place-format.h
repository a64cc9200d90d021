/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Readers for the table formats. Both map the file and read a few pages of it. It is opened for each lookup, so that
 * an updated file takes effect at once.
 */
#pragma once

#include "registry/buoy-server-private.h"

/* Both: (transfer full) (nullable): NULL if @file cannot be read, or does not contain @address. */
BuoyPlace *buoy_place_find_loc (const char *file, const char *address);
BuoyPlace *buoy_place_find_mmdb (const char *file, const char *address);
