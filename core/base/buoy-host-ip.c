/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hosts that are IP addresses, and which of those the whole internet can reach (the IANA
 * special-purpose registries).
 */
#include "config.h"

#include "base/buoy-host.h"

#include <gio/gio.h>
#include <string.h>

/* Without the brackets of a URL. */
static char *
take_brackets_off (const char *host)
{
  const gsize length = strlen (host);

  if (*host != '[')
    return g_strdup (host);
  return length > 2 && host[length - 1] == ']' ? g_strndup (host + 1, length - 2) : g_strdup ("");
}

gboolean
buoy_host_is_ip (const char *host)
{
  g_autofree char *bare = NULL;

  if (host == NULL || (!g_ascii_isxdigit (*host) && *host != '[' && *host != ':'))
    return FALSE;
  bare = take_brackets_off (host);
  return g_hostname_is_ip_address (bare);
}

typedef struct
{
  const char *prefix;
  guint bits;
} AddressRange;

static const AddressRange not_public[] = {
  { "0.0.0.0", 8 },      { "10.0.0.0", 8 },    { "100.64.0.0", 10 }, { "127.0.0.0", 8 },
  { "169.254.0.0", 16 }, { "172.16.0.0", 12 }, { "192.0.0.0", 24 },  { "192.168.0.0", 16 },
  { "198.18.0.0", 15 },  { "224.0.0.0", 3 },   { "::", 96 },         { "::ffff:0:0", 96 },
  { "fc00::", 7 },       { "fe80::", 10 },     { "ff00::", 8 },
};

static gboolean
is_in_range (GInetAddress *address, const AddressRange *range)
{
  g_autoptr (GInetAddress) prefix = g_inet_address_new_from_string (range->prefix);
  g_autoptr (GInetAddressMask) mask = g_inet_address_mask_new (prefix, range->bits, NULL);

  return mask != NULL && g_inet_address_mask_matches (mask, address);
}

gboolean
buoy_host_is_public_ip (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;
  g_autofree char *bare = NULL;

  if (!buoy_host_is_ip (host))
    return FALSE;
  bare = take_brackets_off (host);
  address = g_inet_address_new_from_string (bare);
  if (address == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (not_public); i++)
    if (is_in_range (address, &not_public[i]))
      return FALSE;
  return TRUE;
}
