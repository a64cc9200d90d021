/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The newest line was written by the receiving side, whatever follows it. The walk starts there and continues while
 * each line says that the message came from inside: over loopback or LMTP, from a private or configured address, or
 * from a client whose looked-up name belongs to the same provider. A public client's HELO name alone never continues
 * it.
 */
#include "config.h"

#include "evidence/origin/buoy-boundary.h"

#include <gio/gio.h>
#include <string.h>

#include "base/host/buoy-host.h"
#include "registry/buoy-generic-name.h"
#include "registry/buoy-provider.h"

#define MAX_BOUNDARY_HOSTS 16 /* names of one provider; each is compared with every line */

/* Whether @host identifies an organisation, unlike "localhost", "mbox3" or "mx.internal". */
static gboolean
is_named (const char *host)
{
  static const char *const inside[]
      = { "internal", "local", "localdomain", "lan", "intranet", "intern", "corp", "home", "private", "arpa" };
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

static gboolean
is_within_configured (const BuoyTrustBoundary *boundary, const char *ascii_host)
{
  const GPtrArray *configured = boundary->context != NULL ? boundary->context->trusted_hosts : NULL;

  for (guint i = 0; ascii_host != NULL && configured != NULL && i < configured->len; i++)
    if (buoy_host_is_within (ascii_host, g_ptr_array_index (configured, i)))
      return TRUE;
  return FALSE;
}

/* Whether @ip is a configured address or in a configured network. */
static gboolean
is_configured_ip (const BuoyTrustBoundary *boundary, const char *ip)
{
  const GPtrArray *networks = boundary->context != NULL ? boundary->context->trusted_networks : NULL;
  g_autoptr (GInetAddress) address = NULL;

  if (ip == NULL || networks == NULL || networks->len == 0)
    return FALSE;
  address = g_inet_address_new_from_string (ip);
  for (guint i = 0; address != NULL && i < networks->len; i++)
    if (g_inet_address_mask_matches (g_ptr_array_index (networks, i), address))
      return TRUE;
  return FALSE;
}

gboolean
buoy_boundary_is_configured (const BuoyTrustBoundary *boundary, const char *ascii_host)
{
  const GPtrArray *configured = boundary->context != NULL ? boundary->context->trusted_hosts : NULL;

  if (is_within_configured (boundary, ascii_host))
    return TRUE;
  for (guint i = 0; ascii_host != NULL && configured != NULL && i < configured->len; i++)
    if (buoy_provider_is_same (ascii_host, g_ptr_array_index (configured, i)))
      return TRUE;
  return FALSE;
}

gboolean
buoy_boundary_has (const BuoyTrustBoundary *boundary, const char *ascii_host)
{
  if (ascii_host == NULL)
    return FALSE;
  if (buoy_boundary_is_configured (boundary, ascii_host))
    return TRUE;
  for (guint i = 0; i < boundary->hosts->len; i++)
    if (buoy_provider_is_same (ascii_host, g_ptr_array_index (boundary->hosts, i)))
      return TRUE;
  return FALSE;
}

gboolean
buoy_boundary_is_unknown (const BuoyTrustBoundary *boundary)
{
  return (boundary->context == NULL || boundary->context->trusted_hosts->len == 0) && boundary->hosts->len == 0;
}

gboolean
buoy_boundary_omits_id (const BuoyTrustBoundary *boundary)
{
  for (guint i = 0; i < boundary->hosts->len; i++)
    if (buoy_provider_omits_id (g_ptr_array_index (boundary->hosts, i)))
      return TRUE;
  return FALSE;
}

gboolean
buoy_boundary_has_filter (const BuoyTrustBoundary *boundary, const BuoyMessage *message)
{
  for (guint i = 0; i < boundary->n_trusted; i++)
    {
      const BuoyReceived *line = g_ptr_array_index (message->received, i);

      if (buoy_provider_is_gateway (line->by) || is_configured_ip (boundary, line->ip)
          || (line->rdns_state == BUOY_RDNS_VERIFIED && buoy_provider_is_gateway (line->rdns)))
        return TRUE;
    }
  return FALSE;
}

static void
learn (BuoyTrustBoundary *boundary, const char *host)
{
  const gboolean known = buoy_boundary_has (boundary, host);

  if (host == NULL || !is_named (host) || (known && boundary->hosts->len > 0)
      || boundary->hosts->len >= MAX_BOUNDARY_HOSTS)
    return;
  if (boundary->hosts->len == 0)
    boundary->assumed = !known;
  g_ptr_array_add (boundary->hosts, (gpointer) host);
}

const char *
buoy_boundary_get_learned_results (const BuoyTrustBoundary *boundary)
{
  const BuoyReceivingSide *side = boundary->side;
  const BuoyReceived *hop = boundary->boundary_hop;

  if (side == NULL || hop == NULL)
    return NULL;
  if (side->inner_address != NULL)
    return boundary->passed_inner ? side->results : NULL;
  return buoy_provider_is_same (hop->by, side->server) ? side->results : NULL;
}

/* Whether the reader's own program fetched the message from a server that is configured there. */
static gboolean
is_fetched (const BuoyReceived *line)
{
  return line->with != NULL && (g_str_has_prefix (line->with, "IMAP") || g_str_has_prefix (line->with, "POP"));
}

/* Whether the message came by LMTP, which must not be used over wide area networks (RFC 2033 §5): the client belongs to
 * the receiving side, whatever its address.
 */
static gboolean
is_delivery (const BuoyReceived *line)
{
  return line->with != NULL && g_str_has_prefix (line->with, "LMTP");
}

/* Whether the reverse name is one that a hosting company gives to rented machines. Anyone can rent one; the servers
 * that deliver the company's own mail have other names.
 */
static gboolean
is_rented (const BuoyReceived *line)
{
  static const char *const words[]
      = { "vps", "vds", "vm", "kvm", "ded", "dedicated", "dedi", "static", "client", "customer", "cust", "user", NULL };
  g_auto (GStrv) parts = g_strsplit_set (line->rdns, ".-_0123456789", -1);

  if (buoy_generic_name_is (line->rdns, line->ip))
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains (words, parts[i]))
      return TRUE;
  return FALSE;
}

/* Whether the server that wrote @line looked up its client's name, and that name belongs to the receiving side. */
static gboolean
came_from_own_name (const BuoyTrustBoundary *boundary, const BuoyReceived *line)
{
  if (line->rdns_state != BUOY_RDNS_VERIFIED)
    return FALSE;
  if (is_within_configured (boundary, line->rdns) || buoy_provider_is_gateway (line->rdns))
    return TRUE;
  return buoy_boundary_has (boundary, line->rdns) && !is_rented (line);
}

/* Whether the line after @before was written by the machine from which @before received the message. */
static gboolean
follows (const BuoyTrustBoundary *boundary, const BuoyReceived *before, const BuoyReceived *line)
{
  if (is_fetched (before) || is_delivery (before) || is_configured_ip (boundary, before->ip)
      || buoy_receiving_side_is_inner (boundary->side, before->ip))
    return TRUE;
  if (before->rdns_state == BUOY_RDNS_VERIFIED && buoy_host_same_site (before->rdns, line->by))
    return TRUE;
  return is_private (before->ip) && buoy_host_same_site (before->helo, line->by);
}

static gboolean
is_own_line (const BuoyTrustBoundary *boundary, const BuoyReceived *before, const BuoyReceived *line)
{
  if (before == NULL || boundary->hosts->len == 0 || buoy_boundary_has (boundary, line->by))
    return TRUE;
  return line->by == NULL ? line->local : !is_named (line->by) || follows (boundary, before, line);
}

/* Whether the message came from inside the receiving side. */
static gboolean
is_inner_hop (const BuoyTrustBoundary *boundary, const BuoyReceived *line)
{
  if (line->local || is_private (line->ip) || is_fetched (line) || is_delivery (line)
      || is_configured_ip (boundary, line->ip) || buoy_receiving_side_is_inner (boundary->side, line->ip)
      || came_from_own_name (boundary, line))
    return TRUE;
  /* both hops are internal: neither name is public */
  if (line->ip == NULL && line->helo != NULL && line->by != NULL && !is_named (line->helo) && !is_named (line->by))
    return TRUE;
  if (!buoy_boundary_has (boundary, line->helo))
    return FALSE;
  return line->ip == NULL || (buoy_boundary_omits_id (boundary) && buoy_provider_is_microsoft_inside (line->ip));
}

static void
walk (BuoyTrustBoundary *boundary, const GPtrArray *lines)
{
  const BuoyReceived *before = NULL;
  gboolean is_learned = FALSE;
  gboolean behind_gateway = FALSE; /* servers of a gateway's other customers don't belong to the receiving side */

  for (guint i = 0; i < lines->len; i++)
    {
      const BuoyReceived *line = g_ptr_array_index (lines, i);

      if (!is_own_line (boundary, before, line))
        break;
      boundary->n_trusted = i + 1;
      boundary->header_index = line->header_index;
      behind_gateway |= before != NULL && buoy_provider_is_gateway (line->by);
      if (!behind_gateway)
        learn (boundary, line->by);
      is_learned |= buoy_receiving_side_wrote (boundary->side, line->by, line->ip);
      boundary->passed_inner |= buoy_receiving_side_is_inner (boundary->side, line->ip);
      if (!is_inner_hop (boundary, line))
        {
          boundary->boundary_hop = line;
          break;
        }
      if (is_fetched (line))
        learn (boundary, line->helo);
      before = line;
    }
  boundary->assumed &= !is_learned;
}

/* What was learned is ignored if the configured servers are of another organisation. */
static const BuoyReceivingSide *
choose_side (const BuoyTrustBoundary *boundary, const BuoyReceivingSide *side)
{
  const BuoyContext *context = boundary->context;

  if (side == NULL || context == NULL || context->trusted_hosts->len == 0)
    return side;
  return buoy_boundary_is_configured (boundary, side->server) ? side : NULL;
}

BuoyTrustBoundary *
buoy_boundary_new_with_side (const BuoyMessage *message, const BuoyContext *context, const BuoyReceivingSide *side)
{
  BuoyTrustBoundary *boundary = g_new0 (BuoyTrustBoundary, 1);

  boundary->context = context;
  boundary->side = choose_side (boundary, side);
  boundary->hosts = g_ptr_array_new ();
  boundary->assumed = context == NULL || context->trusted_hosts->len == 0;
  boundary->header_index = message->headers->len;
  walk (boundary, message->received);
  return boundary;
}

BuoyTrustBoundary *
buoy_boundary_new (const BuoyMessage *message, const BuoyContext *context)
{
  return buoy_boundary_new_with_side (message, context, context != NULL ? context->side : NULL);
}

void
buoy_boundary_free (BuoyTrustBoundary *boundary)
{
  g_ptr_array_unref (boundary->hosts);
  g_free (boundary);
}
