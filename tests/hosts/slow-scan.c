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
#define STEPS_A_SECOND 20 /* at which it asks whether it is cancelled */

typedef BuoyVerdict *(*ScanFunc) (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GError **error);

static gboolean
is_marked (GBytes *bytes)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), MARK) != NULL;
}

BuoyVerdict *
buoy_scan_without_pictures (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  const ScanFunc scan = (ScanFunc) dlsym (RTLD_NEXT, "buoy_scan_without_pictures");

  if (is_marked (bytes))
    for (int i = 0; i < DELAY_SECONDS * STEPS_A_SECOND && !g_cancellable_is_cancelled (cancellable); i++)
      g_usleep (G_USEC_PER_SEC / STEPS_A_SECOND);
  return scan (bytes, context, cancellable, error);
}
