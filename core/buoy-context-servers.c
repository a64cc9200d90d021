/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Receiving servers of a context, as people write them in options and settings.
 */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "buoy-context-private.h"

#include "base/host/buoy-host.h"

/* The shortest network prefixes of a single organisation. */
#define MIN_PREFIX_IPV4 8
#define MIN_PREFIX_IPV6 16

/* An address, or a network as "192.0.2.0/24"; %NULL for anything else, and for absurdly large networks. */
static GInetAddressMask *
read_network (const char *text)
{
  const gboolean bracketed = *text == '[' && g_str_has_suffix (text, "]");
  g_autofree char *bare = bracketed ? g_strndup (text + 1, strlen (text) - 2) : g_strdup (text);
  g_autoptr (GInetAddressMask) network = g_inet_address_mask_new_from_string (bare, NULL);
  guint shortest;

  if (network == NULL)
    return NULL;
  shortest = g_inet_address_mask_get_family (network) == G_SOCKET_FAMILY_IPV4 ? MIN_PREFIX_IPV4 : MIN_PREFIX_IPV6;
  return g_inet_address_mask_get_length (network) >= shortest ? g_steal_pointer (&network) : NULL;
}

/* Like an address, even a mistyped one; no top-level domain is a number. */
static gboolean
ends_in_number (const char *host)
{
  const char *dot = strrchr (host, '.');

  return dot != NULL && strspn (dot + 1, "0123456789") == strlen (dot + 1);
}

/* A public suffix, under which anyone can have names. */
static gboolean
is_everybodys (const char *ascii)
{
  g_autofree char *below = g_strconcat ("x.", ascii, NULL);

  return buoy_host_registrable_domain (ascii) == NULL && buoy_host_has_known_suffix (below);
}

/* "mx.example.org", "*.example.org", ".example.org", "mailgate"; not "com" or "co.jp", which belong to nobody. */
static char *
read_server_name (const char *text)
{
  g_autofree char *ascii = NULL;

  if (g_str_has_prefix (text, "*."))
    text++;
  ascii = buoy_host_to_ascii (*text == '.' ? text + 1 : text);
  if (ascii == NULL || ends_in_number (ascii) || is_everybodys (ascii))
    return NULL;
  return g_steal_pointer (&ascii);
}

/**
 * buoy_context_add_trusted_host:
 * @context: a context that no scan has seen yet
 * @host: a receiving server of the reader's, as people write it in options and settings: a name (its sub-domains count
 *   too), an authserv-id, an address, or a network ("192.0.2.0/24", "2001:db8::/32")
 *
 * Tells whose Received lines and Authentication-Results count (RFC 8601 §5). Messages that come from an address or
 * network given here came from within.
 *
 * Returns: %FALSE if @host is none of these, or would trust everybody
 *
 * Since: 0.2
 */
gboolean
buoy_context_add_trusted_host (BuoyContext *context, const char *host)
{
  g_autofree char *bare = NULL;
  GInetAddressMask *network;
  char *name;

  g_return_val_if_fail (buoy_context_is_open (context), FALSE);
  g_return_val_if_fail (host != NULL, FALSE);

  bare = g_strstrip (g_strdup (host));
  network = read_network (bare);
  if (network != NULL)
    {
      g_ptr_array_add (context->trusted_networks, network);
      return TRUE;
    }
  name = read_server_name (bare);
  if (name != NULL)
    g_ptr_array_add (context->trusted_hosts, name);
  return name != NULL;
}
