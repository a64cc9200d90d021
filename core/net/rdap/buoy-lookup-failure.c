/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/rdap/buoy-lookup-failure.h"

#include <string.h>

#include "registry/buoy-registration-private.h"

#define FAILED "failed-registration" /* the kinds of these answers in the store: of a domain, and of a server */
#define BUSY "busy-registry"

#define MINUTE 60
#define HOUR (60 * MINUTE)

static gint64
lifetime_of (int code)
{
  return code == BUOY_LOOKUP_ERROR_NOT_REGISTERED || code == BUOY_LOOKUP_ERROR_NO_REGISTRY ? HOUR : MINUTE;
}

/* Three lines: the code, the server that was asked, which may be empty, and the message. */
static GBytes *
to_bytes (const GError *error)
{
  const char *source = buoy_lookup_error_get_source (error);
  g_autofree char *text = g_strdup_printf ("%d\n%s\n%s", error->code, source != NULL ? source : "", error->message);

  return g_bytes_new (text, strlen (text));
}

void
buoy_lookup_failure_keep (BuoyStore *store, const char *domain, const GError *error, gint64 now)
{
  g_autoptr (GBytes) bytes = to_bytes (error);

  if (error->code != BUOY_LOOKUP_ERROR_BUSY)
    buoy_store_put (store, domain, FAILED, bytes, now, lifetime_of (error->code));
}

gboolean
buoy_lookup_failure_recall (BuoyStore *store, const char *domain, gint64 now, GError **error)
{
  gint64 asked = 0;
  g_autoptr (GBytes) bytes = buoy_store_get (store, domain, FAILED, now, &asked);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint64 code;

  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", 3);
  if (g_strv_length (lines) != 3 || !g_utf8_validate (text, -1, NULL)
      || !g_ascii_string_to_unsigned (lines[0], 10, 0, BUOY_LOOKUP_ERROR_ANSWER, &code, NULL))
    return FALSE;
  g_set_error_literal (error, BUOY_LOOKUP_ERROR, (int) code, lines[2]);
  if (error != NULL && *lines[1] != '\0')
    buoy_lookup_error_set_asked (*error, lines[1], asked);
  return TRUE;
}

void
buoy_lookup_failure_keep_wait (BuoyStore *store, const char *server, gint64 seconds, gint64 now)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  if (seconds > 0)
    buoy_store_put (store, server, BUSY, nothing, now, seconds);
}

gboolean
buoy_lookup_failure_is_busy (BuoyStore *store, const char *server, gint64 now, gint64 *out_asked)
{
  g_autoptr (GBytes) bytes = buoy_store_get (store, server, BUSY, now, out_asked);

  return bytes != NULL;
}
