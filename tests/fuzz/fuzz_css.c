/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a style sheet of a page that has something to be hidden, and as the style of an element.
 */
#include "config.h"

#include <string.h>

#include "fuzz.h"

#include "evidence/buoy-evidence.h"

#define HEAD "From: a@sender.test\nContent-Type: text/html; charset=utf-8\n\n"

static void
read_page (const char *before, const uint8_t *data, size_t size, const char *behind)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  g_string_append (text, before);
  g_string_append_len (text, (const char *) data, (gssize) size);
  g_string_append (text, behind);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  message = buoy_message_new_from_bytes (bytes, NULL);
  buoy_evidence_free (buoy_evidence_new (message, NULL, TRUE));
  fuzz_assert_cheap (message->budget, g_bytes_get_size (bytes));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  read_page ("<style>", data, size,
             "</style><body class=a><div id=b class='c d' lang=ja><p><a href=https://x.test/>bank.test <b "
             "class=e>f</b></a><p class=g title=h>i</div><ul><li>j<li class=k>l</ul>");
  read_page ("<a href=https://x.test/>bank.test<span style=\"", data, size, "\">evil.test</span></a>");
  return 0;
}
