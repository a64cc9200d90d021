/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "memory/buoy-receiving-side.h"

#include "registry/buoy-provider.h"

BuoyReceivingSide *
buoy_receiving_side_new (const char *server)
{
  BuoyReceivingSide *side = g_new0 (BuoyReceivingSide, 1);

  g_atomic_ref_count_init (&side->ref_count);
  side->server = g_strdup (server);
  return side;
}

BuoyReceivingSide *
buoy_receiving_side_ref (BuoyReceivingSide *side)
{
  g_atomic_ref_count_inc (&side->ref_count);
  return side;
}

void
buoy_receiving_side_unref (BuoyReceivingSide *side)
{
  if (!g_atomic_ref_count_dec (&side->ref_count))
    return;
  g_free (side->server);
  g_free (side->inner_address);
  g_free (side->inner_server);
  g_free (side->results);
  g_free (side);
}

gboolean
buoy_receiving_side_wrote (const BuoyReceivingSide *side, const char *by, const char *peer)
{
  if (side == NULL || by == NULL)
    return FALSE;
  return buoy_receiving_side_is_inner (side, peer) || buoy_provider_is_same (by, side->server);
}

gboolean
buoy_receiving_side_is_inner (const BuoyReceivingSide *side, const char *ip)
{
  return side != NULL && ip != NULL && g_strcmp0 (side->inner_address, ip) == 0;
}

const char *
buoy_receiving_side_get_checker (const BuoyReceivingSide *side)
{
  return side->inner_address != NULL ? side->inner_server : side->server;
}

static gboolean
is_same_provider (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && buoy_provider_is_same (a, b));
}

gboolean
buoy_receiving_side_equal (const BuoyReceivingSide *a, const BuoyReceivingSide *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return is_same_provider (a->server, b->server) && is_same_provider (a->inner_server, b->inner_server)
         && g_strcmp0 (a->inner_address, b->inner_address) == 0 && g_strcmp0 (a->results, b->results) == 0;
}
