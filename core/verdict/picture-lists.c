/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pictures of a message, for whoever looks for QR codes in them.
 */
#include "config.h"

#include "verdict/engine-private.h"
#include "verdict/judge-task.h"

typedef struct
{
  GPtrArray *lists;
  gsize n_bytes;
} Listing;

/* A list is whole or missing, and none follows a missing one: they are counted. */
static gboolean
list (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data)
{
  Listing *listing = user_data;
  GPtrArray *copy;

  for (guint i = 0; i < pictures->len; i++)
    listing->n_bytes += g_bytes_get_size (g_ptr_array_index (pictures, i));
  if (listing->n_bytes > BUOY_MAX_LISTED_BYTES)
    return FALSE;
  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < pictures->len; i++)
    g_ptr_array_add (copy, g_bytes_ref (g_ptr_array_index (pictures, i)));
  g_ptr_array_add (listing->lists, copy);
  return TRUE;
}

GPtrArray *
buoy_message_list_pictures (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (BuoyMessage) message = NULL;
  Listing listing = { lists, 0 };

  message = buoy_message_new_with_pictures (bytes, budget, list, &listing, error);
  return message != NULL ? g_steal_pointer (&lists) : NULL;
}
