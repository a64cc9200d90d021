/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "worker/worker-refused.h"

#define MAX_REFUSED 256 /* the oldest is forgotten first, and costs another process at worst */

typedef struct
{
  char *key;
  int error;
} Refused;

static GMutex lock;
static GQueue refused = G_QUEUE_INIT; /* of Refused; the newest first */

static void
refused_free (gpointer data)
{
  Refused *one = data;

  g_free (one->key);
  g_free (one);
}

static char *
make_key (GBytes *message, guint task)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, message);

  return g_strdup_printf ("%u %s", task, sum);
}

void
buoy_worker_refuse (GBytes *message, guint task, int error)
{
  Refused *one = g_new0 (Refused, 1);

  one->key = make_key (message, task);
  one->error = error;
  g_mutex_lock (&lock);
  g_queue_push_head (&refused, one);
  if (refused.length > MAX_REFUSED)
    refused_free (g_queue_pop_tail (&refused));
  g_mutex_unlock (&lock);
}

static gboolean
is_empty (void)
{
  gboolean empty;

  g_mutex_lock (&lock);
  empty = g_queue_is_empty (&refused);
  g_mutex_unlock (&lock);
  return empty;
}

gboolean
buoy_worker_refuses (GBytes *message, guint task, int *out_error)
{
  g_autofree char *key = NULL;
  gboolean found = FALSE;

  if (is_empty ()) /* the usual case needs no checksum */
    return FALSE;
  key = make_key (message, task);
  g_mutex_lock (&lock);
  for (const GList *item = refused.head; item != NULL && !found; item = item->next)
    {
      const Refused *one = item->data;

      found = g_str_equal (one->key, key);
      if (found)
        *out_error = one->error;
    }
  g_mutex_unlock (&lock);
  return found;
}

void
buoy_worker_refuse_none (void)
{
  g_mutex_lock (&lock);
  g_queue_clear_full (&refused, refused_free);
  g_mutex_unlock (&lock);
}
