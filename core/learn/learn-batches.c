/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "learn/learn-batches.h"

#include "buoy-types.h"
#include "verdict/buoy-header-bytes.h"

/* Whether it may be one of the messages that made reading all of them fail. */
static gboolean
is_of_message (const GError *error)
{
  return g_error_matches (error, BUOY_ERROR, BUOY_ERROR_CRASHED)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TIMED_OUT)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX);
}

/* One after the other. Those that cannot be read are left out. */
static gboolean
learn_each (const GPtrArray *headers, BuoyLearnFunc learn, gpointer data, GError **error)
{
  for (guint i = 0; i < headers->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (GError) why = NULL;

      g_ptr_array_add (one, g_ptr_array_index (headers, i));
      if (learn (data, one, &why) || is_of_message (why))
        continue;
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  return TRUE;
}

/* Learns from the headers that were collected, and drops them. */
static gboolean
learn_collected (GPtrArray *headers, BuoyLearnFunc learn, gpointer data, GError **error)
{
  g_autoptr (GError) why = NULL;
  gboolean done = headers->len == 0 || learn (data, headers, &why);

  if (!done && is_of_message (why))
    done = learn_each (headers, learn, data, error);
  else if (!done)
    g_propagate_error (error, g_steal_pointer (&why));
  g_ptr_array_set_size (headers, 0);
  return done;
}

gboolean
buoy_learn_in_batches (const GPtrArray *messages, gboolean (*is_wanted) (GBytes *header), BuoyLearnFunc learn,
                       gpointer data, GError **error)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gboolean goes_on = TRUE;

  for (guint i = 0; i < messages->len && goes_on; i++)
    {
      g_autoptr (GBytes) header = buoy_header_of (g_ptr_array_index (messages, i));

      if (is_wanted == NULL || is_wanted (header))
        g_ptr_array_add (headers, g_steal_pointer (&header));
      if (headers->len == BUOY_MAX_HEADERS_AT_A_TIME)
        goes_on = learn_collected (headers, learn, data, error);
    }
  return goes_on && learn_collected (headers, learn, data, error);
}
