/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-mail-fields.h"

#include <string.h>

#include "message/buoy-message.h"

#define LONG_NAME_BYTES 4000 /* less than the buffer of the parser */
#define MAX_NAME_BYTES 1000  /* what is left of such a name */
#define MAX_TYPE_BYTES 8192  /* of a field with parameters; real ones have 200 */

/* What is longer is cut again, and noted, where headers are read. */
gsize
buoy_mail_measure_field (const char *name, const char *value)
{
  const gsize length = MIN (strlen (value), BUOY_MAX_HEADER_BYTES + 1);

  if (g_ascii_strncasecmp (name, "Content-", strlen ("Content-")) == 0)
    return MIN (length, MAX_TYPE_BYTES);
  return length;
}

gboolean
buoy_mail_end_long_name (GBytes **bytes, gsize stop)
{
  gsize size;
  const char *text = g_bytes_get_data (*bytes, &size);
  char *copy;

  if (stop >= size || size - stop < LONG_NAME_BYTES)
    return FALSE;
  for (gsize i = stop; i < stop + LONG_NAME_BYTES; i++)
    if (strchr ("\n:", text[i]) != NULL)
      return FALSE;
  copy = g_memdup2 (text, size);
  copy[stop + MAX_NAME_BYTES] = ':';
  g_bytes_unref (*bytes);
  *bytes = g_bytes_new_take (copy, size);
  return TRUE;
}
