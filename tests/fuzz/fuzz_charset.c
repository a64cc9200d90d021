/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes in any charset. The first byte chooses it.
 */
#include "config.h"

#include "fuzz.h"
#include "base/text/buoy-charset.h"

#include <string.h>

static const char *const charsets[] = {
  NULL,     "utf-8", "us-ascii", "iso-8859-1", "iso-2022-jp", "shift_jis",  "euc-jp", "gb2312",     "gb18030", "big5",
  "koi8-r", "utf-7", "utf-16",   "utf-16le",   "iso-2022-kr", "iso-8859-9", "utf-32", "hz-gb-2312", "x-none",
};

/* What comes of it is valid, and ends where the bytes end: a NUL becomes something else. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char mark[] = "https://end.test/";
  gboolean guessed = FALSE;
  g_autofree char *text = NULL;
  g_autofree char *header = NULL;
  g_autofree char *marked = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (size == 0)
    return 0;
  text = buoy_charset_decode ((const char *) data + 1, size - 1, charsets[data[0] % G_N_ELEMENTS (charsets)], NULL,
                              &guessed);
  g_assert_true (g_utf8_validate (text, -1, NULL));

  g_byte_array_append (bytes, data + 1, (guint) size - 1);
  g_byte_array_append (bytes, (const guint8 *) mark, sizeof mark);
  header = buoy_charset_decode_header ((const char *) bytes->data);
  g_assert_true (g_utf8_validate (header, -1, NULL));

  /* a byte that needs another may take the first letter with it; UTF-16 has a mark */
  if (data[1 % size] >= 0xfe)
    return 0;
  marked = buoy_charset_decode ((const char *) bytes->data, bytes->len - 1, "utf-8", NULL, &guessed);
  g_assert_nonnull (strstr (marked, mark + 1));
  return 0;
}
