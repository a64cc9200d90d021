/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/buoy-server-private.h"

/**
 * buoy_place_find:
 * @file: (nullable): the table; %NULL or "" for the one that Debian installs, "off" for none
 * @address: a public address as text
 * @now: seconds since 1970
 *
 * Returns: (transfer full) (nullable): where @address is in use; %NULL if there is no table, or @address is not in it
 */
BuoyPlace *buoy_place_find (const char *file, const char *address, gint64 now);
