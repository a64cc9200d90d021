/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each stop of a link is looked up: the URL that it opens first, the one in a wrapper, and the host to which a site
 * redirects.
 */
#include "config.h"

#include "evidence/links/buoy-listing.h"

#include "lists/buoy-block-list-private.h"

#define MAX_STOPS 3     /* of a link */
#define STOP_STEPS 3000 /* for a stop: eighteen checksums of a microsecond */
#define LIST_STEPS 2000 /* for a stop and a list: as many searches in a mapped file */

#define HOUR (60 * 60)
#define CLOCK_HOURS 24 /* a list may be from a machine whose clock is a little ahead */

/* A list with its current table: all links of a message are judged by the same one. */
typedef struct
{
  const BuoyBlockList *list;
  BuoySiteTable *table;
  gboolean is_stale;
} OpenList;

typedef struct
{
  const BuoyContext *context;
  GArray *lists; /* of OpenList, up-to-date ones first */
} Search;

void
buoy_listing_free (gpointer data)
{
  BuoyListing *listing = data;

  g_free (listing->host);
  g_free (listing->day);
  g_free (listing);
}

static void
open_list_clear (gpointer data)
{
  buoy_site_table_unref (((OpenList *) data)->table);
}

/* Excuse: none. The lists are the reader's, and so is the clock. A list from the future has no known age. */
static gboolean
is_stale (const BuoySiteTable *table, guint max_hours, gint64 now)
{
  const gint64 fetched = buoy_site_table_get_origin (table)->fetched; /* read from a file: may be any number */

  return fetched < now - (gint64) max_hours * HOUR || fetched > now + CLOCK_HOURS * HOUR;
}

static GArray *
open_lists (const BuoyContext *context)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GArray *lists = g_array_new (FALSE, FALSE, sizeof (OpenList));

  g_array_set_clear_func (lists, open_list_clear);
  for (guint i = 0; i < context->block_lists->len; i++)
    {
      OpenList open = { .list = g_ptr_array_index (context->block_lists, i) };

      open.table = buoy_block_list_get_table (g_ptr_array_index (context->block_lists, i));
      if (open.table == NULL)
        continue;
      open.is_stale = is_stale (open.table, context->list_max_age, now);
      if (open.is_stale)
        g_array_append_val (lists, open);
      else
        g_array_prepend_val (lists, open);
    }
  return lists;
}

static BuoyListing *
listing_new (const BuoyTarget *target, const BuoyUrl *stop, const OpenList *open)
{
  BuoyListing *listing = g_new0 (BuoyListing, 1);

  listing->target = target;
  listing->host = g_strdup (stop->host);
  if (open != NULL)
    {
      g_autoptr (GDateTime) fetched = g_date_time_new_from_unix_utc (buoy_site_table_get_origin (open->table)->fetched);

      listing->list = buoy_block_list_get_name (open->list);
      listing->day = fetched != NULL ? g_date_time_format (fetched, "%F") : NULL;
      listing->is_stale = open->is_stale;
    }
  return listing;
}

/* The gravest listing of the stop: blocked by the reader, on a list, on an old list; NULL if there is none. What the
 * reader allows applies to this stop alone: a wrapper that is allowed does not excuse the sites that it opens. Excuse:
 * none
 */
static BuoyListing *
look_up_stop (const Search *search, const BuoyTarget *target, const BuoyUrl *stop)
{
  BuoySiteKey keys[BUOY_SITE_MAX_KEYS];
  const guint n_keys = buoy_site_find_keys (stop, keys);

  if (n_keys > 0 && buoy_own_sites_hold (search->context->blocked_sites, keys, n_keys))
    return listing_new (target, stop, NULL);
  if (n_keys == 0 || buoy_own_sites_hold (search->context->allowed_sites, keys, n_keys)
      || buoy_context_owns_domain (search->context, stop->host))
    return NULL;
  for (guint i = 0; i < search->lists->len; i++)
    {
      const OpenList *open = &g_array_index (search->lists, OpenList, i);

      if (buoy_site_table_holds (open->table, keys, n_keys))
        return listing_new (target, stop, open);
    }
  return NULL;
}

/* The gravest listing of the stops of @target; of two equal ones, the first. (transfer full) (nullable) */
static BuoyListing *
look_up (const Search *search, const BuoyTarget *target)
{
  g_autofree char *onward = target->onward != NULL ? g_strconcat ("https://", target->onward, "/", NULL) : NULL;
  g_autoptr (BuoyUrl) next = onward != NULL ? buoy_url_parse (onward, NULL) : NULL;
  const BuoyUrl *const stops[MAX_STOPS] = { target->url, target->target, next };
  BuoyListing *gravest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stops) && (gravest == NULL || gravest->is_stale); i++)
    {
      BuoyListing *other = stops[i] != NULL ? look_up_stop (search, target, stops[i]) : NULL;

      if (other != NULL && (gravest == NULL || !other->is_stale))
        {
          g_clear_pointer (&gravest, buoy_listing_free);
          gravest = g_steal_pointer (&other);
        }
      g_clear_pointer (&other, buoy_listing_free);
    }
  return gravest;
}

/* Most links have one stop. */
static gsize
count_steps (const BuoyTarget *target, guint n_lists)
{
  const gsize n_stops = (target->url != NULL) + (target->target != NULL) + (target->onward != NULL);

  return n_stops * (STOP_STEPS + LIST_STEPS * n_lists);
}

static gboolean
has_lists (const BuoyContext *context)
{
  return context != NULL && (context->block_lists->len > 0 || !buoy_own_sites_are_empty (context->blocked_sites));
}

GPtrArray *
buoy_listings_new (const BuoyEvidence *evidence, gboolean *out_cut_short)
{
  GPtrArray *listings = g_ptr_array_new_with_free_func (buoy_listing_free);
  g_autoptr (GArray) lists = NULL;
  Search search = { .context = evidence->context };

  if (!has_lists (evidence->context))
    return listings;
  search.lists = lists = open_lists (evidence->context);
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      BuoyListing *listing;

      if (!buoy_budget_spend (evidence->message->budget, count_steps (target, lists->len)))
        {
          *out_cut_short = TRUE;
          break;
        }
      listing = look_up (&search, target);
      if (listing != NULL)
        g_ptr_array_add (listings, listing);
    }
  return listings;
}
