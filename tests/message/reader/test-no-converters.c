/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A system without charset converters, or a process without file descriptors to open them: ASCII is still read.
 */
#include "config.h"

#include "message/buoy-message.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

/* Replaces the C library's. */
iconv_t
iconv_open (const char *to, const char *from)
{
  errno = EMFILE;
  return (iconv_t) -1;
}

static void
test_link (gconstpointer data)
{
  static const char text[] = "\033$B%F\033(B \x83\x65 \xa5\xc6 \xe9 https://evil.test/x \033$B%F\033(B\n";
  const char *charset = data;
  g_autofree char *mail = g_strdup_printf ("From: =?%s?Q?=1B$B%%F=1B(B_=A5=C6?= <a@b.test>\n"
                                           "Subject: \033$B%%F\033(B \xa5\xc6\n"
                                           "Content-Type: text/plain; charset=%s\n\n%s",
                                           charset, charset, text);
  g_autoptr (GBytes) bytes = g_bytes_new (mail, strlen (mail));
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (bytes, NULL);
  const BuoyLink *link;

  g_assert_nonnull (message);
  g_assert_true (g_utf8_validate (message->plain_text, -1, NULL));
  g_assert_cmpuint (message->links->len, ==, 1);
  link = g_ptr_array_index (message->links, 0);
  g_assert_cmpstr (link->href, ==, "https://evil.test/x");
}

/* NUL does not end the text here either. */
static void
test_nul (gconstpointer data)
{
  const char *charset = data;
  g_autoptr (GString) mail = g_string_new ("From: a@b.test\nContent-Type: text/plain; charset=");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  g_string_append_printf (mail, "%s\n\n\033$B%%F\033(B \xff", charset);
  g_string_append_c (mail, '\0');
  g_string_append (mail, "\nhttps://evil.test/\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&mail));
  message = buoy_message_new_from_bytes (bytes, NULL);
  g_assert_cmpuint (message->links->len, ==, 1);
}

int
main (int argc, char **argv)
{
  static const char *const charsets[] = { "utf-8",  "us-ascii", "iso-8859-1", "iso-2022-jp", "shift_jis",    "euc-jp",
                                          "gb2312", "koi8-r",   "utf-7",      "x-none",      "windows-1252", "big5" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *link = g_strdup_printf ("/no-converters/link/%s", charsets[i]);
      g_autofree char *nul = g_strdup_printf ("/no-converters/nul/%s", charsets[i]);

      g_test_add_data_func (link, charsets[i], test_link);
      g_test_add_data_func (nul, charsets[i], test_nul);
    }
  return g_test_run ();
}
