/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether two hosts have the same owner.
 */
#include "config.h"

#include "registry/buoy-ownership.h"
#include "base/host/buoy-host.h"
#include "registry/buoy-brands.h"

gboolean
buoy_hosts_have_one_owner (const char *ascii_a, const char *ascii_b)
{
  const BuoyBrand *brand;

  if (ascii_a == NULL || ascii_b == NULL)
    return FALSE;
  if (buoy_host_same_site (ascii_a, ascii_b))
    return TRUE;

  brand = buoy_brands_find_by_host (buoy_brands_get_default (), ascii_a);
  if (brand != NULL && buoy_brand_uses (brand, ascii_b))
    return TRUE;
  brand = buoy_brands_find_by_host (buoy_brands_get_default (), ascii_b);
  return brand != NULL && buoy_brand_uses (brand, ascii_a);
}
