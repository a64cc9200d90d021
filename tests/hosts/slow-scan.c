/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Loaded before the library, it puts off the analysis of messages that say so, as a slow disk or a giant message would,
 * makes it fail, or hides the body from it, as a message does that the client reads in another way: for the tests of
 * what a client does meanwhile, without a verdict, and with what it displays.
 */
#include "config.h"

#include <bellbuoy.h>
#include <dlfcn.h>
#include <string.h>

#define SLOW "X-Test: slow"
#define TOO_COMPLEX "X-Test: complex"
#define BROKEN "X-Test: broken"
#define BLIND "X-Test: blind"
#define DELAY_SECONDS 6
#define STEPS_A_SECOND 20 /* at which it asks whether it is cancelled */

typedef BuoyVerdict *(*ScanFunc) (GBytes *bytes, BuoyContext *context, BuoyScanFlags flags, GCancellable *cancellable,
                                  GError **error);

static gboolean
is_marked (GBytes *bytes, const char *mark)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), mark) != NULL;
}

typedef BuoyVerdict *(*AgainFunc) (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, BuoyScanFlags flags,
                                   GCancellable *cancellable, GError **error);

/* The header of a message that says so, in place of all of it; (transfer full). */
static GBytes *
hide_body (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *end = is_marked (bytes, BLIND) ? g_strstr_len (text, (gssize) size, "\r\n\r\n") : NULL;

  if (end == NULL && is_marked (bytes, BLIND))
    end = g_strstr_len (text, (gssize) size, "\n\n");
  return end == NULL ? g_bytes_ref (bytes) : g_bytes_new (text, (gsize) (end - text) + 2);
}

BuoyVerdict *
buoy_scan_again (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, BuoyScanFlags flags, GCancellable *cancellable,
                 GError **error)
{
  const AgainFunc scan = (AgainFunc) dlsym (RTLD_NEXT, "buoy_scan_again");
  g_autoptr (GBytes) seen = shown != NULL ? hide_body (bytes) : g_bytes_ref (bytes);

  return scan (verdict, seen, shown, flags, cancellable, error);
}

BuoyVerdict *
buoy_scan (GBytes *bytes, BuoyContext *context, BuoyScanFlags flags, GCancellable *cancellable, GError **error)
{
  const ScanFunc scan = (ScanFunc) dlsym (RTLD_NEXT, "buoy_scan");
  g_autoptr (GBytes) seen = hide_body (bytes);

  if (is_marked (bytes, TOO_COMPLEX))
    g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX, "it is marked so");
  else if (is_marked (bytes, BROKEN))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "it is marked so");
  if (is_marked (bytes, TOO_COMPLEX) || is_marked (bytes, BROKEN))
    return NULL;
  if (is_marked (bytes, SLOW))
    for (int i = 0; i < DELAY_SECONDS * STEPS_A_SECOND && !g_cancellable_is_cancelled (cancellable); i++)
      g_usleep (G_USEC_PER_SEC / STEPS_A_SECOND);
  return scan (seen, context, flags, cancellable, error);
}
