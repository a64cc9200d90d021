/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Decoding: invalid bytes must not hide valid text.
 */
#include "config.h"

#include "message/buoy-message.h"

/* An undecodable byte does not make NUL the end of the text. */
static void
test_nul_beside_bad (void)
{
  static const char *const charsets[] = { "utf-8", "shift_jis", "iso-2022-jp", "euc-jp", "windows-1252", "x-none" };
  static const char *const lines[] = { "before", "\x81", "\xff\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    for (guint k = 0; k < G_N_ELEMENTS (lines); k++)
      {
        g_autoptr (GString) text = g_string_new ("From: a@b.test\nContent-Type: text/plain; charset=");
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (BuoyMessage) message = NULL;

        g_string_append_printf (text, "%s\n\n%s\n", charsets[i], lines[k]);
        g_string_append_c (text, '\0');
        g_string_append (text, "\nhttps://evil.test/\n");
        bytes = g_string_free_to_bytes (g_steal_pointer (&text));
        message = buoy_message_new_from_bytes (bytes, NULL);
        g_test_message ("%s, line %u", charsets[i], k);
        g_assert_cmpuint (message->links->len, ==, 1);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/nul-beside-bad", test_nul_beside_bad);
  return g_test_run ();
}
