/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message's route. Hops written by the receiving side come first and are kept apart from unverified ones.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/notice-private.h"
#include "notice/story-private.h"

/* Real mail has one or two; a forger may add any number. */
#define MAX_UNVERIFIED 4

static void
free_hop (gpointer data)
{
  BuoyStoryHop *hop = data;

  g_free ((char *) hop->host);
  g_free ((char *) hop->ip);
  g_ptr_array_unref ((GPtrArray *) hop->facts);
  g_free (hop);
}

static gpointer
copy_hop (gpointer data)
{
  const BuoyStoryHop *hop = data;
  BuoyStoryHop *copy = g_new0 (BuoyStoryHop, 1);

  *copy = *hop;
  copy->host = g_strdup (hop->host);
  copy->ip = g_strdup (hop->ip);
  copy->facts = g_ptr_array_ref ((GPtrArray *) hop->facts);
  return copy;
}

G_DEFINE_BOXED_TYPE (BuoyStoryHop, buoy_story_hop, copy_hop, free_hop)

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
note_on_name (const BuoyReceived *line)
{
  switch (line->rdns_state)
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
add_readers_side (GPtrArray *hops, const BuoyEvidence *evidence)
{
  const BuoyOrigin *origin = &evidence->origin;
  const BuoyReceived *newest
      = evidence->message->received->len > 0 ? g_ptr_array_index (evidence->message->received, 0) : NULL;
  const char *host = origin->by;
  BuoyStoryHop *hop;

  if (host == NULL && origin->n_trusted > 0 && newest != NULL)
    host = newest->by;
  if (host == NULL)
    return;
  hop = add_hop (hops, BUOY_HOP_READER, _ ("Your mail provider"), host, NULL, NULL);
  if (origin->assumed)
    hop->note = _ ("Inferred from the newest “Received” line.");
}

static void
add_boundary_hop (GPtrArray *hops, const BuoyEvidence *evidence)
{
  const BuoyOrigin *origin = &evidence->origin;
  BuoyStoryHop *hop;

  if (origin->boundary_hop == NULL)
    return;
  hop = add_hop (hops, BUOY_HOP_BOUNDARY, _ ("Sent by server"), origin->host, origin->boundary_hop->ip,
                 buoy_story_tell_server (evidence->verification, origin->domain));
  if (origin->host != NULL)
    hop->note = note_on_name (origin->boundary_hop);
}

static void
add_unverified (GPtrArray *hops, const BuoyEvidence *evidence)
{
  const GPtrArray *received = evidence->message->received;
  guint n_added = 0;

  for (guint i = evidence->origin.n_trusted; i < received->len && n_added < MAX_UNVERIFIED; i++)
    {
      const BuoyReceived *line = g_ptr_array_index (received, i);
      const char *host = line->rdns != NULL ? line->rdns : line->helo;

      if (host == NULL && line->ip == NULL)
        continue;
      add_hop (hops, BUOY_HOP_UNVERIFIED, _ ("Before that, according to the sender"), host, line->ip, NULL);
      n_added++;
    }
}

GPtrArray *
buoy_story_trace (const BuoyEvidence *evidence)
{
  GPtrArray *hops = g_ptr_array_new_with_free_func (free_hop);

  add_readers_side (hops, evidence);
  add_boundary_hop (hops, evidence);
  add_unverified (hops, evidence);
  return hops;
}
