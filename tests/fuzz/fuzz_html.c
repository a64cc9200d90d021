/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A page, in a message of one part: the tree, what is hidden, the links and their targets, the scripts.
 */
#include "config.h"

#include <string.h>

#include "fuzz.h"

#include "evidence/buoy-evidence.h"

static void
read_page (const char *header, const uint8_t *data, size_t size)
{
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  g_byte_array_append (array, (const guint8 *) header, (guint) strlen (header));
  g_byte_array_append (array, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (array);
  message = buoy_message_new_from_bytes (bytes, NULL);
  if (message == NULL)
    return;
  buoy_evidence_free (buoy_evidence_new (message, NULL, TRUE));
  fuzz_assert_cheap (message->budget, size);
}

/* As a mail program shows it, and as a browser opens it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  read_page ("From: a@sender.test\nContent-Type: text/html; charset=utf-8\n\n", data, size);
  read_page ("From: a@sender.test\nContent-Type: text/html; charset=utf-8\n"
             "Content-Disposition: attachment; filename=a.html\n\n",
             data, size);
  return 0;
}
