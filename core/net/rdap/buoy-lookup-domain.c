/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/rdap/buoy-lookup-domain.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "net/rdap/buoy-lookup.h"

/* Whether the host is, or is below, a private suffix of the Public Suffix List: a hosting service gives out such names.
 */
static gboolean
is_shared (const char *ascii, const char *domain)
{
  return buoy_host_is_private_suffix (ascii)
         || (domain != NULL && buoy_host_is_private_suffix (strchr (domain, '.') + 1));
}

static gboolean
is_in_registry (const char *ascii)
{
  return ascii != NULL && !buoy_host_is_ip (ascii) && buoy_host_has_known_suffix (ascii) && strchr (ascii, '.') != NULL;
}

char *
buoy_lookup_domain (const char *host, GError **error)
{
  g_autofree char *ascii = buoy_host_to_ascii (host);
  const char *domain = is_in_registry (ascii) ? buoy_host_registrable_domain (ascii) : NULL;

  if (is_in_registry (ascii) && is_shared (ascii, domain))
    g_set_error (error, BUOY_LOOKUP_ERROR, BUOY_LOOKUP_ERROR_SHARED, "Everybody can have a name like %s", ascii);
  else if (domain == NULL)
    g_set_error (error, BUOY_LOOKUP_ERROR, BUOY_LOOKUP_ERROR_NO_DOMAIN, "%s is no domain that can be registered", host);
  else
    return g_strdup (domain);
  return NULL;
}
