/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "memory/buoy-network.h"

#include <gio/gio.h>

#define NETWORK_BYTES_IPV4 2
#define NETWORK_BYTES_IPV6 4
#define HOST_BYTES_IPV4 4
#define HOST_BYTES_IPV6 8 /* the subnet: RFC 4291 §2.5.1 */

/* The first bytes of @ip in hexadecimal digits. (nullable) (transfer full) */
static char *
cut_address (const char *ip, gsize bytes_ipv4, gsize bytes_ipv6)
{
  g_autoptr (GInetAddress) address = ip != NULL ? g_inet_address_new_from_string (ip) : NULL;
  g_autoptr (GString) network = NULL;
  const guint8 *bytes;
  gsize length;

  if (address == NULL)
    return NULL;
  bytes = g_inet_address_to_bytes (address);
  length = g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4 ? bytes_ipv4 : bytes_ipv6;
  network = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (network, "%02x", bytes[i]);
  return g_string_free (g_steal_pointer (&network), FALSE);
}

char *
buoy_network_of (const char *ip)
{
  return cut_address (ip, NETWORK_BYTES_IPV4, NETWORK_BYTES_IPV6);
}

char *
buoy_network_host (const char *ip)
{
  return cut_address (ip, HOST_BYTES_IPV4, HOST_BYTES_IPV6);
}
