/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as the signature of a policy: none but the one that was made with the key is taken, whatever its first line
 * says; and any bytes as a comment that has a serial number.
 */
#include "config.h"

#include <stdlib.h>

#include "fetch/buoy-minisign.h"
#include "fuzz.h"

#define KEY "RWS+kSQbytLGvT/MbtH5u4wV4dbYp8SxvsNcJBlohhe90zgOSEuh7pxB"
#define DOCUMENT "{\"enabled\": true}\n"
#define COMMENT "serial:7"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) document = g_bytes_new_static (DOCUMENT, strlen (DOCUMENT));
  g_autoptr (GBytes) signature = g_bytes_new (data, size);
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  g_autofree char *comment = buoy_minisign_verify (KEY, document, signature);

  if (comment != NULL && !g_str_equal (comment, COMMENT))
    abort ();
  if (buoy_minisign_read_serial (text) > G_MAXINT64)
    abort ();
  buoy_minisign_is_key (text);
  return 0;
}
