/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hosts that are IP addresses, and which of those are publicly routable (IANA special-purpose registries).
 */
#include "config.h"

#include "base/host/buoy-host.h"

#include <gio/gio.h>
#include <string.h>

/* Removes the brackets of an IPv6 address in a URL. Returns "" if the closing one is missing. */
static char *
strip_brackets (const char *host)
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
  bare = strip_brackets (host);
  return g_hostname_is_ip_address (bare);
}

/* Where IPv6 addresses embed the IPv4 address of the actual host. */
static const struct
{
  const char *prefix;
  guint offset; /* of the four bytes */
  guint8 mask;  /* XORed with each of them */
} embeddings[] = {
  { "::ffff:0:0/96", 12, 0 },   /* mapped (RFC 4291 §2.5.5.2) */
  { "::ffff:0:0:0/96", 12, 0 }, /* translated (RFC 7915) */
  { "::/96", 12, 0 },           /* compatible (RFC 4291 §2.5.5.1) */
  { "64:ff9b::/96", 12, 0 },    /* NAT64 (RFC 6052) */
  { "64:ff9b:1::/48", 12, 0 },  /* local-use NAT64 (RFC 8215), as a 96-bit prefix */
  { "2002::/16", 2, 0 },        /* 6to4 (RFC 3056) */
  { "2001::/32", 12, 0xff },    /* Teredo: the client's, inverted (RFC 4380 §4) */
};

static const char *const not_public[] = {
  "0.0.0.0/8",     "10.0.0.0/8",   "100.64.0.0/10",  "127.0.0.0/8",   "169.254.0.0/16",
  "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
  "100::/64",      "fc00::/7",     "fe80::/10",      "fec0::/10",     "ff00::/8",
};

/* Read once, never freed. */
static gpointer
read_ranges (gpointer unused)
{
  GPtrArray *masks = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (not_public); i++)
    g_ptr_array_add (masks, g_inet_address_mask_new_from_string (not_public[i], NULL));
  return masks;
}

static gpointer
read_embeddings (gpointer unused)
{
  GPtrArray *masks = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (embeddings); i++)
    g_ptr_array_add (masks, g_inet_address_mask_new_from_string (embeddings[i].prefix, NULL));
  return masks;
}

/* Returns: (transfer full) (nullable): the address in @host, without an IPv6 zone; NULL if it is not an IP address */
static GInetAddress *
read_address (const char *host)
{
  g_autofree char *bare = NULL;

  if (!buoy_host_is_ip (host))
    return NULL;
  bare = strip_brackets (host);
  bare[strcspn (bare, "%")] = '\0';
  return g_inet_address_new_from_string (bare);
}

/* Returns: (transfer full): the IPv4 address that @address embeds; @address itself if it does not embed one */
static GInetAddress *
take_embedded (GInetAddress *address)
{
  static GOnce once = G_ONCE_INIT;
  const GPtrArray *masks = g_once (&once, read_embeddings, NULL);

  for (guint i = 0; i < masks->len; i++)
    {
      const guint8 *from = g_inet_address_to_bytes (address) + embeddings[i].offset;
      guint8 bytes[4];

      if (!g_inet_address_mask_matches (g_ptr_array_index (masks, i), address))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (bytes); j++)
        bytes[j] = from[j] ^ embeddings[i].mask;
      return g_inet_address_new_from_bytes (bytes, G_SOCKET_FAMILY_IPV4);
    }
  return g_object_ref (address);
}

char *
buoy_host_embedded_ipv4 (const char *host)
{
  g_autoptr (GInetAddress) address = read_address (host);
  g_autoptr (GInetAddress) embedded = address != NULL ? take_embedded (address) : NULL;

  return embedded != address ? g_inet_address_to_string (embedded) : NULL;
}

gboolean
buoy_host_is_public_ip (const char *host)
{
  static GOnce once = G_ONCE_INIT;
  const GPtrArray *masks = g_once (&once, read_ranges, NULL);
  g_autoptr (GInetAddress) address = read_address (host);
  g_autoptr (GInetAddress) real = address != NULL ? take_embedded (address) : NULL;

  if (real == NULL)
    return FALSE;
  for (guint i = 0; i < masks->len; i++)
    if (g_inet_address_mask_matches (g_ptr_array_index (masks, i), real))
      return FALSE;
  return TRUE;
}
