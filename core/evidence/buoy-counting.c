/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * RFC 8601 §5: a header field counts only if it is certain that the reader's own side wrote it. A server adds what it
 * finds on top of the message, so that is above the hand-over's Received line. Below it anybody may have written
 * anything, under any name; only of providers that are known to write there, and to remove what claims to be theirs,
 * the field right below counts.
 */
#include "config.h"

#include "evidence/buoy-counting.h"

#include "evidence/buoy-arc.h"
#include "evidence/buoy-provider.h"

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

/* Header fields from here on were there before the reader's side touched the message. */
static guint
find_boundary (const BuoyMessage *message, const BuoySide *side)
{
  const BuoyReceived *line = side->hand_over;

  if (line == NULL && side->n_trusted > 0)
    line = g_ptr_array_index (message->received, side->n_trusted - 1);
  return line != NULL ? line->header_index : message->headers->len;
}

static gboolean
is_by_side (const BuoySide *side, const BuoyAuthResults *results)
{
  if (results->authserv_id == NULL)
    return buoy_side_omits_id (side);
  if (buoy_side_has (side, results->authserv_id))
    return TRUE;
  return side->hand_over != NULL && g_strcmp0 (side->hand_over->by, results->authserv_id) == 0;
}

static void
take (BuoyCounting *counting, const BuoyAuthResults *results)
{
  counting->source = "authentication-results";
  for (guint i = 0; i < results->methods->len; i++)
    g_ptr_array_add (counting->methods, g_ptr_array_index (results->methods, i));
}

static void
take_above (BuoyCounting *counting, const BuoyMessage *message, const BuoySide *side)
{
  /* no name to go by: the topmost is the newest, and its name is the side's */
  const gboolean nobody = buoy_side_is_nobody (side);
  const char *id = NULL;

  for (guint i = 0; i < message->auth_results->len; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (message->auth_results, i);

      if (results->header_index >= counting->boundary)
        return;
      if (nobody && i > 0 && !buoy_provider_same_house (id, results->authserv_id))
        continue;
      if (nobody && i == 0)
        id = results->authserv_id;
      if (nobody || is_by_side (side, results))
        take (counting, results);
    }
}

/* Header fields that servers write. */
static gboolean
is_trace (const BuoyHeader *header, BuoyResultsPlace place)
{
  return is_header (header, "Received-SPF") || is_header (header, "Authentication-Results")
         || g_ascii_strncasecmp (header->name, "ARC-", 4) == 0
         || (place == BUOY_RESULTS_BELOW_TRACE && is_header (header, "Received"));
}

static void
take_below (BuoyCounting *counting, const BuoyMessage *message, const BuoySide *side)
{
  const BuoyResultsPlace place = buoy_provider_results_place (side->hand_over->by);
  guint end = counting->boundary + 1;
  const BuoyHeader *header;

  if (place == BUOY_RESULTS_ABOVE)
    return;
  while ((header = get_header (message, end)) != NULL && is_trace (header, place))
    end++;
  for (guint i = 0; i < message->auth_results->len; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (message->auth_results, i);

      if (results->header_index < counting->boundary || results->header_index >= end
          || results->authserv_id == NULL
          || !buoy_provider_same_house (results->authserv_id, side->hand_over->by))
        continue;
      take (counting, results);
      if (place == BUOY_RESULTS_RIGHT_BELOW)
        return;
    }
}

static gboolean
has_spf (const BuoyCounting *counting)
{
  for (guint i = 0; i < counting->methods->len; i++)
    {
      const BuoyAuthMethod *method = g_ptr_array_index (counting->methods, i);

      if (g_str_equal (method->method, "spf"))
        return TRUE;
    }
  return FALSE;
}

/* RFC 7208 §9.1: the older way to tell the same, by place alone since it need not name its writer. */
static void
take_received_spf (BuoyCounting *counting, const BuoyMessage *message, const BuoySide *side)
{
  const gboolean below
      = side->hand_over != NULL
        && buoy_provider_results_place (side->hand_over->by) == BUOY_RESULTS_RIGHT_BELOW;
  const guint end = counting->boundary + (below ? 2 : 0);

  if (message->received->len == 0 || has_spf (counting))
    return;
  for (guint i = 0; i < MIN (end, message->headers->len) && counting->received_spf == NULL; i++)
    if (is_header (get_header (message, i), "Received-SPF"))
      counting->received_spf = buoy_received_spf_parse (get_header (message, i)->value);
  if (counting->received_spf == NULL)
    return;
  g_ptr_array_add (counting->methods, counting->received_spf);
  if (g_str_equal (counting->source, "none"))
    counting->source = "received-spf";
}

static void
results_free (gpointer data)
{
  buoy_auth_results_free (data);
}

BuoyCounting *
buoy_counting_new (const BuoyEvidence *evidence, const BuoySide *side)
{
  const BuoyMessage *message = evidence->message;
  BuoyCounting *counting = g_new0 (BuoyCounting, 1);

  counting->methods = g_ptr_array_new ();
  counting->sealed = g_ptr_array_new ();
  counting->owned = g_ptr_array_new_with_free_func (results_free);
  counting->source = "none";
  counting->boundary = find_boundary (message, side);

  take_above (counting, message, side);
  if (counting->methods->len == 0 && side->hand_over != NULL)
    take_below (counting, message, side);
  take_received_spf (counting, message, side);
  buoy_arc_collect (evidence, side, counting->sealed, counting->owned);
  return counting;
}

void
buoy_counting_free (BuoyCounting *counting)
{
  g_ptr_array_unref (counting->methods);
  g_ptr_array_unref (counting->sealed);
  g_ptr_array_unref (counting->owned);
  buoy_auth_method_free (counting->received_spf);
  g_free (counting);
}
