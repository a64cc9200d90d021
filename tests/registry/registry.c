/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The walk over the hosts in the registry.
 */
#include "config.h"

#include "registry.h"

static void
call_for_each (RegistryHostFunc func, const BuoyBrand *brand, char **hosts)
{
  for (guint i = 0; hosts[i] != NULL; i++)
    {
      g_test_message ("[%s] %s", brand->id, hosts[i]);
      func (brand, hosts[i]);
    }
}

void
registry_foreach_host (RegistryHostFunc func)
{
  const BuoyBrands *brands = buoy_brands_get_default ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    {
      const BuoyBrand *brand = buoy_brands_get (brands, i);
      char **hosts;

      for (guint list = 0; (hosts = buoy_brand_get_own_hosts (brand, list)) != NULL; list++)
        if (hosts != brand->suffixes) /* these are not hosts */
          call_for_each (func, brand, hosts);
      call_for_each (func, brand, brand->mail_domains);
    }
}
