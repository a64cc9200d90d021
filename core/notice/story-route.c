/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message's route. Hops written by the receiving side come first and are kept apart from unverified ones.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/notice-private.h"
#include "notice/story-private.h"

static void
free_hop (gpointer data)
{
  BuoyStoryHop *hop = data;

  g_free ((char *) hop->host);
  g_free ((char *) hop->ip);
  g_ptr_array_unref ((GPtrArray *) hop->facts);
  g_free (hop);
}

/* Takes @facts; NULL if nothing was looked up. */
static BuoyStoryHop *
add_hop (GPtrArray *hops, BuoyHopKind kind, const char *title, const char *host, const char *ip, GPtrArray *facts)
{
  BuoyStoryHop *hop = g_new0 (BuoyStoryHop, 1);

  hop->kind = kind;
  hop->title = title;
  hop->host = host != NULL ? buoy_notice_host_for_people (host) : NULL;
  hop->ip = ip != NULL ? buoy_notice_text_for_people (ip) : NULL;
  hop->facts = facts != NULL ? facts : g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (hops, hop);
  return hop;
}

static const char *
note_on_name (BuoyRdnsState state)
{
  switch (state)
    {
    case BUOY_RDNS_VERIFIED:
      return _ ("Your provider looked up this name and confirmed it.");
    case BUOY_RDNS_UNVERIFIED:
      return _ ("This name does not belong to the IP address, so it proves nothing.");
    case BUOY_RDNS_UNKNOWN:
      return _ ("No name is registered for this IP address (“unknown”). The name shown is what the server calls "
                "itself.");
    default:
      return _ ("Your provider did not look up the name. It is what the server calls itself.");
    }
}

static void
add_readers_side (GPtrArray *hops, const BuoyOriginFacts *origin)
{
  BuoyStoryHop *hop;

  if (origin->reader_server == NULL)
    return;
  hop = add_hop (hops, BUOY_HOP_READER, _ ("Your mail provider"), origin->reader_server, NULL, NULL);
  if (origin->assumed)
    hop->note = _ ("Inferred from the newest “Received” line.");
}

static void
add_boundary_hop (GPtrArray *hops, const BuoyOriginFacts *origin, const BuoyVerification *verification)
{
  BuoyStoryHop *hop;

  if (!origin->has_line)
    return;
  hop = add_hop (hops, BUOY_HOP_BOUNDARY, _ ("Sent by server"), origin->host, origin->ip,
                 buoy_story_tell_server (verification, origin->domain));
  if (origin->host != NULL)
    hop->note = note_on_name (origin->rdns_state);
}

static void
add_unverified (GPtrArray *hops, const GPtrArray *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      const BuoyHopFacts *facts = g_ptr_array_index (before, i);

      add_hop (hops, BUOY_HOP_UNVERIFIED, _ ("Before that, according to the sender"), facts->host, facts->ip, NULL);
    }
}

GPtrArray *
buoy_story_trace (const BuoyVerdict *verdict)
{
  GPtrArray *hops = g_ptr_array_new_with_free_func (free_hop);
  const BuoyOriginFacts *origin = &verdict->facts->origin;

  add_readers_side (hops, origin);
  add_boundary_hop (hops, origin, verdict->verification);
  add_unverified (hops, origin->before);
  return hops;
}
