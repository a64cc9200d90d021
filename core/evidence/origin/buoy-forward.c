/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mail forwarded by another address: a .forward file, a university, a provider. The boundary hop then belongs to the
 * forwarder, not to the sender.
 */
#include "config.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "evidence/origin/buoy-list.h"

/* The client's host in the boundary hop; NULL for a HELO name that a lookup could have confirmed but did not. */
static const char *
find_host (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  if (line == NULL)
    return NULL;
  if (line->rdns_state == BUOY_RDNS_VERIFIED)
    return line->rdns;
  return line->rdns_state == BUOY_RDNS_NOT_SAID ? line->helo : NULL;
}

gboolean
buoy_forward_is_own_site (const BuoyContext *context, const char *host)
{
  if (context == NULL || host == NULL)
    return FALSE;
  for (guint i = 0; i < context->own_domains->len; i++)
    if (buoy_host_same_site (host, g_ptr_array_index (context->own_domains, i)))
      return TRUE;
  for (guint i = 0; i < context->own_addresses->len; i++)
    {
      const char *at = strrchr (g_ptr_array_index (context->own_addresses, i), '@');

      if (at != NULL && buoy_host_same_site (host, at + 1))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_forward_is_readers (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  /* a name that the client only claims does not make it the reader's forwarder */
  return line != NULL && line->rdns_state == BUOY_RDNS_VERIFIED
         && buoy_forward_is_own_site (evidence->context, line->rdns);
}

/* Whether a forwarder rewrote the envelope: by SRS, or in Gmail's form. */
static gboolean
is_rewritten (const BuoyMailbox *return_path, const char *host)
{
  if (return_path == NULL || !buoy_host_same_site (return_path->domain, host))
    return FALSE;
  return g_ascii_strncasecmp (return_path->address, "srs0", 4) == 0
         || g_ascii_strncasecmp (return_path->address, "srs1", 4) == 0
         || strstr (return_path->address, "+caf_=") != NULL;
}

/* Whether a hosting server claims to have accepted the message for the addressee from a server of From's domain. The
 * hop is unverified, but customers who forward mail from their own domain get such a trace.
 */
static gboolean
is_forwarded (const BuoyEvidence *evidence)
{
  const GPtrArray *lines = evidence->message->received;
  const BuoyReceived *line = evidence->origin.boundary_hop;
  const BuoyReceived *before;

  if (line->rdns_state != BUOY_RDNS_VERIFIED || evidence->origin.n_trusted >= lines->len)
    return FALSE;
  before = g_ptr_array_index (lines, evidence->origin.n_trusted);
  return g_strcmp0 (before->by, line->rdns) == 0 && buoy_message_is_addressed_to (evidence->message, before->recipient)
         && before->rdns_state == BUOY_RDNS_VERIFIED && buoy_host_same_site (before->rdns, evidence->from_domain);
}

gboolean
buoy_forward_is_likely (const BuoyEvidence *evidence)
{
  const BuoyMessage *message = evidence->message;
  const char *host = find_host (evidence);

  if (host == NULL)
    return FALSE;
  if (is_rewritten (message->return_path, host) || is_forwarded (evidence))
    return TRUE;
  for (guint i = 0; i < message->to->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (message->to, i);

      if (buoy_host_same_site (mailbox->domain, host))
        return TRUE;
    }
  return FALSE;
}
