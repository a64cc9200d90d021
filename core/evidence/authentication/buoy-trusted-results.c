/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * RFC 8601 §5: a header field is trusted only if the receiving side certainly wrote it. A server adds its results on
 * top of the message, above the Received line of the boundary hop. Milters of Sendmail and Postfix (OpenDKIM,
 * OpenDMARC) add them right below that line, where the sender may have written as well. Such a field is trusted if the
 * server is configured and the field has its name as authserv-id, because RFC 8601 requires the server to remove forged
 * fields of that name, or if the account's mail taught that the server writes one there. If the server is only assumed,
 * failures are used and passes are not.
 */
#include "config.h"

#include "evidence/authentication/buoy-trusted-results.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "evidence/authentication/buoy-arc.h"
#include "evidence/origin/buoy-hand-over-read.h"
#include "registry/buoy-provider.h"

static const BuoyHeader *
get_header (const BuoyMessage *message, guint index)
{
  return index < message->headers->len ? g_ptr_array_index (message->headers, index) : NULL;
}

static gboolean
is_header (const BuoyHeader *header, const char *name)
{
  return g_ascii_strcasecmp (header->name, name) == 0;
}

/* Whether @id is the host name of @by without its domain, as some servers call themselves. */
static gboolean
is_short_name (const char *id, const char *by)
{
  const gsize length = strlen (id);

  return by != NULL && strchr (id, '.') == NULL && g_str_has_prefix (by, id) && by[length] == '.';
}

static gboolean
is_by_side (const BuoyTrustBoundary *boundary, const BuoyAuthResults *results)
{
  if (results->authserv_id == NULL)
    return buoy_boundary_omits_id (boundary);
  if (buoy_boundary_has (boundary, results->authserv_id))
    return TRUE;
  return boundary->boundary_hop != NULL
         && (g_strcmp0 (boundary->boundary_hop->by, results->authserv_id) == 0
             || is_short_name (results->authserv_id, boundary->boundary_hop->by));
}

static void
take (BuoyTrustedResults *trusted, const BuoyAuthResults *results)
{
  trusted->source = "authentication-results";
  /* Bounded: BUOY_MAX_HEADER_BYTES, which hold the results of one field */
  for (guint i = 0; i < results->methods->len; i++)
    g_ptr_array_add (trusted->methods, g_ptr_array_index (results->methods, i));
}

static void
take_above (BuoyTrustedResults *trusted, const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  /* no name is known: the topmost field is the newest, so its authserv-id is that of the receiving side */
  const gboolean nobody = buoy_boundary_is_unknown (boundary);
  const char *id = NULL;

  for (guint i = 0; i < message->auth_results->len; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (message->auth_results, i);

      if (results->header_index >= boundary->header_index)
        return;
      if (nobody && i > 0 && !buoy_provider_is_same (id, results->authserv_id))
        continue;
      if (nobody && i == 0)
        id = results->authserv_id;
      if (nobody || is_by_side (boundary, results))
        take (trusted, results);
    }
}

/* Whether servers add the field, so that results may follow it. */
static gboolean
is_trace (const BuoyHeader *header, BuoyResultsPlace place)
{
  return buoy_results_is_field (header) || (place == BUOY_RESULTS_BELOW_TRACE && is_header (header, "Received"));
}

/* The oldest line that the receiving side wrote: that of the boundary hop, or an internal one if the message never came
 * from outside, as between two accounts of a provider. (nullable)
 */
static const BuoyReceived *
find_oldest_line (const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  return boundary->n_trusted > 0 ? g_ptr_array_index (message->received, boundary->n_trusted - 1) : NULL;
}

static void
take_below (BuoyTrustedResults *trusted, const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  const BuoyReceived *line = find_oldest_line (message, boundary);
  const BuoyResultsPlace place = line != NULL ? buoy_provider_results_place (line->by) : BUOY_RESULTS_ABOVE;
  guint end = boundary->header_index + 1;
  const BuoyHeader *header;

  if (place == BUOY_RESULTS_ABOVE)
    return;
  /* Bounded: BUOY_MAX_HEADERS */
  while ((header = get_header (message, end)) != NULL && is_trace (header, place))
    end++;
  for (guint i = 0; i < message->auth_results->len; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (message->auth_results, i);

      if (results->header_index < boundary->header_index || results->header_index >= end || results->authserv_id == NULL
          || !buoy_provider_is_same (results->authserv_id, line->by))
        continue;
      take (trusted, results);
      if (place == BUOY_RESULTS_RIGHT_BELOW)
        return;
    }
}

/* Whether @id is configured by itself, in addition to the name of its server: filters remove forged fields with their
 * own authserv-id, but not with other names in the domain.
 */
static gboolean
is_configured_id (const BuoyTrustBoundary *boundary, const char *by, const char *id)
{
  const GPtrArray *configured = boundary->context != NULL ? boundary->context->trusted_hosts : NULL;
  gboolean has_id = FALSE;
  gboolean has_server = FALSE;

  for (guint i = 0; configured != NULL && i < configured->len; i++)
    {
      const char *name = g_ptr_array_index (configured, i);

      if (g_str_equal (name, id))
        has_id = TRUE;
      else
        has_server |= buoy_host_is_within (by, name);
    }
  return has_id && has_server;
}

static gboolean
is_servers_own (const BuoyTrustBoundary *boundary, const char *by, const BuoyAuthResults *results)
{
  const char *id = results->authserv_id;

  if (by == NULL || id == NULL)
    return FALSE;
  if (buoy_boundary_is_configured (boundary, by))
    return g_str_equal (id, by) || is_configured_id (boundary, by, id);
  return buoy_provider_is_same (id, by);
}

static gboolean
has_method (const GPtrArray *methods, const char *name)
{
  for (guint i = 0; i < methods->len; i++)
    if (g_str_equal (((const BuoyAuthMethod *) g_ptr_array_index (methods, i))->method, name))
      return TRUE;
  return FALSE;
}

/* Whether @results report a method again: a filter reports each once, so the second report was there before. @said: the
 * methods in newer fields
 */
static gboolean
repeats (GHashTable *said, const BuoyAuthResults *results)
{
  for (guint i = 0; i < results->methods->len; i++)
    {
      const BuoyAuthMethod *method = g_ptr_array_index (results->methods, i);

      if (g_hash_table_contains (said, method->method))
        return TRUE;
    }
  return FALSE;
}

static void
add_methods (GHashTable *said, const BuoyAuthResults *results)
{
  for (guint i = 0; i < results->methods->len; i++)
    {
      const BuoyAuthMethod *method = g_ptr_array_index (results->methods, i);

      g_hash_table_add (said, method->method);
    }
}

/* Returns: (transfer container) (element-type BuoyAuthResults): the topmost fields right below the line of the server,
 * with the same authserv-id of its own
 */
static GPtrArray *
find_group (const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  const BuoyReceived *line = find_oldest_line (message, boundary);
  const guint end = buoy_results_find_end (message, boundary->header_index);
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  const char *id = NULL;
  GPtrArray *group = g_ptr_array_new ();

  for (guint i = 0; i < message->auth_results->len; i++)
    {
      BuoyAuthResults *results = g_ptr_array_index (message->auth_results, i);

      if (results->header_index < boundary->header_index || results->header_index >= end
          || !is_servers_own (boundary, line->by, results))
        continue;
      if ((id != NULL && !g_str_equal (id, results->authserv_id)) || repeats (said, results))
        break;
      id = results->authserv_id;
      add_methods (said, results);
      g_ptr_array_add (group, results);
    }
  return group;
}

/* Uses the results right below the line of the boundary hop if earlier mail showed that the server writes one field
 * there, with this authserv-id, for nearly all mail.
 */
static void
take_learned (BuoyTrustedResults *trusted, const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  const char *learned = buoy_boundary_get_learned_results (boundary);
  const BuoyAuthResults *results;

  if (learned == NULL)
    return;
  results = buoy_results_find_below (message, boundary->boundary_hop->header_index);
  if (results != NULL && g_strcmp0 (learned, buoy_results_get_owner (results, boundary->boundary_hop->by)) == 0)
    take (trusted, results);
}

/* Uses the results of the server that accepted the message, which saw it as it was sent. A later server of the
 * receiving side may see it modified, and writes its own results above.
 */
static void
take_right_below (BuoyTrustedResults *trusted, const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  const BuoyReceived *line = find_oldest_line (message, boundary);
  g_autoptr (GPtrArray) group = find_group (message, boundary);
  const gboolean is_certain = buoy_boundary_is_configured (boundary, line->by);

  if (!is_certain)
    take_learned (trusted, message, boundary);
  /* Bounded: BUOY_MAX_HEADERS */
  for (guint i = 0; i < group->len; i++)
    if (is_certain)
      take (trusted, g_ptr_array_index (group, i));
    else if (trusted->methods->len == 0)
      g_ptr_array_add (trusted->accusing, g_ptr_array_index (group, i));
}

/* Uses failures that the mail filter in front of the receiving side reported, right below the line of the server that
 * it delivered to. The client only claims to be that filter, but a sender does not forge evidence against himself.
 */
static void
take_of_filter (BuoyTrustedResults *trusted, const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  const BuoyReceived *hop = boundary->boundary_hop;
  const guint end = buoy_results_find_end (message, boundary->header_index);

  if (hop == NULL || !buoy_provider_is_gateway (hop->helo))
    return;
  /* Bounded: BUOY_MAX_HEADERS */
  for (guint i = 0; i < message->auth_results->len; i++)
    {
      BuoyAuthResults *results = g_ptr_array_index (message->auth_results, i);

      if (results->header_index > boundary->header_index && results->header_index < end
          && buoy_host_same_site (results->authserv_id, hop->helo))
        g_ptr_array_add (trusted->accusing, results);
    }
}

/* The reason why none of the message's results are trusted; NULL if some are, or there are none. */
static const char *
explain_unread (const BuoyTrustedResults *trusted, const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  if (trusted->methods->len > 0 || message->auth_results->len == 0)
    return NULL;
  if (trusted->accusing->len > 0)
    return "below-an-assumed-server";
  for (guint i = 0; i < message->auth_results->len; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (message->auth_results, i);

      if (results->header_index < boundary->header_index ? results->methods->len == 0 : is_by_side (boundary, results))
        return results->methods->len == 0 ? NULL : "out-of-place";
    }
  return "not-the-receiving-server";
}

/* Uses Received-SPF (RFC 7208 §9.1), the older form of the same result. It is trusted by its position alone, since it
 * need not name its server.
 */
static void
take_received_spf (BuoyTrustedResults *trusted, const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  const BuoyReceived *line = find_oldest_line (message, boundary);
  const gboolean below = line != NULL && buoy_provider_results_place (line->by) == BUOY_RESULTS_RIGHT_BELOW;
  const guint end = boundary->header_index + (below ? 2 : 0);

  if (message->received->len == 0 || has_method (trusted->methods, "spf"))
    return;
  for (guint i = 0; i < MIN (end, message->headers->len) && trusted->received_spf == NULL; i++)
    if (is_header (get_header (message, i), "Received-SPF"))
      trusted->received_spf = buoy_received_spf_parse (get_header (message, i)->value);
  if (trusted->received_spf == NULL)
    return;
  g_ptr_array_add (trusted->methods, trusted->received_spf);
  if (g_str_equal (trusted->source, "none"))
    trusted->source = "received-spf";
}

static void
results_free (gpointer data)
{
  buoy_auth_results_free (data);
}

BuoyTrustedResults *
buoy_trusted_results_new (const BuoyEvidence *evidence)
{
  const BuoyTrustBoundary *boundary = evidence->boundary;
  const BuoyMessage *message = evidence->message;
  BuoyTrustedResults *trusted = g_new0 (BuoyTrustedResults, 1);

  trusted->methods = g_ptr_array_new ();
  trusted->sealed = g_ptr_array_new ();
  trusted->accusing = g_ptr_array_new ();
  trusted->owned = g_ptr_array_new_with_free_func (results_free);
  trusted->source = "none";

  take_above (trusted, message, boundary);
  if (trusted->methods->len == 0)
    take_below (trusted, message, boundary);
  if (boundary->n_trusted > 0)
    take_right_below (trusted, message, boundary);
  take_of_filter (trusted, message, boundary);
  take_received_spf (trusted, message, boundary);
  buoy_arc_collect (evidence, trusted->sealed, trusted->owned);
  trusted->unread = explain_unread (trusted, message, boundary);
  return trusted;
}

void
buoy_trusted_results_free (BuoyTrustedResults *trusted)
{
  g_ptr_array_unref (trusted->methods);
  g_ptr_array_unref (trusted->sealed);
  g_ptr_array_unref (trusted->accusing);
  g_ptr_array_unref (trusted->owned);
  buoy_auth_method_free (trusted->received_spf);
  g_free (trusted);
}
