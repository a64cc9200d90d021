/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "worker/worker-contexts.h"

#include <errno.h>
#include <unistd.h>

#include "base/buoy-memory-file.h"
#include "worker/worker-packet.h"

/* Whether @slot is @context's. */
static gboolean
holds (const BuoyWorkerContexts *contexts, guint slot, GBytes *context)
{
  GBytes *held = contexts->slots[slot];

  return held == context || (held != NULL && g_bytes_equal (held, context));
}

static gboolean
find (const BuoyWorkerContexts *contexts, GBytes *context, guint32 *out_slot)
{
  for (guint i = 0; i < BUOY_WORKER_N_CONTEXTS; i++)
    if (holds (contexts, i, context))
      {
        *out_slot = i;
        return TRUE;
      }
  return FALSE;
}

static guint
find_oldest (const BuoyWorkerContexts *contexts)
{
  guint oldest = 0;

  for (guint i = 1; i < BUOY_WORKER_N_CONTEXTS; i++)
    if (contexts->last_used[i] < contexts->last_used[oldest])
      oldest = i;
  return oldest;
}

/* The files of the block lists that have one, behind the context's. */
static void
add_lists (GArray *files, BuoyWorkerRequest *request, const GArray *lists)
{
  request->n_lists = lists->len;
  for (guint i = 0; i < lists->len; i++)
    {
      const int file = g_array_index (lists, int, i);

      if (file < 0)
        continue;
      request->lists |= (guint64) 1 << i;
      g_array_append_val (files, file);
    }
}

static gboolean
send_files (int control, const BuoyWorkerContext *context, guint slot, int file, const GArray *lists)
{
  BuoyWorkerRequest request
      = { .order = BUOY_WORKER_SET_CONTEXT, .slot = slot, .size = g_bytes_get_size (context->bytes) };
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_append_val (files, file);
  if (lists != NULL)
    add_lists (files, &request, lists);
  return files->len <= BUOY_WORKER_MAX_FILES
         && buoy_packet_send (control, &request, sizeof request, (const int *) (gpointer) files->data, files->len);
}

static gboolean
send_context (int control, const BuoyWorkerContext *context, guint slot)
{
  const int file = buoy_memory_file_new (context->bytes);
  g_autoptr (GArray) lists = NULL;
  gboolean sent;
  int why;

  if (file < 0)
    return FALSE;
  if (context->open_lists != NULL)
    lists = context->open_lists (context->data);
  /* without one of its lists, the context would be another */
  sent = (context->open_lists == NULL || lists != NULL) && send_files (control, context, slot, file, lists);
  why = errno;
  close (file);
  errno = why;
  return sent;
}

gboolean
buoy_worker_contexts_send (BuoyWorkerContexts *contexts, int control, const BuoyWorkerContext *context,
                           guint32 *out_slot)
{
  guint32 slot;

  if (!find (contexts, context->bytes, &slot))
    {
      slot = find_oldest (contexts);
      if (!send_context (control, context, slot))
        return FALSE;
      g_clear_pointer (&contexts->slots[slot], g_bytes_unref);
      contexts->slots[slot] = g_bytes_ref (context->bytes);
    }
  contexts->last_used[slot] = ++contexts->n_uses;
  *out_slot = slot;
  return TRUE;
}

void
buoy_worker_contexts_clear (BuoyWorkerContexts *contexts)
{
  for (guint i = 0; i < BUOY_WORKER_N_CONTEXTS; i++)
    g_clear_pointer (&contexts->slots[i], g_bytes_unref);
  *contexts = (BuoyWorkerContexts){ 0 };
}
