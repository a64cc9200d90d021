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

static const char *const not_public[] = {
  "0.0.0.0/8",     "10.0.0.0/8",   "100.64.0.0/10",  "127.0.0.0/8",   "169.254.0.0/16",
  "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
  "::/96",         "::ffff:0:0/96", "fc00::/7",      "fe80::/10",     "ff00::/8",
};

/* Lives as long as the program. */
static gpointer
read_ranges (gpointer unused)
{
  GPtrArray *masks = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (not_public); i++)
    g_ptr_array_add (masks, g_inet_address_mask_new_from_string (not_public[i], NULL));
  return masks;
}

gboolean
buoy_host_is_public_ip (const char *host)
{
  static GOnce once = G_ONCE_INIT;
  const GPtrArray *masks = g_once (&once, read_ranges, NULL);
  g_autoptr (GInetAddress) address = NULL;
  g_autofree char *bare = NULL;

  if (!buoy_host_is_ip (host))
    return FALSE;
  bare = take_brackets_off (host);
  address = g_inet_address_new_from_string (bare);
  if (address == NULL)
    return FALSE;
  for (guint i = 0; i < masks->len; i++)
    if (g_inet_address_mask_matches (g_ptr_array_index (masks, i), address))
      return FALSE;
  return TRUE;
}
