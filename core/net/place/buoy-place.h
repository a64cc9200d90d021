/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/buoy-server-private.h"

/**
 * buoy_place_find:
 * @file: (nullable): the table; %NULL or "": the one that Debian installs, "off": none
 * @address: a public address as text
 * @now: seconds since 1970
 *
 * Returns: (transfer full) (nullable): where @address is in use; %NULL if there is no table, or it does not say
 */
BuoyPlace *buoy_place_find (const char *file, const char *address, gint64 now);
