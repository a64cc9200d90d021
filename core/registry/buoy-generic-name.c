/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only the part before the registrable domain is examined: "mail.pool.example" is not a pool. Sending services number
 * their servers too, and are recognised by name.
 */
#include "config.h"

#include "registry/buoy-generic-name.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "registry/buoy-senders.h"

#define N_OCTETS 4
#define MIN_OCTETS 3 /* consecutive octets of the address; two occur by chance */

/* Reads the octets of an IPv4 address; FALSE for IPv6. */
static gboolean
read_octets (const char *ip, guint octets[N_OCTETS])
{
  g_auto (GStrv) parts = ip != NULL ? g_strsplit (ip, ".", -1) : NULL;

  if (parts == NULL || g_strv_length (parts) != N_OCTETS)
    return FALSE;
  for (guint i = 0; i < N_OCTETS; i++)
    octets[i] = (guint) g_ascii_strtoull (parts[i], NULL, 10);
  return TRUE;
}

/* Whether @name contains octets with one character between them: "12-34-56-78", "12.34.56". */
static gboolean
holds_separated (const char *name, const guint octets[N_OCTETS])
{
  for (const char *p = name; *p != '\0'; p++)
    {
      const char *q = p;
      guint expected = N_OCTETS;

      if (!g_ascii_isdigit (*p) || (p > name && g_ascii_isdigit (p[-1])))
        continue;
      /* Bounded: N_OCTETS */
      for (guint n = 0; g_ascii_isdigit (*q); n++)
        {
          char *end;
          const guint number = (guint) MIN (g_ascii_strtoull (q, &end, 10), G_MAXUINT);

          if (n == 0)
            for (guint i = 0; i + MIN_OCTETS <= N_OCTETS; i++)
              if (octets[i] == number && expected == N_OCTETS)
                expected = i;
          if (expected + n >= N_OCTETS || octets[expected + n] != number)
            break;
          if (n + 1 >= MIN_OCTETS)
            return TRUE;
          q = *end != '\0' ? end + 1 : end;
        }
    }
  return FALSE;
}

/* Whether @name contains the octets without separators: "126000000001", "7e000001". */
static gboolean
holds_joined (const char *name, const guint octets[N_OCTETS])
{
  g_autofree char *decimal = g_strdup_printf ("%03u%03u%03u%03u", octets[0], octets[1], octets[2], octets[3]);
  g_autofree char *hex = g_strdup_printf ("%02x%02x%02x%02x", octets[0], octets[1], octets[2], octets[3]);

  return strstr (name, decimal) != NULL || strstr (name, hex) != NULL;
}

static gboolean
holds_address (const char *name, const char *ip)
{
  guint octets[N_OCTETS];
  guint reversed[N_OCTETS];

  if (!read_octets (ip, octets))
    return FALSE;
  for (guint i = 0; i < N_OCTETS; i++)
    reversed[i] = octets[N_OCTETS - 1 - i];
  return holds_separated (name, octets) || holds_separated (name, reversed) || holds_joined (name, octets);
}

static gboolean
has_pool_word (const char *name)
{
  static const char *const words[]
      = { "dyn",  "dynamic", "dynamicip", "dynip",  "dsl",    "adsl",  "vdsl", "xdsl", "sdsl",
          "dhcp", "ppp",     "pppoe",     "dialup", "dialin", "ipngn", "ipbf", NULL };
  g_auto (GStrv) parts = g_strsplit_set (name, ".-_0123456789", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains (words, parts[i]))
      return TRUE;
  return FALSE;
}

gboolean
buoy_generic_name_is (const char *rdns, const char *ip)
{
  const char *site = buoy_host_registrable_domain (rdns);
  g_autofree char *name = NULL;

  if (rdns == NULL || buoy_senders_find_by_host (rdns) != NULL)
    return FALSE;
  /* "ec2-203-0-113-9.compute-1.amazonaws.com": every customer's name is a public suffix or a site of its own */
  if (site == NULL || site == rdns)
    return holds_address (rdns, ip);
  name = g_strndup (rdns, (gsize) (site - rdns) - 1);
  return holds_address (name, ip) || has_pool_word (name);
}
