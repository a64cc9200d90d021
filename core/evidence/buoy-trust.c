/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The newest lines were written by the reader's own side, whatever is below them. So the walk starts there and goes
 * on as long as each line says that the message came from within: over loopback, from a private address, from a name
 * that was looked up and is of the same house. What a peer only says of itself lets nothing pass.
 */
#include "config.h"

#include "evidence/buoy-trust.h"

#include <string.h>

#include "base/buoy-host.h"
#include "evidence/buoy-provider.h"

#define MAX_SIDE_HOSTS 16 /* names that one house goes by; each is asked for every line */

/* A name that stands for an organisation, not "localhost", "mbox3" or "mx.internal". */
static gboolean
is_named (const char *host)
{
  static const char *const inside[] = { "internal", "local", "localdomain", "lan",     "intranet",
                                        "intern",   "corp",  "home",        "private", "arpa" };
  const char *last;

  if (buoy_host_registrable_domain (host) == NULL)
    return FALSE;
  last = strrchr (host, '.') + 1;
  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    if (g_str_equal (last, inside[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_private (const char *ip)
{
  return ip != NULL && !buoy_host_is_public_ip (ip);
}

gboolean
buoy_side_has (const BuoySide *side, const char *ascii_host)
{
  if (ascii_host == NULL)
    return FALSE;
  for (guint i = 0; side->configured != NULL && i < side->configured->len; i++)
    {
      const char *host = g_ptr_array_index (side->configured, i);

      if (buoy_host_is_within (ascii_host, host) || buoy_provider_same_house (ascii_host, host))
        return TRUE;
    }
  for (guint i = 0; i < side->hosts->len; i++)
    if (buoy_provider_same_house (ascii_host, g_ptr_array_index (side->hosts, i)))
      return TRUE;
  return FALSE;
}

gboolean
buoy_side_is_nobody (const BuoySide *side)
{
  return side->configured == NULL && side->hosts->len == 0;
}

gboolean
buoy_side_omits_id (const BuoySide *side)
{
  for (guint i = 0; i < side->hosts->len; i++)
    if (buoy_provider_omits_id (g_ptr_array_index (side->hosts, i)))
      return TRUE;
  return FALSE;
}

static void
learn (BuoySide *side, const char *host)
{
  const gboolean known = buoy_side_has (side, host);

  if (host == NULL || !is_named (host) || (known && side->hosts->len > 0)
      || side->hosts->len >= MAX_SIDE_HOSTS)
    return;
  if (side->hosts->len == 0)
    side->assumed = !known;
  g_ptr_array_add (side->hosts, (gpointer) host);
}

/* The reader's own program fetched the message from the server that it was told to ask. */
static gboolean
is_fetched (const BuoyReceived *line)
{
  return line->with != NULL
         && (g_str_has_prefix (line->with, "IMAP") || g_str_has_prefix (line->with, "POP"));
}

/* Whether the line after @before was written by the machine that @before took the message from. */
static gboolean
follows (const BuoyReceived *before, const BuoyReceived *line)
{
  if (is_fetched (before))
    return TRUE;
  if (before->rdns_state == BUOY_RDNS_VERIFIED && buoy_host_same_site (before->rdns, line->by))
    return TRUE;
  return is_private (before->ip) && buoy_host_same_site (before->helo, line->by);
}

static gboolean
is_own_line (const BuoySide *side, const BuoyReceived *before, const BuoyReceived *line)
{
  if (before == NULL || side->hosts->len == 0 || buoy_side_has (side, line->by))
    return TRUE;
  return line->by == NULL ? line->local : !is_named (line->by) || follows (before, line);
}

/* Whether the message came from within the side. */
static gboolean
is_inner_hop (const BuoySide *side, const BuoyReceived *line)
{
  if (line->local || is_private (line->ip) || is_fetched (line))
    return TRUE;
  if (line->rdns_state == BUOY_RDNS_VERIFIED
      && (buoy_side_has (side, line->rdns) || buoy_provider_is_gateway (line->rdns)))
    return TRUE;
  /* between the rooms of one house: neither has a name outside */
  if (line->ip == NULL && line->helo != NULL && line->by != NULL && !is_named (line->helo)
      && !is_named (line->by))
    return TRUE;
  if (!buoy_side_has (side, line->helo))
    return FALSE;
  return line->ip == NULL
         || (buoy_side_omits_id (side) && buoy_provider_is_microsoft_inside (line->ip));
}

static void
walk (BuoySide *side, const GPtrArray *lines)
{
  const BuoyReceived *before = NULL;
  gboolean behind_gateway = FALSE; /* whose customers are not all of the side */

  for (guint i = 0; i < lines->len; i++)
    {
      const BuoyReceived *line = g_ptr_array_index (lines, i);

      if (!is_own_line (side, before, line))
        return;
      side->n_trusted = i + 1;
      behind_gateway |= before != NULL && buoy_provider_is_gateway (line->by);
      if (!behind_gateway)
        learn (side, line->by);
      if (!is_inner_hop (side, line))
        {
          side->hand_over = line;
          return;
        }
      if (is_fetched (line))
        learn (side, line->helo);
      before = line;
    }
}

BuoySide *
buoy_side_new (const BuoyEvidence *evidence)
{
  const BuoyContext *context = evidence->context;
  BuoySide *side = g_new0 (BuoySide, 1);

  side->hosts = g_ptr_array_new ();
  if (context != NULL && context->trusted_hosts->len > 0)
    side->configured = context->trusted_hosts;
  side->assumed = side->configured == NULL;
  walk (side, evidence->message->received);
  return side;
}

void
buoy_side_free (BuoySide *side)
{
  g_ptr_array_unref (side->hosts);
  g_free (side);
}
