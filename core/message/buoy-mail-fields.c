/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How much of a header field GMime is given. It keeps up to fifty times the bytes of a field, and it compares each
 * parameter of a Content-Type with each.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message-private.h"

#define MAX_TYPE_BYTES 8192 /* of a field with parameters; real ones have 200 */

/* What is longer is cut again, and noted, where headers are read. */
gsize
buoy_mail_measure_field (const char *name, const char *value)
{
  const gsize length = MIN (strlen (value), BUOY_MAX_HEADER_BYTES + 1);

  if (g_ascii_strncasecmp (name, "Content-", strlen ("Content-")) == 0)
    return MIN (length, MAX_TYPE_BYTES);
  return length;
}
