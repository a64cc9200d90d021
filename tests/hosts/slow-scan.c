/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Loaded before the library, it puts off the analysis of messages that say so, as a slow disk or a giant message would:
 * for the tests of what a client does meanwhile.
 */
#include "config.h"

#include <bellbuoy.h>
#include <dlfcn.h>
#include <string.h>

#define MARK "X-Test: slow"
#define DELAY_SECONDS 6

typedef void (*ScanFunc) (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);

typedef struct
{
  GBytes *bytes;
  BuoyContext *context;
  GCancellable *cancellable;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Scan;

static ScanFunc
real_scan (void)
{
  return (ScanFunc) dlsym (RTLD_NEXT, "buoy_scan_async");
}

static gboolean
on_delayed (gpointer data)
{
  Scan *scan = data;

  real_scan () (scan->bytes, scan->context, scan->cancellable, scan->callback, scan->user_data);
  g_bytes_unref (scan->bytes);
  buoy_context_unref (scan->context);
  g_object_unref (scan->cancellable);
  g_free (scan);
  return G_SOURCE_REMOVE;
}

void
buoy_scan_async (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                 gpointer user_data)
{
  Scan *scan;

  if (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), MARK) == NULL)
    {
      real_scan () (bytes, context, cancellable, callback, user_data);
      return;
    }
  scan = g_new0 (Scan, 1);
  scan->bytes = g_bytes_ref (bytes);
  scan->context = buoy_context_ref (context);
  scan->cancellable = g_object_ref (cancellable);
  scan->callback = callback;
  scan->user_data = user_data;
  g_timeout_add_seconds (DELAY_SECONDS, on_delayed, scan);
}
