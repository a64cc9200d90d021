/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Iterates over the hosts in the registry (data/brands.ini), to check properties of each.
 */
#pragma once

#include "registry/buoy-brands.h"

/* @host: the brand's own, or one that serves it. */
typedef void (*RegistryHostFunc) (const BuoyBrand *brand, const char *host);

void registry_foreach_host (RegistryHostFunc func);
