/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/origin/buoy-hand-over-read.h"

#define SECONDS_A_DAY (24 * 60 * 60)

gboolean
buoy_results_is_field (const BuoyHeader *header)
{
  return g_ascii_strcasecmp (header->name, "Received-SPF") == 0
         || g_ascii_strcasecmp (header->name, "Authentication-Results") == 0
         || g_ascii_strncasecmp (header->name, "ARC-", 4) == 0;
}

/* Whether a server's own filters add the field along with results. */
static gboolean
is_of_filter (const BuoyHeader *header)
{
  static const char *const names[] = { "DKIM-Filter", "DMARC-Filter", "SPF-Filter" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (header->name, names[i]) == 0)
      return TRUE;
  return buoy_results_is_field (header);
}

guint
buoy_results_find_end (const BuoyMessage *message, guint line)
{
  guint end = line + 1;

  /* Bounded: BUOY_MAX_HEADERS */
  while (end < message->headers->len && is_of_filter (g_ptr_array_index (message->headers, end)))
    end++;
  return end;
}

const BuoyAuthResults *
buoy_results_find_below (const BuoyMessage *message, guint line)
{
  const guint end = buoy_results_find_end (message, line);
  const BuoyAuthResults *first = NULL;

  /* Bounded: BUOY_MAX_HEADERS */
  for (guint i = 0; i < message->auth_results->len; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (message->auth_results, i);

      if (results->header_index < line || results->header_index >= end)
        continue;
      if (first == NULL)
        first = results;
      else if (g_strcmp0 (first->authserv_id, results->authserv_id) == 0)
        return NULL;
    }
  return first;
}

const char *
buoy_results_get_owner (const BuoyAuthResults *results, const char *by)
{
  if (results->authserv_id == NULL)
    return NULL;
  return g_strcmp0 (results->authserv_id, by) == 0 ? BUOY_RESULTS_OF_SERVER : results->authserv_id;
}

static BuoyHandOverLine
read_line (const BuoyMessage *message, const BuoyReceived *line)
{
  const BuoyAuthResults *results = buoy_results_find_below (message, line->header_index);

  return (BuoyHandOverLine){
    .by = line->by,
    .peer = line->ip,
    .helo = line->helo,
    .results = results != NULL ? buoy_results_get_owner (results, line->by) : NULL,
  };
}

/* Reads the line that would be the boundary hop if the client of @outer were a machine of the receiving side. */
static BuoyHandOverLine
read_inner (const BuoyMessage *message, const BuoyContext *context, const BuoyReceived *outer)
{
  g_autoptr (BuoyReceivingSide) side = buoy_receiving_side_new (outer->by);
  g_autoptr (BuoyTrustBoundary) boundary = NULL;

  side->inner_address = g_strdup (outer->ip);
  boundary = buoy_boundary_new_with_side (message, context, side);
  if (boundary->boundary_hop == NULL || !boundary->passed_inner)
    return (BuoyHandOverLine){ NULL };
  return read_line (message, boundary->boundary_hop);
}

gboolean
buoy_hand_over_read (const BuoyMessage *message, const BuoyContext *context, BuoyHandOver *out)
{
  g_autoptr (BuoyTrustBoundary) boundary = buoy_boundary_new_with_side (message, context, NULL);
  const BuoyReceived *outer = boundary->boundary_hop;

  if (outer == NULL || outer->by == NULL || outer->ip == NULL || outer->date == NULL || outer->authenticated)
    return FALSE;
  out->day = g_date_time_to_unix (outer->date) / SECONDS_A_DAY;
  out->outer = read_line (message, outer);
  out->inner = read_inner (message, context, outer);
  return TRUE;
}
