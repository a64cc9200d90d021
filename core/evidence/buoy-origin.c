/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Origin: the hand-over into the reader's own side. The trace is walked from the top through that side's own hops to
 * the first line in which it says who handed the message in; everything below is hearsay.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-host.h"
#include "evidence/buoy-evidence.h"
#include "evidence/buoy-list.h"
#include "evidence/buoy-target.h"
#include "evidence/buoy-trust.h"

static gboolean
is_own_line (const BuoySide *side, const BuoyReceived *line)
{
  /* a name without a domain is an internal one: a script, a filter, a mailbox server */
  return buoy_side_has (side, line->by) || buoy_host_registrable_domain (line->by) == NULL;
}

/* The first trusted line whose peer is a stranger. */
static void
find_hand_over (BuoyEvidence *evidence)
{
  const BuoySide side = buoy_side_of (evidence);
  const GPtrArray *lines = evidence->message->received;

  for (guint i = 0; i < lines->len; i++)
    {
      const BuoyReceived *line = g_ptr_array_index (lines, i);
      const BuoyReceived *before = i > 0 ? g_ptr_array_index (lines, i - 1) : NULL;
      /* a filtering service's own lines follow the hop that came from it */
      const gboolean passed_on = before != NULL && before->rdns_state == BUOY_RDNS_VERIFIED
                                 && buoy_host_same_site (before->rdns, line->by);

      if (!is_own_line (&side, line) && !passed_on)
        return;
      evidence->origin.n_trusted = i + 1;
      if (buoy_side_is_inner_hop (&side, line))
        continue;
      evidence->origin.hand_over = line;
      return;
    }
}

static gboolean
has_word (const char *host, const char *word)
{
  const char *hit = strstr (host, word);
  const gsize length = strlen (word);

  return hit != NULL && (hit == host || !g_ascii_isalpha (hit[-1])) && !g_ascii_isalpha (hit[length]);
}

/* At least two of the address's four numbers stand in the name: 12-34-56-78.dyn.example. */
static gboolean
holds_address (const char *host, const char *ip)
{
  g_auto (GStrv) numbers = ip != NULL ? g_strsplit (ip, ".", -1) : NULL;
  guint found = 0;

  if (numbers == NULL || g_strv_length (numbers) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      const char *hit = strstr (host, numbers[i]);

      found += hit != NULL && strlen (numbers[i]) >= 2;
    }
  return found >= 3;
}

/* A name out of a pool that a provider gave to its customers' lines. */
static gboolean
is_generic (const char *rdns, const char *ip)
{
  static const char *const pools[] = { "dyn", "dynamic", "dsl", "adsl", "vdsl", "pool", "dhcp", "ppp", "pppoe", "dialup",
                                       "cable", "broadband" };

  if (rdns == NULL)
    return FALSE;
  if (holds_address (rdns, ip))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    if (has_word (rdns, pools[i]))
      return TRUE;
  return FALSE;
}

/* Forwarded to the reader by an address of their own elsewhere: a university, a club, a provider. */
static gboolean
is_forwarded (const BuoyEvidence *evidence)
{
  const BuoyMessage *message = evidence->message;
  const char *host = evidence->origin.host;

  if (buoy_message_get_header (message, "X-Forwarded-To") != NULL
      || buoy_message_get_header (message, "Resent-From") != NULL)
    return TRUE;
  if (message->return_path != NULL && g_ascii_strncasecmp (message->return_path->address, "srs", 3) == 0)
    return TRUE;
  if (evidence->origin.hand_over == NULL || evidence->origin.hand_over->rdns_state != BUOY_RDNS_VERIFIED)
    return FALSE;
  for (guint i = 0; i < message->to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (message->to, i);

      if (buoy_host_same_site (mailbox->domain, host))
        return TRUE;
    }
  return FALSE;
}

void
buoy_evidence_fill_trace (BuoyEvidence *evidence)
{
  BuoyOrigin *origin = &evidence->origin;
  const BuoyReceived *line;

  origin->assumed = evidence->context == NULL || evidence->context->trusted_hosts->len == 0;
  find_hand_over (evidence);
  line = origin->hand_over;
  if (line != NULL)
    {
      origin->host = line->rdns != NULL ? line->rdns : line->helo;
      origin->domain = buoy_host_registrable_domain (origin->host);
      origin->by = line->by;
      origin->generic_rdns = is_generic (line->rdns, line->ip);
    }
  evidence->is_list = buoy_list_is_believable (evidence);
  origin->via_list = evidence->is_list || is_forwarded (evidence);
}

/* Only a name that was looked up can match; the HELO is what the stranger says of himself. */
static gboolean
matches (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.hand_over;

  return line->rdns_state == BUOY_RDNS_VERIFIED && buoy_target_same_owner (line->rdns, evidence->from_domain);
}

/* The server wrote no reverse name and the stranger calls itself From's: neither proven nor refuted. */
static gboolean
is_open_question (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.hand_over;

  return line->rdns_state == BUOY_RDNS_NOT_SAID && buoy_target_same_owner (line->helo, evidence->from_domain)
         && evidence->auth.state == BUOY_AUTH_NONE;
}

void
buoy_evidence_settle_origin (BuoyEvidence *evidence)
{
  BuoyOrigin *origin = &evidence->origin;
  const BuoyReceived *line = origin->hand_over;

  if (evidence->from_domain == NULL || line == NULL)
    return;
  if (matches (evidence))
    origin->state = BUOY_ORIGIN_MATCH;
  else if (evidence->auth.state == BUOY_AUTH_PASS)
    origin->state = BUOY_ORIGIN_VOUCHED;
  else if (origin->via_list || line->authenticated || line->ip == NULL || is_open_question (evidence))
    origin->state = BUOY_ORIGIN_UNKNOWN;
  else
    origin->state = BUOY_ORIGIN_MISMATCH;
}
