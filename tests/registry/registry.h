/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The hosts in the registry (data/brands.ini), for what has to hold for each of them.
 */
#pragma once

#include "registry/buoy-brands.h"

/* @host: the brand's own, or one that serves it. */
typedef void (*RegistryHostFunc) (const BuoyBrand *brand, const char *host);

void registry_foreach_host (RegistryHostFunc func);
